/** Addresses of coming in and going out. */
import { found, Refused } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { anyone, one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { submit } from '../../../platform/http/submit.ts'
import { passkeysWork, signInOptions } from '../actions/credentials/passkeys.ts'
import { answerOidc, askOidc, signIn, signInWithPasskey, signOut } from '../actions/sign-in.ts'
import * as forms from '../forms.ts'
import { sentence } from '../texts/index.ts'
import * as views from '../views/entry.ts'
import { askedNext, doorOf, NO_SESSION, onward, sessionCookies } from './door.ts'

const { PATHS } = views

export function passkeyRequest(request: WebRequest) {
  return passkeysWork(request.house) ? signInOptions(request.house, request.ctx.now) : null
}

export async function drawSignIn(
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

export function get(path: string, handle: Route['handle']): Route {
  return { method: 'GET', path, policy: anyone, handle }
}

export function post(path: string, handle: Route['handle']): Route {
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
  post(PATHS.oidc, (request) => {
    found(request.house.oidc, 'sign-in by another service')
    return submit(request, {
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
    })
  }),
  get(`${PATHS.oidc}/callback`, async (request) => {
    try {
      const { session, step, next } = await answerOidc(request.ctx, doorOf(request), request.url)
      return onward(step, next, session)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const errors = error.refusals.map((r) => ({ field: null, message: sentence(request.locale)(r) }))
      return page(await drawSignIn(request, { name: 'passphrase', state: { values: {}, errors } }), 422)
    }
  }),
  post('/office/sign-out', async (request) => {
    if (request.session) await signOut(request.ctx, request.session.id)
    return redirect(`${PATHS.signIn}?out=1`, NO_SESSION)
  }),
]
