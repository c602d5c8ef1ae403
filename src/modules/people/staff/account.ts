/** Addresses of one's own account. */
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import {
  one,
  page,
  type Reply,
  type Route,
  redirect,
  signedIn,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import * as act from '../actions/account.ts'
import { passkeysWork, registrationOptions } from '../actions/credentials/passkeys.ts'
import * as forms from '../forms.ts'
import { recoveryCodesLeft } from '../store/accounts.ts'
import { passkeysOf } from '../store/passkeys.ts'
import { sessionsOf } from '../store/sessions.ts'
import { unitsByIds } from '../store/units.ts'
import { sentence, texts } from '../texts/index.ts'
import type { Account } from '../types.ts'
import * as views from '../views/account.ts'
import * as changes from '../views/account-changes.ts'
import { codesPage } from '../views/set-up.ts'
import { doorOf } from './door.ts'
import { offerOf } from './second-step.ts'

const { ACCOUNT } = views

async function draw(request: WebRequest, state: FormState): Promise<Html> {
  const { ctx } = request
  const account = await act.ownAccount(ctx)
  const grants = ctx.actor.kind === 'staff' ? ctx.actor.grants : []
  const units = await unitsByIds(
    ctx.db,
    grants.flatMap((g) => (g.unitId ? [g.unitId] : [])),
  )
  const t = texts[request.locale]
  return views.accountPage(
    request.frame,
    {
      account,
      roles: grants.map((g) => (g.unitId ? t.executorOf(units.get(g.unitId)?.name ?? '') : t.roles[g.role])),
      passkeys: await passkeysOf(ctx.db, account.id),
      recoveryCodes: await recoveryCodesLeft(ctx.db, account.id),
      sessions: await sessionsOf(ctx.db, account.id, ctx.now),
      sessionId: request.session?.id ?? null,
      passkeysWork: passkeysWork(request.house),
    },
    state,
  )
}

type Drawing = (request: WebRequest, account: Account, state: FormState) => Promise<Html> | Html

/** A page that changes one way in: shown by GET, done by POST. */
function change<T, R>(
  path: string,
  schema: Parameters<typeof submit<T, R>>[1]['schema'],
  drawing: Drawing,
  doIt: (request: WebRequest, input: T) => Promise<R>,
  done: (request: WebRequest, result: R) => Reply = () => redirect(ACCOUNT),
): readonly Route[] {
  const again = async (request: WebRequest, state: FormState) =>
    drawing(request, await act.ownAccount(request.ctx), state)
  return [
    {
      method: 'GET',
      path,
      policy: signedIn,
      handle: async (request) => page(await again(request, CLEAN)),
    },
    {
      method: 'POST',
      path,
      policy: signedIn,
      handle: (request) =>
        submit(request, {
          schema,
          act: (input) => doIt(request, input),
          done: (result) => done(request, result),
          sentence: sentence(request.locale),
          again: (state) => again(request, state),
        }),
    },
  ]
}

async function drawAddPasskey(request: WebRequest, account: Account, state: FormState): Promise<Html> {
  const known = await passkeysOf(request.ctx.db, account.id)
  const options = await registrationOptions(request.house, account, known, request.ctx.now)
  return changes.addPasskeyPage({ frame: request.frame, account, state }, options)
}

async function drawRemovePasskey(request: WebRequest, account: Account, state: FormState): Promise<Html> {
  const keys = await passkeysOf(request.ctx.db, account.id)
  const key = found(
    keys.find((k) => k.id === (one(state.values, 'id') || one(request.query, 'id'))),
    'passkey',
  )
  return changes.removePasskeyPage({ frame: request.frame, account, state }, key)
}

export const accountRoutes: readonly Route[] = [
  ...change(
    ACCOUNT,
    forms.detailsForm,
    (request, _, state) => draw(request, state),
    (request, input) => act.changeOwnDetails(request.ctx, doorOf(request), input),
  ),
  ...change(
    `${ACCOUNT}/passphrase`,
    forms.passphraseForm,
    (request, account, state) => changes.passphrasePage({ frame: request.frame, account, state }),
    (request, input) => act.changePassphrase(request.ctx, doorOf(request), input),
  ),
  ...change(
    `${ACCOUNT}/totp`,
    forms.totpForm,
    (request, account, state) =>
      changes.totpPage({ frame: request.frame, account, state }, offerOf(request, account)),
    (request, input) => act.changeTotp(request.ctx, doorOf(request), input),
  ),
  ...change(`${ACCOUNT}/passkeys/new`, forms.addPasskeyForm, drawAddPasskey, (request, input) =>
    act.addPasskey(request.ctx, doorOf(request), input),
  ),
  ...change(`${ACCOUNT}/passkeys/remove`, forms.removePasskeyForm, drawRemovePasskey, (request, input) =>
    act.removePasskey(request.ctx, doorOf(request), input),
  ),
  ...change(
    `${ACCOUNT}/recovery-codes`,
    forms.proofForm,
    (request, account, state) => changes.renewCodesPage({ frame: request.frame, account, state }),
    (request, input) => act.renewRecoveryCodes(request.ctx, doorOf(request), input),
    (request, codes) => page(codesPage(request.frame, codes, ACCOUNT)),
  ),
  {
    method: 'POST',
    path: `${ACCOUNT}/sessions/end`,
    policy: signedIn,
    handle: (request) =>
      submit(request, {
        schema: forms.sessionForm,
        act: ({ id }) => act.endOneSession(request.ctx, id),
        done: () => redirect(ACCOUNT),
        sentence: sentence(request.locale),
        again: () => draw(request, CLEAN),
      }),
  },
  {
    method: 'POST',
    path: `${ACCOUNT}/sessions/end-others`,
    policy: signedIn,
    handle: (request) =>
      submit(request, {
        schema: forms.emptyForm,
        act: () => act.endOtherSessions(request.ctx, doorOf(request)),
        done: () => redirect(ACCOUNT),
        sentence: sentence(request.locale),
        again: () => draw(request, CLEAN),
      }),
  },
]
