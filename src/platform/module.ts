/** What a module is to the house: one value, one line in `modules.ts`. */

import type { Actor } from '../kernel/actor.ts'
import type { Area } from '../kernel/area.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Bilingual, Locale } from '../kernel/texts.ts'
import type { Context } from './context.ts'
import type { Db } from './db.ts'
import type { Follows } from './event.ts'
import type { House } from './house.ts'
import type { Route } from './http/route.ts'

/** A line of the main navigation. */
export type NavEntry = {
  readonly path: string
  readonly label: Bilingual<string>
  readonly area: Area
  /** Lower comes first. */
  readonly order: number
  readonly allows?: (actor: Actor) => boolean
}

/** Run by the job loop as the system actor. Run twice, it changes nothing more. */
export type Job = {
  /** `duties.open`: module and verb. */
  readonly name: string
  /** Five fields in the city's time zone; none: only on demand. */
  readonly cron?: string
  readonly run: (ctx: Context, payload: unknown, tools: JobTools) => Promise<void>
}

export type JobTools = { readonly house: House; readonly signal: AbortSignal }

export type CommandIo = {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  readonly readFile: (path: string) => Promise<Uint8Array>
}

/** `viche MODULE VERB …`. With `--json` nothing but JSON goes to standard output. */
export type Command = {
  readonly verb: string
  readonly summary: Bilingual<string>
  /** Works without a database. */
  readonly bare?: (args: readonly string[], io: CommandIo, today: CivilDate) => Promise<number> | number
  readonly run?: (args: readonly string[], io: CommandIo, ctx: Context, house: House) => Promise<number>
}

export type Column = {
  readonly key: string
  readonly title: Bilingual<string>
  readonly description: Bilingual<string>
  /**
   * Frictionless Table Schema types. A row holds `null` for nothing, a `CivilDate` or its ISO text for `date`,
   * a `Temporal.Instant` or its ISO text for `datetime`, a whole number for `year`; money is a `number` of UAH.
   */
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'year'
  /** Never empty. */
  readonly required?: boolean
  /** The only values that may stand there. */
  readonly values?: readonly string[]
}

/** A published data set: rows of public facts, described column by column (KMU 835). */
export type DataSet = {
  readonly slug: string
  readonly title: Bilingual<string>
  readonly description: Bilingual<string>
  readonly periodicity: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'
  readonly keywords: Bilingual<readonly string[]>
  readonly columns: readonly Column[]
  /** Keys of the columns that tell one row from another. */
  readonly primaryKey?: readonly string[]
  /** Why it is published, where that is more than KMU 835: an act and its article. */
  readonly basis?: Bilingual<string>
  /** The public page that shows the same. */
  readonly page?: string
  readonly rows: (db: Db) => Promise<readonly Readonly<Record<string, unknown>>[]>
}

/** What the site's search finds in a module. Public things only. */
export type SearchHit = {
  /** Of the public page, without the language: `/dates/rules/request.answer`. */
  readonly path: string
  readonly title: string
  readonly excerpt: string
  readonly kind: string
}

/** A feed that a reader's program follows; listed on `/feeds`. */
export type FeedEntry = {
  /** Without the language: `/programme/events.atom`. */
  readonly path: string
  readonly title: Bilingual<string>
  readonly type: 'application/atom+xml' | 'text/calendar'
}

export type Module = {
  readonly name: string
  /** Modules whose `index.ts` this one may import. */
  readonly needs: readonly string[]
  readonly routes?: readonly Route[]
  readonly nav?: readonly NavEntry[]
  readonly jobs?: readonly Job[]
  readonly commands?: readonly Command[]
  readonly openData?: readonly DataSet[]
  readonly feeds?: readonly FeedEntry[]
  readonly search?: (db: Db, text: string, locale: Locale, limit: number) => Promise<readonly SearchHit[]>
  /** What this module does when something happens in one below it, in the same transaction. */
  readonly follows?: readonly Follows[]
  /** What this module puts into places of modules below it: `eventAdditions.with(…)`. */
  readonly adds?: readonly Follows[]
  /** Public addresses for the sitemap, without the language. */
  readonly sitemap?: (db: Db) => Promise<readonly string[]>
}

export function defineModule(module: Module): Module {
  return module
}
