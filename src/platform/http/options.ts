/** What the server is told by the composition root. */
import type { Actor } from '../../kernel/actor.ts'
import type { Html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Frame } from '../../ui/frame.ts'
import type { Db } from '../db.ts'
import type { House } from '../house.ts'
import type { Pulse } from '../pulse.ts'
import type { AssetStore } from './assets.ts'
import type { Failure } from './failure.ts'
import type { Route, Session } from './route.ts'

export const SESSION_COOKIE = 'viche_session'

export type Visitor = { readonly actor: Actor; readonly session: Session; readonly locale: Locale }

export type ServerOptions = {
  readonly db: Db
  readonly pulse: Pulse
  readonly house: House
  readonly trustProxy: false | number | readonly string[]
  readonly pageCache: 'on' | 'off'
  readonly routes: readonly Route[]
  readonly assets: AssetStore
  /** Who bears this session cookie; null when it is unknown, ended or too old. */
  readonly visitorOf: (cookie: string) => Promise<Visitor | null>
  /** The person chose a language with the link at the foot of a page. */
  readonly keepLocale: (sessionId: string, locale: Locale) => Promise<void>
  /** Who bears this API token. */
  readonly bearerOf: (token: string) => Promise<Actor | null>
  readonly frameOf: (visit: {
    locale: Locale
    actor: Actor
    session: Session | null
    path: string
    number: string
  }) => Promise<Frame>
  readonly errorPage: (frame: Frame | null, locale: Locale, failure: Failure) => Html
}
