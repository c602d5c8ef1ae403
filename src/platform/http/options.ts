/** What the server is told by the composition root. */
import type { Actor } from '../../kernel/actor.ts'
import type { EnteredArea } from '../../kernel/area.ts'
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Frame } from '../../ui/frame.ts'
import type { Db } from '../db.ts'
import type { House } from '../house.ts'
import type { Pulse } from '../pulse.ts'
import type { AssetStore } from './assets.ts'
import type { Failure } from './failure.ts'
import type { Route, Session } from './route.ts'
import type { PageCaching } from './same-for-all.ts'

export const SESSION_COOKIE = 'viche_session'
export const CABINET_COOKIE = 'viche_cabinet'

export type Visitor = { readonly actor: Actor; readonly session: Session; readonly locale: Locale }

/** How a part of the site is entered. */
export type Entrance = {
  readonly cookie: string
  /** Where one who is unknown is sent. */
  readonly signIn: string
  /** Who bears this cookie; null when it is unknown, ended or too old. */
  readonly visitorOf: (cookie: string) => Promise<Visitor | null>
  /** The person chose a language with the link at the foot of a page. */
  readonly keepLocale: (sessionId: string, locale: Locale) => Promise<void>
}

export type ServerOptions = {
  readonly db: Db
  readonly pulse: Pulse
  readonly house: House
  readonly trustProxy: false | number | readonly string[]
  readonly pageCache: PageCaching
  readonly routes: readonly Route[]
  readonly assets: AssetStore
  readonly entrances: Readonly<Record<EnteredArea, Entrance>>
  /** Who bears this API token. */
  readonly bearerOf: (token: string) => Promise<Actor | null>
  readonly frameOf: (visit: {
    locale: Locale
    actor: Actor
    session: Session | null
    path: string
    number: string
    now: Temporal.Instant
  }) => Promise<Frame>
  readonly errorPage: (frame: Frame | null, locale: Locale, failure: Failure) => Html
}
