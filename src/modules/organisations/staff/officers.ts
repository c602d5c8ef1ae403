/** Addresses of one representative. */
import { found } from '../../../kernel/errors.ts'
import { page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { changeOfficer, endOfficer, removeOfficer } from '../actions/officers.ts'
import * as forms from '../forms.ts'
import { keepers } from '../policy.ts'
import { organisationById } from '../store/lines.ts'
import { officersOf } from '../store/officers.ts'
import { sentence } from '../texts/index.ts'
import { OFFICE } from '../views/office-parts.ts'
import { type OfficerForm, officerPage } from '../views/officer.ts'
import { idOf } from './request.ts'

const PATH = `${OFFICE}/:id/officers/:officer`

async function draw(request: WebRequest, sent: { name: OfficerForm; state: FormState } | null) {
  const { db } = request.ctx
  const organisation = found(await organisationById(db, idOf<'organisation'>(request)), 'organisation')
  const id = idOf<'officer'>(request, 'officer')
  const officer = found(
    (await officersOf(db, organisation.id)).find((f) => f.id === id),
    'officer',
  )
  return officerPage(request.frame, { organisation, officer, sent })
}

function verb<T>(
  path: string,
  name: OfficerForm,
  schema: Parameters<typeof submit<T, void>>[1]['schema'],
  run: (request: WebRequest, input: T) => Promise<void>,
): Route {
  return {
    method: 'POST',
    path: `${PATH}${path}`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema,
        act: (input) => run(request, input),
        done: () => redirect(`${OFFICE}/${idOf(request)}?done=officer`),
        sentence: sentence(request.locale),
        again: (state) => draw(request, { name, state }),
      }),
  }
}

const organisation = (request: WebRequest) => idOf<'organisation'>(request)
const officer = (request: WebRequest) => idOf<'officer'>(request, 'officer')

export const officerRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, policy: keepers, handle: async (request) => page(await draw(request, null)) },
  verb('', 'change', forms.officerForm, (request, input) =>
    changeOfficer(request.ctx, organisation(request), officer(request), {
      ...input,
      source: forms.sourceOf(input),
    }),
  ),
  verb('/end', 'end', forms.officerEndForm, (request, input) =>
    endOfficer(request.ctx, organisation(request), officer(request), {
      until: input.until,
      source: forms.sourceOf(input),
    }),
  ),
  verb('/remove', 'remove', forms.reasonForm, (request, { reason }) =>
    removeOfficer(request.ctx, organisation(request), officer(request), reason),
  ),
]
