/** The address of the office: who answers for the open data. */
import { one, type Policy, page, type Route, redirect } from '../../platform/http/route.ts'
import { submit } from '../../platform/http/submit.ts'
import { setPublisher } from './actions.ts'
import { publisherForm } from './forms.ts'
import { maySetPublisher } from './policy.ts'
import { publisherInput } from './store.ts'
import { texts } from './texts/index.ts'
import { publisherPage } from './views/office.ts'

const policy: Policy = { name: 'openData.setPublisher', allows: maySetPublisher }

export const staffRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/office/data',
    policy,
    async handle(request) {
      const now = await publisherInput(request.ctx.db)
      const values = { unit: now.unit ?? '', email: now.email ?? '', koatuu: now.koatuu ?? '' }
      const saved = one(request.query, 'done') === 'saved'
      return page(publisherPage(request.frame, { values, errors: [] }, saved))
    },
  },
  {
    method: 'POST',
    path: '/office/data',
    policy,
    handle: (request) =>
      submit(request, {
        schema: publisherForm,
        act: (input) => setPublisher(request.ctx, input),
        done: () => redirect('/office/data?done=saved'),
        sentence: () => texts[request.locale].office.koatuuWrong,
        again: (state) => publisherPage(request.frame, state, false),
      }),
  },
]
