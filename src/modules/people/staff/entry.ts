/** Addresses of coming in and going out. */

import { Refused } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import {
  anyone,
  one,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { passkeysWork, registrationOptions, signInOptions } from '../actions/credentials/passkeys.ts'
import { totpUri } from '../actions/credentials/totp.ts'
import { nextStep } from '../actions/door.ts'
import {
  acceptInvitation,
  becomeFirstAdministrator,
  invitedPerson,
  isFirstLink,
} from '../actions/invitation.ts'
import {
  passSecondStep,
  passSecondStepByPasskey,
  type SetUp,
  secretToSetUp,
  setUpPasskey,
  setUpTotp,
  waitingAccount,
} from '../actions/second-factor.ts'
import { answerOidc, askOidc, signIn, signInWithPasskey, signOut } from '../actions/sign-in.ts'
import * as forms from '../forms.ts'
import { sentence } from '../texts/index.ts'
import type { Account } from '../types.ts'
import * as views from '../views/entry.ts'
import * as links from '../views/links.ts'
import * as setUp from '../views/set-up.ts'
import { askedNext, doorOf, NO_SESSION, onward, sessionCookies, sessionOf } from './door.ts'

const { PATHS } = views

export function passkeyRequest(request: WebRequest) {
  return passkeysWork(request.house) ? signInOptions(request.house, request.ctx.now) : null
}

export function offerOf(request: WebRequest, account: Account): setUp.TotpOffer {
  const secret = secretToSetUp(request.house, sessionOf(request), account)
  return { secret, uri: totpUri(secret, account.email, `Віче, ${request.house.city.name.uk}`) }
}

async function drawSignIn(
  request: WebRequest,
  sent: Parameters<typeof views.signInPage>[1]['sent'],
): Promise<Html> {
  return views.signInPage(request.frame, {
    next: askedNext(request),
    passkey: await passkeyRequest(request),
    oidc: request.house.oidc !== null,
    signedOut: one(request.query, 'out') === '1',
    sent,
  })
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

function get(path: string, handle: Route['handle']): Route {
  return { method: 'GET', path, policy: anyone, handle }
}

function post(path: string, handle: Route['handle']): Route {
  return { method: 'POST', path, policy: anyone, handle }
}

export const entryRoutes: readonly Route[] = [
  get(PATHS.signIn, async (request) =>
    request.ctx.actor.kind === 'staff' ? redirect(askedNext(request)) : page(await drawSignIn(request, null)),
  ),
  post(PATHS.signIn, (request) =>
    submit(request, {
      schema: forms.signInForm,
      act: (input) => signIn(request.ctx, doorOf(request), input),
      done: ({ session, step }) => onward(step, askedNext(request), session),
      sentence: sentence(request.locale),
      again: (state) => drawSignIn(request, { name: 'passphrase', state }),
    }),
  ),
  post(PATHS.passkey, (request) =>
    submit(request, {
      schema: forms.passkeyForm,
      act: (input) => signInWithPasskey(request.ctx, doorOf(request), input.answer),
      done: ({ session, step }) => onward(step, askedNext(request), session),
      sentence: sentence(request.locale),
      again: (state) => drawSignIn(request, { name: 'passkey', state }),
    }),
  ),
  post(PATHS.oidc, (request) =>
    submit(request, {
      schema: forms.oidcForm,
      act: () => askOidc(request.ctx, doorOf(request), askedNext(request)),
      // A link, not a redirect: a form of ours may lead to our own pages only (form-action of the CSP).
      done: ({ url, session }) => ({
        kind: 'page',
        status: 200,
        body: views.goToServicePage(request.frame, url),
        cookies: sessionCookies(session),
      }),
      sentence: sentence(request.locale),
      again: (state) => drawSignIn(request, { name: 'passphrase', state }),
    }),
  ),
  get(`${PATHS.oidc}/callback`, async (request) => {
    try {
      const { session, step, next } = await answerOidc(request.ctx, doorOf(request), request.url)
      return onward(step, next, session)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const errors = error.refusals.map((r) => ({ field: '', message: sentence(request.locale)(r) }))
      return page(await drawSignIn(request, { name: 'passphrase', state: { values: {}, errors } }), 422)
    }
  }),
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
  post('/office/sign-out', async (request) => {
    if (request.session) await signOut(request.ctx, request.session.id)
    return redirect(`${PATHS.signIn}?out=1`, NO_SESSION)
  }),
  get(PATHS.welcome, async (request) => {
    const key = one(request.query, 'key')
    return (await isFirstLink(request.ctx, key))
      ? page(links.welcomePage(request.frame, key, CLEAN))
      : page(links.deadLinkPage(request.frame, 'welcome'), 404)
  }),
  post(PATHS.welcome, (request) =>
    submit(request, {
      schema: forms.welcomeForm,
      act: (input) => becomeFirstAdministrator(request.ctx, doorOf(request), input),
      done: ({ session, step }) => onward(step, '', session),
      sentence: sentence(request.locale),
      again: async (state) => {
        const key = one(state.values, 'key')
        return (await isFirstLink(request.ctx, key))
          ? links.welcomePage(request.frame, key, state)
          : links.deadLinkPage(request.frame, 'welcome')
      },
    }),
  ),
  get(PATHS.invitation, (request) => showInvitation(request, one(request.query, 'key'))),
  post(PATHS.invitation, (request) =>
    submit(request, {
      schema: forms.invitationForm,
      act: (input) => acceptInvitation(request.ctx, doorOf(request), input),
      done: ({ session, step }) => onward(step, '', session),
      sentence: sentence(request.locale),
      again: (state) => drawInvitation(request, one(state.values, 'key'), state).then(({ body }) => body),
    }),
  ),
]

async function showInvitation(request: WebRequest, key: string): Promise<Reply> {
  const { body, status } = await drawInvitation(request, key, CLEAN)
  return page(body, status)
}

async function drawInvitation(request: WebRequest, key: string, state: FormState) {
  const person = await invitedPerson(request.ctx, key)
  return person
    ? {
        body: links.invitationPage(request.frame, { name: person.name, email: person.email, key }, state),
        status: 200,
      }
    : { body: links.deadLinkPage(request.frame, 'invitation'), status: 404 }
}
