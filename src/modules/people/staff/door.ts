/** From a request to a door, and from a new session to the browser's cookie. */
import { refuse } from '../../../kernel/refusal.ts'
import { SESSION_COOKIE } from '../../../platform/http/options.ts'
import {
  type Cookie,
  one,
  type Reply,
  redirect,
  safeNext,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { withQuery } from '../../../ui/index.ts'
import { type Door, refused, type Step } from '../actions/door.ts'
import { deviceName } from '../rules/device.ts'
import type { OpenedSession } from '../store/sessions.ts'
import { PATHS } from '../views/entry.ts'

const HOME = '/office'

export function doorOf(request: WebRequest): Door {
  return {
    house: request.house,
    address: request.address,
    device: deviceName(request.headers['user-agent'] ?? ''),
    locale: request.locale,
    sessionId: request.session?.id ?? null,
  }
}

/** The id of the session, for what only a session can do. */
export function sessionOf(request: WebRequest): string {
  if (!request.session) throw refused(refuse('session_over'))
  return request.session.id
}

export function sessionCookies(session: OpenedSession): readonly Cookie[] {
  return [{ name: SESSION_COOKIE, value: session.secret, path: HOME }]
}

export const NO_SESSION: readonly Cookie[] = [{ name: SESSION_COOKIE, value: '', path: HOME, maxAge: 0 }]

/** Where the reader wanted to go: of this site, or the start page. */
export function nextOf(text: string): string {
  const next = safeNext(text, HOME)
  return next.startsWith(PATHS.signIn) ? HOME : next
}

export function askedNext(request: WebRequest): string {
  return nextOf(one(request.form, 'next') || one(request.query, 'next'))
}

export function onward(step: Step, next: string, session: OpenedSession): Reply {
  const to = nextOf(next)
  const paths = { second: PATHS.second, setUp: PATHS.setUp, office: to }
  const address = step === 'office' || to === HOME ? paths[step] : withQuery(paths[step], { next: to })
  return redirect(address, sessionCookies(session))
}
