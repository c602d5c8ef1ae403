/** Duties one by one and in lists. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate, Period, Temporal } from '../../../kernel/civil-date.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { UnitScope } from '../policy.ts'
import type { AskedState, DutyId, DutyLine, DutyOutcome, DutyRecord } from '../types.ts'
import { containing, dutyLine, dutyLines, dutyRecord, type Reader, stateIs } from './duty-rows.ts'

export const DUTY_ORDERS = ['due', 'measure', 'unit'] as const
export type DutyOrder = (typeof DUTY_ORDERS)[number]

export type DutyQuery = {
  readonly programmeId: ProgrammeId
  readonly scope: UnitScope
  readonly today: CivilDate
  readonly state: AskedState | null
  readonly unitId: UnitId | null
  readonly measureId: MeasureId | null
  /** By the day on which the duty's own period ends. */
  readonly ends: Period | null
  readonly text: string
  readonly order: DutyOrder
  readonly descending: boolean
}

function matching(db: Reader, q: DutyQuery) {
  let found = dutyLines(db).where('d.programme_id', '=', q.programmeId)
  if (q.scope !== 'all')
    found = found.where('d.unit_id', 'in', q.scope.length > 0 ? q.scope : [sql<UnitId>`null`])
  if (q.state) found = found.where(stateIs(q.state, q.today))
  if (q.unitId) found = found.where('d.unit_id', '=', q.unitId)
  if (q.measureId) found = found.where('d.measure_id', '=', q.measureId)
  if (q.ends) found = found.where('d.period_to', '>=', q.ends.from).where('d.period_to', '<=', q.ends.to)
  if (q.text)
    found = found.where((eb) =>
      eb.or([
        eb('mv.number', '=', q.text),
        eb('mv.title', 'ilike', containing(q.text)),
        eb('mv.text', 'ilike', containing(q.text)),
        eb('u.name', 'ilike', containing(q.text)),
      ]),
    )
  return found
}

const first = { due: sql`d.due`, measure: sql`mv.position`, unit: sql`u.name` } as const

export async function listDuties(
  db: Reader,
  q: DutyQuery,
  after: string,
  size: number,
): Promise<Page<DutyLine>> {
  const direction = q.descending ? 'desc' : 'asc'
  const past = sql.raw(q.descending ? '<' : '>')
  const from =
    q.order === 'measure'
      ? decodeCursor(after, ['number', 'string', 'string'])
      : decodeCursor(after, ['string', 'string', 'string'])
  let found = matching(db, q)
  if (from) {
    const start =
      q.order === 'due'
        ? sql`${from[0]}::date`
        : q.order === 'measure'
          ? sql`${from[0]}::int`
          : sql`${from[0]}`
    found = found.where(
      sql<boolean>`(${first[q.order]}, d.due, d.id) ${past} (${start}, ${from[1]}::date, ${from[2]}::uuid)`,
    )
  }
  const rows = await found
    .orderBy(first[q.order], direction)
    .orderBy('d.due', direction)
    .orderBy('d.id', direction)
    .limit(onePast(size))
    .execute()
  const page = cutPage(rows, size, (row) => {
    const key = { due: row.due.toString(), measure: row.position, unit: row.unit_name }[q.order]
    return [key, row.due.toString(), row.id]
  })
  return { rows: page.rows.map(dutyLine), next: page.next }
}

/** All rows of a query, for a file; the caller's limit keeps it finite. */
export async function everyDuty(db: Reader, q: DutyQuery, limit = 20_000): Promise<DutyLine[]> {
  return [...(await listDuties(db, q, '', limit)).rows]
}

export async function countDuties(db: Reader, q: DutyQuery): Promise<number> {
  const row = await matching(db, q)
    .clearSelect()
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

export async function dutyById(db: Reader, id: DutyId): Promise<DutyLine | null> {
  const row = await dutyLines(db).where('d.id', '=', id).executeTakeFirst()
  return row ? dutyLine(row) : null
}

export async function dutiesByIds(db: Reader, ids: readonly DutyId[]): Promise<DutyLine[]> {
  if (ids.length === 0) return []
  const rows = await dutyLines(db).where('d.id', 'in', ids).orderBy('d.due').orderBy('d.id').execute()
  return rows.map(dutyLine)
}

export async function lockDuty(db: DbTransaction, id: DutyId): Promise<DutyRecord | null> {
  const row = await db.selectFrom('duties').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? dutyRecord(row) : null
}

/** In the order of their ids, so that two writers cannot wait for one another for ever. */
export async function lockDuties(db: DbTransaction, ids: readonly DutyId[]): Promise<DutyRecord[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('duties')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(dutyRecord)
}

export async function saveOutcome(
  db: DbTransaction,
  id: DutyId,
  change: {
    readonly outcome: DutyOutcome | null
    readonly reason: string | null
    readonly at: Temporal.Instant | null
    readonly fulfilledOn: CivilDate | null
    readonly carriedTo: DutyId | null
  },
): Promise<void> {
  await db
    .updateTable('duties')
    .set({
      outcome: change.outcome,
      outcome_reason: change.reason,
      outcome_at: change.at,
      fulfilled_on: change.fulfilledOn,
      carried_to: change.carriedTo,
    })
    .where('id', '=', id)
    .execute()
}

/** Duties of a unit that are not done yet, those due soonest first: what a form offers. */
export async function undoneDuties(
  db: Reader,
  programmeId: ProgrammeId,
  unitIds: UnitScope,
  until: CivilDate,
  limit: number,
): Promise<DutyLine[]> {
  let found = dutyLines(db)
    .where('d.programme_id', '=', programmeId)
    .where(sql<boolean>`(d.outcome is null or d.outcome = 'partly')`)
    .where('d.period_from', '<=', until)
  if (unitIds !== 'all')
    found = found.where('d.unit_id', 'in', unitIds.length > 0 ? unitIds : [sql<UnitId>`null`])
  const rows = await found.orderBy('d.due').orderBy('d.id').limit(limit).execute()
  return rows.map(dutyLine)
}

/** Other duties of the same measure and unit that come later: where one can be carried over to. */
export async function laterDuties(
  db: Reader,
  duty: Pick<DutyLine, 'measureId' | 'unitId' | 'due'>,
): Promise<DutyLine[]> {
  const rows = await dutyLines(db)
    .where('d.measure_id', '=', duty.measureId)
    .where('d.unit_id', '=', duty.unitId)
    .where('d.due', '>', duty.due)
    .where(sql<boolean>`(d.outcome is null or d.outcome in ('partly', 'fulfilled'))`)
    .orderBy('d.due')
    .limit(12)
    .execute()
  return rows.map(dutyLine)
}

/** Duties of a measure whose periods end within the days given, by unit and day. */
export async function dutiesOfMeasure(db: Reader, measureId: MeasureId, ends: Period): Promise<DutyLine[]> {
  const rows = await dutyLines(db)
    .where('d.measure_id', '=', measureId)
    .where('d.period_to', '>=', ends.from)
    .where('d.period_to', '<=', ends.to)
    .orderBy('u.name')
    .orderBy('d.due')
    .orderBy('d.id')
    .execute()
  return rows.map(dutyLine)
}

/** The duty that stands for this one since it was carried over. */
export async function carriedTo(db: Reader, id: DutyId): Promise<DutyLine | null> {
  const row = await dutyLines(db)
    .innerJoin('duties as from', 'from.carried_to', 'd.id')
    .where('from.id', '=', id)
    .executeTakeFirst()
  return row ? dutyLine(row) : null
}
