/** Addresses of coming in and going out. */
import { CABINET_COOKIE } from '../../../platform/http/options.ts'
import {
  anyone,
  type Cookie,
  one,
  page,
  type Route,
  redirect,
  safeNext,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { deviceName } from '../../people/index.ts'
import { askSignIn, enterByLink, personOfLink, SIGN_IN_KIND, signOut, type Visit } from '../actions/entry.ts'
import { enterForm, signInForm } from '../forms.ts'
import type { OpenedSession } from '../store/sessions.ts'
import { sentence } from '../texts/index.ts'
import { deadLinkPage, enterPage, PATHS, sentPage, signInPage } from '../views/entry.ts'

export function visitOf(request: WebRequest): Visit {
  return {
    house: request.house,
    address: request.address,
    device: deviceName(request.headers['user-agent'] ?? ''),
    locale: request.locale,
  }
}

export function sessionCookies(session: OpenedSession): readonly Cookie[] {
  return [{ name: CABINET_COOKIE, value: session.secret, path: PATHS.home }]
}

export const NO_SESSION: readonly Cookie[] = [
  { name: CABINET_COOKIE, value: '', path: PATHS.home, maxAge: 0 },
]

/** Where the reader wanted to go: within the cabinet, or its first page. */
function nextOf(text: string): string {
  const next = safeNext(text, PATHS.home)
  return next.startsWith(`${PATHS.home}/`) && !next.startsWith(PATHS.signIn) ? next : PATHS.home
}

const drawSignIn = (request: WebRequest, state: FormState) =>
  signInPage(request.frame, {
    next: nextOf(one(request.form, 'next') || one(request.query, 'next')),
    signedOut: one(request.query, 'out') === '1',
    state,
  })

export const entryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATHS.signIn,
    policy: anyone,
    handle: (request) =>
      request.ctx.actor.kind === 'representative'
        ? redirect(nextOf(one(request.query, 'next')))
        : page(drawSignIn(request, CLEAN)),
  },
  {
    method: 'POST',
    path: PATHS.signIn,
    policy: anyone,
    handle: (request) =>
      submit(request, {
        schema: signInForm,
        act: async (input) => {
          const next = nextOf(input.next)
          await askSignIn(request.ctx, visitOf(request), { email: input.email, next })
          const rules = await readSetting(request.ctx.db, 'mail.autoRelease')
          return { email: input.email, next, byHand: rules?.[SIGN_IN_KIND] === undefined }
        },
        // No redirect: the address would stand in the history of a browser that others use too.
        done: (asked) =>
          page(sentPage(request.frame, { ...asked, demonstration: request.house.demonstration })),
        sentence: sentence(request.locale),
        again: (state) => drawSignIn(request, state),
      }),
  },
  {
    method: 'GET',
    path: PATHS.enter,
    policy: anyone,
    async handle(request) {
      const key = one(request.query, 'key').slice(0, 100)
      const person = await personOfLink(request.ctx, key)
      if (!person) return page(deadLinkPage(request.frame), 422)
      return page(enterPage(request.frame, { person, key, next: nextOf(one(request.query, 'next')) }))
    },
  },
  {
    method: 'POST',
    path: PATHS.enter,
    policy: anyone,
    handle: (request) =>
      submit(request, {
        schema: enterForm,
        act: (input) => enterByLink(request.ctx, visitOf(request), input.key),
        done: (session) => redirect(nextOf(one(request.form, 'next')), sessionCookies(session)),
        sentence: sentence(request.locale),
        again: () => deadLinkPage(request.frame),
      }),
  },
  {
    method: 'POST',
    path: PATHS.signOut,
    policy: anyone,
    async handle(request) {
      if (request.session) await signOut(request.ctx, request.session.id)
      return redirect(`${PATHS.signIn}?out=1`, NO_SESSION)
    },
  },
]
