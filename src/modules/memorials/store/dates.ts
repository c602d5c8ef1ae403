/** The city's dates, and what was decided for each year. */
import type { Selectable } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { EventId, EventState } from '../../events/index.ts'
import type { MemorialsTables } from '../tables.ts'
import type { DateInput, MemorialDate } from '../types.ts'

export type Reader = Db | DbTransaction

function dateOf(row: Selectable<MemorialsTables['memorial_dates']>): MemorialDate {
  return {
    key: row.key,
    title: row.title,
    titleEn: row.title_en,
    rule: row.rule,
    scope: row.scope,
    since: row.since,
    starts: row.starts,
    silenceAt: row.silence_at,
    sourceText: row.source_text,
    sourceUrl: row.source_url,
    verified: row.verified,
    note: row.note,
    hidden: row.hidden,
    own: true,
    version: row.version,
  }
}

export async function ownDates(db: Reader): Promise<MemorialDate[]> {
  const rows = await db.selectFrom('memorial_dates').selectAll().orderBy('key').execute()
  return rows.map(dateOf)
}

export async function lockDates(db: DbTransaction): Promise<MemorialDate[]> {
  const rows = await db.selectFrom('memorial_dates').selectAll().orderBy('key').forUpdate().execute()
  return rows.map(dateOf)
}

/** @param version of the row after it */
export async function saveDate(
  db: DbTransaction,
  key: string,
  input: DateInput,
  version: number,
  now: Temporal.Instant,
): Promise<void> {
  const row = {
    title: input.title,
    title_en: input.titleEn,
    rule: JSON.stringify(input.rule),
    scope: input.scope,
    since: input.since,
    starts: input.starts,
    silence_at: input.silenceAt,
    source_text: input.sourceText,
    source_url: input.sourceUrl,
    verified: input.verified,
    note: input.note,
    hidden: input.hidden,
    version,
    changed_at: now,
  }
  await db
    .insertInto('memorial_dates')
    .values({ key, ...row })
    .onConflict((c) => c.column('key').doUpdateSet(row))
    .execute()
}

export type Decision = {
  readonly year: number
  readonly key: string
  readonly day: CivilDate
  readonly kept: boolean
  readonly event: { readonly id: EventId; readonly state: EventState; readonly title: string } | null
}

/** Of these years, the latest first. */
export async function decisions(
  db: Reader,
  years: { readonly from: number; readonly to: number },
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('memorial_years as y')
    .leftJoin('events as e', 'e.id', 'y.event_id')
    .select(['y.year', 'y.key', 'y.day', 'y.kept', 'e.id', 'e.state', 'e.title'])
    .where('y.year', '>=', years.from)
    .where('y.year', '<=', years.to)
    .orderBy('y.year', 'desc')
    .orderBy('y.day')
    .execute()
  return rows.map(({ id, state, title, ...row }) => ({
    ...row,
    event: id !== null && state !== null && title !== null ? { id, state, title } : null,
  }))
}

export async function saveDecision(
  db: DbTransaction,
  decision: {
    readonly year: number
    readonly key: string
    readonly day: CivilDate
    readonly kept: boolean
    readonly eventId: EventId | null
  },
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  const row = {
    day: decision.day,
    kept: decision.kept,
    event_id: decision.eventId,
    decided_at: now,
    decided_by: by,
  }
  await db
    .insertInto('memorial_years')
    .values({ year: decision.year, key: decision.key, ...row })
    .onConflict((c) => c.columns(['year', 'key']).doUpdateSet(row))
    .execute()
}

/** Every chosen day, for the term of the measure. */
export async function keptDays(db: Reader, from: CivilDate, to: CivilDate): Promise<CivilDate[]> {
  const rows = await db
    .selectFrom('memorial_years')
    .select('day')
    .distinct()
    .where('kept', '=', true)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()
  return rows.map((row) => row.day)
}
