/** How rows of duties become records, and how a state is asked for in SQL. */
import { type Selectable, sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { unitLabel } from '../../people/index.ts'
import type { DutiesTables } from '../tables.ts'
import type { AskedState, DutyLine, DutyRecord } from '../types.ts'

export type Reader = Db | DbTransaction

export function dutyRecord(row: Selectable<DutiesTables['duties']>): DutyRecord {
  return {
    id: row.id,
    programmeId: row.programme_id,
    measureId: row.measure_id,
    editionId: row.edition_id,
    unitId: row.unit_id,
    period: { from: row.period_from, to: row.period_to },
    ordinal: row.ordinal,
    origin: row.origin,
    due: row.due,
    explanation: row.explanation,
    outcome: row.outcome,
    outcomeReason: row.outcome_reason,
    fulfilledOn: row.fulfilled_on,
    carriedTo: row.carried_to,
  }
}

/** Duties with the words of the edition that made them; the withdrawn are left out. */
export function dutyLines(db: Reader) {
  return db
    .selectFrom('duties as d')
    .innerJoin('measure_versions as mv', (j) =>
      j.onRef('mv.edition_id', '=', 'd.edition_id').onRef('mv.measure_id', '=', 'd.measure_id'),
    )
    .innerJoin('units as u', 'u.id', 'd.unit_id')
    .where(sql<boolean>`d.outcome is distinct from 'withdrawn'`)
    .select([
      'd.id',
      'd.programme_id',
      'd.measure_id',
      'd.unit_id',
      'd.period_from',
      'd.period_to',
      'd.due',
      'd.explanation',
      'd.outcome',
      'd.outcome_reason',
      'd.fulfilled_on',
      'mv.number',
      'mv.position',
      'mv.title',
      'mv.title_en',
      'u.name as unit_name',
      'u.short_name',
    ])
    .select((eb) =>
      eb
        .selectFrom('evidence_duties as ed')
        .innerJoin('evidence as e', 'e.id', 'ed.evidence_id')
        .whereRef('ed.duty_id', '=', 'd.id')
        .where('e.state', '=', 'recorded')
        .select(sql<number>`count(*)`.as('n'))
        .$asScalar()
        .as('evidence'),
    )
}

export type DutyLineRow = Awaited<ReturnType<ReturnType<typeof dutyLines>['execute']>>[number]

export function dutyLine(row: DutyLineRow): DutyLine {
  return {
    id: row.id,
    programmeId: row.programme_id,
    measureId: row.measure_id,
    unitId: row.unit_id,
    period: { from: row.period_from, to: row.period_to },
    due: row.due,
    explanation: row.explanation,
    outcome: row.outcome,
    outcomeReason: row.outcome_reason,
    fulfilledOn: row.fulfilled_on,
    measureNumber: row.number,
    measureTitle: row.title,
    measureTitleEn: row.title_en,
    unitName: row.unit_name,
    unitLabel: unitLabel({ name: row.unit_name, shortName: row.short_name }),
    evidence: row.evidence ?? 0,
  }
}

/** The same states as `dutyState` of the rules, said in SQL; a test holds the two together. */
export function stateIs(state: AskedState, today: CivilDate) {
  const undone = sql`(d.outcome is null or d.outcome = 'partly')`
  switch (state) {
    case 'fulfilled':
      return sql<boolean>`d.outcome = 'fulfilled'`
    case 'excused':
      return sql<boolean>`d.outcome = 'excused'`
    case 'carriedOver':
      return sql<boolean>`d.outcome = 'carriedOver'`
    case 'overdue':
      return sql<boolean>`${undone} and d.due < ${today}`
    case 'waiting':
      return sql<boolean>`${undone} and (d.due < ${today} or d.period_from <= ${today})`
    case 'planned':
      return sql<boolean>`${undone} and d.due >= ${today} and d.period_from > ${today}`
    case 'open':
      return sql<boolean>`${undone} and d.due >= ${today} and d.period_from <= ${today}`
  }
}

/** `%` and `_` of a search are letters, not wildcards. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
}
