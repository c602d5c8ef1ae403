/** Addresses of one's own account in the cabinet. */

import { found, foundId } from '../../../kernel/errors.ts'
import { isId } from '../../../kernel/ids.ts'
import {
  download,
  inCabinet,
  one,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { organisationsByIds } from '../../organisations/index.ts'
import * as act from '../actions/account.ts'
import { withdrawDelegation } from '../actions/decide.ts'
import { detailsForm, empty, sessionForm } from '../forms.ts'
import { delegationsOfPerson } from '../store/delegations.ts'
import { sessionsOf } from '../store/sessions.ts'
import { keepLocale } from '../store/visitors.ts'
import { sentence } from '../texts/index.ts'
import { accountPage } from '../views/account.ts'
import { PATHS } from '../views/entry.ts'
import { NO_SESSION } from './entry.ts'

async function facts(request: WebRequest) {
  const { ctx } = request
  const person = await act.ownAccount(ctx)
  const delegations = await delegationsOfPerson(ctx.db, person.id)
  const organisations = await organisationsByIds(
    ctx.db,
    delegations.map((d) => d.organisationId),
  )
  return { person, delegations, organisations, sessions: await sessionsOf(ctx.db, person.id, ctx.now) }
}

async function draw(request: WebRequest, state: FormState) {
  const known = await facts(request)
  return accountPage(request.frame, {
    ...known,
    delegations: known.delegations.filter((d) => ['submitted', 'returned', 'active'].includes(d.state)),
    sessionId: request.session?.id ?? null,
    state,
    done: one(request.query, 'done'),
  })
}

/** Law 2297-VI, article 8: everything that is kept of a person, in one file. */
async function ownData(request: WebRequest) {
  const { person, delegations, organisations, sessions } = await facts(request)
  const { id: _, state: __, ...account } = person
  const body = {
    account,
    delegations: delegations.map((d) => ({
      organisation: organisations.get(d.organisationId)?.name ?? null,
      post: d.post,
      state: d.state,
      basis: d.basis,
      claimedAt: d.claimedAt.toString(),
      confirmedAt: d.confirmedAt?.toString() ?? null,
      from: d.from?.toString() ?? null,
      to: d.to?.toString() ?? null,
      paper: d.paper,
      reason: d.reason,
      endedAt: d.endedAt?.toString() ?? null,
    })),
    sessions: sessions.map((s) => ({
      device: s.device,
      address: s.address,
      createdAt: s.createdAt.toString(),
      seenAt: s.seenAt.toString(),
    })),
  }
  return download('viche-my-data.json', 'application/json; charset=utf-8', JSON.stringify(body, null, 2))
}

function write<T>(
  path: string,
  schema: Parameters<typeof submit<T, void>>[1]['schema'],
  doIt: (request: WebRequest, input: T) => Promise<void>,
  done: (request: WebRequest) => ReturnType<typeof redirect>,
): Route {
  return {
    method: 'POST',
    path,
    policy: inCabinet,
    handle: (request) =>
      submit(request, {
        schema,
        act: (input) => doIt(request, input),
        done: () => done(request),
        sentence: sentence(request.locale),
        again: (state) => draw(request, state),
      }),
  }
}

export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATHS.account,
    policy: inCabinet,
    handle: async (request) => page(await draw(request, CLEAN)),
  },
  { method: 'GET', path: `${PATHS.account}/data.json`, policy: inCabinet, handle: ownData },
  write(
    PATHS.account,
    detailsForm,
    async (request, input) => {
      await act.changeOwnDetails(request.ctx, input)
      if (request.session) await keepLocale(request.ctx.db, request.session.id, input.locale)
    },
    () => redirect(`${PATHS.account}?done=saved`),
  ),
  write(
    `${PATHS.account}/give-up`,
    sessionForm,
    (request, { id }) => {
      const delegation = foundId(id, 'delegation')
      return withdrawDelegation(request.ctx, request.house, { id: delegation, reason: null })
    },
    () => redirect(`${PATHS.account}?done=withdrawn`),
  ),
  write(
    `${PATHS.account}/sessions/end`,
    sessionForm,
    (request, { id }) => act.endOneSession(request.ctx, found(isId(id) ? id : null, 'session')),
    () => redirect(PATHS.account),
  ),
  write(
    `${PATHS.account}/sessions/end-others`,
    empty,
    (request) => act.endOtherSessions(request.ctx, request.session?.id ?? null),
    () => redirect(PATHS.account),
  ),
  write(
    `${PATHS.account}/close`,
    empty,
    (request) => act.removeOwnAccount(request.ctx, request.house),
    () => redirect(`${PATHS.signIn}?out=1`, NO_SESSION),
  ),
]
