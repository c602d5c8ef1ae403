/** What an installation is told once and may change: kept in the database, changed by actions that audit. */
import type { UnitId } from '../kernel/actor.ts'
import type { Temporal } from '../kernel/civil-date.ts'
import type { Db, DbTransaction } from './db.ts'

/** The city as it stands on pages and documents. */
export type City = {
  /** `Ніжин`. */
  readonly name: { readonly uk: string; readonly en: string }
  /** `Ніжинська міська рада`. */
  readonly council: { readonly uk: string; readonly en: string }
  /** `Ніжинської міської ради`: genitive, for documents. */
  readonly councilGenitive: string
  readonly executive: { readonly uk: string; readonly en: string }
  readonly edrpou: string | null
  readonly katottg: string | null
  readonly address: string | null
  readonly email: string | null
}

export type Settings = {
  city: City
  /** A demonstration database says so on each page and lets a visitor take any role. Fixed when the database is made. */
  instance: { readonly kind: 'demonstration' | 'city'; readonly madeAt: string }
  /** Kinds of mailings that leave by themselves, each switched on by a person. */
  'mail.autoRelease': Readonly<Record<string, { readonly by: string; readonly at: string }>>
  /** How delegations of representatives are looked at. */
  representatives: {
    /** A colleague whom a representative invited speaks at once, until the inviter's own last day. */
    readonly trustInvitations: boolean
    /** Offered to the clerk as the length of a delegation. */
    readonly months: number
  }
  /** Number of the measure whose evidence a published city passport is; none: of no measure. */
  'passport.measure': { readonly number: string | null }
  /** For how long the registry of organisations keeps data of persons: years, of rows of lists days. */
  'organisations.retention': {
    readonly former: number
    readonly consent: number
    readonly proposals: number
    readonly imports: number
  }
  /** Which measure a published practice card is evidence for (none: null), and who carries it out. */
  practices: { readonly measure: string | null; readonly unitId: UnitId | null }
  /** News of organisations. */
  publications: {
    /** Number of the measure whose evidence they are: «4.6»; none: they are evidence of nothing. */
    readonly measure: string | null
    /** The department that keeps the site, as the evidence names it. */
    readonly unitId: string | null
    /** Working days in which a clerk decides. */
    readonly decideDays: number
    /** Origins of sites that may show the news in a frame. */
    readonly embedIn: readonly string[]
  }
  /** Words by which the city is found in the state register; the city's name where nobody said others. */
  'register.cityWords': readonly string[]
  /** Who answers for the open data: a unit and its own address, never a person's. */
  'openData.publisher': {
    readonly unit: string | null
    readonly email: string | null
    /** Code by the old classifier of territories, which KMU 835 still asks for. */
    readonly koatuu: string | null
  }
  /** A time before elections, both days included: nothing of seminars then tells parties apart. */
  'seminars.elections': { readonly from: string; readonly to: string; readonly basis: string } | null
  /** Months after an event at which its registrants and askers are forgotten. */
  'events.forgetAfterMonths': number
}

export async function readSetting<K extends keyof Settings>(
  db: Db | DbTransaction,
  key: K,
): Promise<Settings[K] | null> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  return row ? (row.value as Settings[K]) : null
}

export async function writeSetting<K extends keyof Settings>(
  tx: { readonly db: DbTransaction; readonly now: Temporal.Instant },
  key: K,
  value: Settings[K],
): Promise<void> {
  const row = { key, value: JSON.stringify(value), updated_at: tx.now }
  await tx.db
    .insertInto('settings')
    .values(row)
    .onConflict((c) => c.column('key').doUpdateSet({ value: row.value, updated_at: row.updated_at }))
    .execute()
}
