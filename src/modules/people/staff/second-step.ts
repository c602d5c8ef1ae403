/** Addresses of the second step: passing it, setting it up. */
import { Refused } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { type FormState, submit } from '../../../platform/http/submit.ts'
import { passkeysWork, registrationOptions } from '../actions/credentials/passkeys.ts'
import { totpUri } from '../actions/credentials/totp.ts'
import { nextStep } from '../actions/door.ts'
import {
  passSecondStep,
  passSecondStepByPasskey,
  type SetUp,
  secretToSetUp,
  setUpPasskey,
  setUpTotp,
  waitingAccount,
} from '../actions/second-factor.ts'
import * as forms from '../forms.ts'
import { sentence } from '../texts/index.ts'
import type { Account } from '../types.ts'
import * as views from '../views/entry.ts'
import * as setUp from '../views/set-up.ts'
import { askedNext, doorOf, onward, sessionCookies, sessionOf } from './door.ts'
import { drawSignIn, get, passkeyRequest, post } from './entry.ts'

const { PATHS } = views

export function offerOf(request: WebRequest, account: Account): setUp.TotpOffer {
  const secret = secretToSetUp(request.house, sessionOf(request), account)
  return { secret, uri: totpUri(secret, account.email, `Віче, ${request.house.city.name.uk}`) }
}

/** The steps after the passphrase need a session that waits; when it is over, one begins at the beginning. */
async function drawStep(
  request: WebRequest,
  state: FormState,
  draw: (account: Account) => Promise<Html>,
): Promise<Html> {
  try {
    return await draw(await waitingAccount(request.ctx, request.session?.id ?? null))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return drawSignIn(request, { name: 'passphrase', state: { values: {}, errors: state.errors } })
  }
}

async function drawSecond(
  request: WebRequest,
  account: Account,
  sent: Parameters<typeof views.secondPage>[1]['sent'],
) {
  return views.secondPage(request.frame, {
    name: account.name,
    next: askedNext(request),
    totp: account.totpSecret !== null,
    passkey: account.passkeys > 0 ? await passkeyRequest(request) : null,
    sent,
  })
}

async function drawSetUp(
  request: WebRequest,
  account: Account,
  sent: Parameters<typeof setUp.setUpPage>[1]['sent'],
) {
  const { house, ctx } = request
  return setUp.setUpPage(request.frame, {
    next: askedNext(request),
    offer: offerOf(request, account),
    passkey: passkeysWork(house) ? await registrationOptions(house, account, [], ctx.now) : null,
    sent,
  })
}

async function showStep(request: WebRequest, wanted: 'second' | 'setUp'): Promise<Reply> {
  if (request.ctx.actor.kind === 'staff') return redirect(askedNext(request))
  try {
    const account = await waitingAccount(request.ctx, request.session?.id ?? null)
    const step = nextStep(account)
    if (step !== wanted) return redirect(step === 'second' ? PATHS.second : PATHS.setUp)
    return page(
      await (wanted === 'second' ? drawSecond(request, account, null) : drawSetUp(request, account, null)),
    )
  } catch (error) {
    if (error instanceof Refused) return redirect(PATHS.signIn)
    throw error
  }
}

/** The codes are shown in the answer itself, once; the page's forms belong to the new session. */
function showCodes(request: WebRequest, { session, recoveryCodes }: SetUp): Reply {
  const frame = { ...request.frame, csrf: session.csrf }
  const body = setUp.codesPage(frame, recoveryCodes, askedNext(request))
  return { kind: 'page', status: 200, body, cookies: sessionCookies(session) }
}

export const secondStepRoutes: readonly Route[] = [
  get(PATHS.second, (request) => showStep(request, 'second')),
  post(PATHS.second, (request) =>
    submit(request, {
      schema: forms.codeForm,
      act: (input) => passSecondStep(request.ctx, doorOf(request), { kind: 'totp', code: input.code }),
      done: (session) => onward('office', askedNext(request), session),
      sentence: sentence(request.locale),
      again: (state) =>
        drawStep(request, state, (account) => drawSecond(request, account, { name: 'totp', state })),
    }),
  ),
  post(PATHS.recovery, (request) =>
    submit(request, {
      schema: forms.recoveryForm,
      act: (input) =>
        passSecondStep(request.ctx, doorOf(request), { kind: 'recovery', code: input.recovery }),
      done: (session) => onward('office', askedNext(request), session),
      sentence: sentence(request.locale),
      again: (state) =>
        drawStep(request, state, (account) => drawSecond(request, account, { name: 'recovery', state })),
    }),
  ),
  post(PATHS.secondPasskey, (request) =>
    submit(request, {
      schema: forms.passkeyForm,
      act: (input) => passSecondStepByPasskey(request.ctx, doorOf(request), input.answer),
      done: (session) => onward('office', askedNext(request), session),
      sentence: sentence(request.locale),
      again: (state) =>
        drawStep(request, state, (account) => drawSecond(request, account, { name: 'passkey', state })),
    }),
  ),
  get(PATHS.setUp, (request) => showStep(request, 'setUp')),
  post(PATHS.setUp, (request) =>
    submit(request, {
      schema: forms.codeForm,
      act: (input) => setUpTotp(request.ctx, doorOf(request), input.code),
      done: (result) => showCodes(request, result),
      sentence: sentence(request.locale),
      again: (state) =>
        drawStep(request, state, (account) => drawSetUp(request, account, { name: 'totp', state })),
    }),
  ),
  post(PATHS.setUpPasskey, (request) =>
    submit(request, {
      schema: forms.setUpPasskeyForm,
      act: (input) => setUpPasskey(request.ctx, doorOf(request), input),
      done: (result) => showCodes(request, result),
      sentence: sentence(request.locale),
      again: (state) =>
        drawStep(request, state, (account) => drawSetUp(request, account, { name: 'passkey', state })),
    }),
  ),
]
