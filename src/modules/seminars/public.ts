/** Public addresses: the test of a seminar, the check of a certificate. */
import { found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import {
  anyone,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { type CityEvent, daysOf, eventById, hasFeature, isPublic } from '../events/index.ts'
import { electionOf } from './actions/certificates.ts'
import { answerTest } from './actions/tests.ts'
import { answerForm } from './forms.ts'
import { isElectionTime, readNumber } from './rules/certificate.ts'
import { certificateByNumber } from './store/certificates.ts'
import { testOf } from './store/tests.ts'
import { sentenceOf } from './texts/index.ts'
import { checkPage, electionNotice, testPage } from './views/public.ts'

async function readTest(request: WebRequest) {
  const { db } = request.ctx
  const text = request.params['id'] ?? ''
  const known = isId(text) ? await eventById(db, asId<'event'>(text)) : null
  const event = found(
    known && isPublic(known.state) && hasFeature(known.kind, 'test') ? known : null,
    'seminar',
  )
  return { event, test: found(await testOf(db, event.id), 'test') }
}

async function drawTest(request: WebRequest, form: FormState = CLEAN) {
  const done = one(request.query, 'done') !== ''
  return testPage(request.frame, { ...(await readTest(request)), form, done })
}

async function check(request: WebRequest, typed: string): Promise<Reply> {
  const { db } = request.ctx
  const number = readNumber(typed)
  const certificate =
    typed === '' ? undefined : number === null ? null : await certificateByNumber(db, number)
  const event = certificate ? await eventById(db, certificate.eventId) : null
  const days = event ? await daysOf(db, [event.id]) : []
  // An address that names no certificate is an address of nothing.
  const status = certificate === null && request.params['number'] !== undefined ? 404 : 200
  return page(checkPage(request.frame, { typed: typed.slice(0, 50), certificate, event, days }), status)
}

/** On the event's public page: that nothing is agitation, while elections are under way. */
export async function seminarSection(request: WebRequest, _event: CityEvent) {
  const { db, today } = request.ctx
  return isElectionTime(await electionOf(db), today) ? electionNotice(request.frame) : null
}

export const publicRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/events/:id/test',
    policy: anyone,
    handle: async (request) => page(await drawTest(request)),
  },
  {
    method: 'POST',
    path: '/events/:id/test',
    policy: anyone,
    async handle(request) {
      const { event, test } = await readTest(request)
      return submit(request, {
        schema: answerForm(test.questions),
        act: (answer) => answerTest(request.ctx, request.house, event.id, answer, request.address),
        done: () => redirect(`${localPath(request.locale, `/events/${event.id}/test`)}?done=1`),
        sentence: (refusal) => sentenceOf(request.locale, refusal),
        again: (form) => drawTest(request, form),
      })
    },
  },
  {
    method: 'GET',
    path: '/certificates',
    policy: anyone,
    handle: (request) => check(request, one(request.query, 'number')),
  },
  {
    method: 'GET',
    path: '/certificates/:number',
    policy: anyone,
    handle: (request) => check(request, request.params['number'] ?? ''),
  },
]
