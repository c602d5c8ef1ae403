/** Quarterly reports: one record, its rows, its remarks. */
import type { Selectable } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate, Quarter } from '../../../kernel/civil-date.ts'
import type { Explanation } from '../../../legal-time/explanation.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { ReportsTables } from '../tables.ts'
import type { QuarterlyReport, Remark, ReportId, ReportRow, ReportState } from '../types.ts'
import type { Reader } from './reader.ts'

export function reportOf(row: Selectable<ReportsTables['quarterly_reports']>): QuarterlyReport {
  return {
    id: row.id,
    programmeId: row.programme_id,
    unitId: row.unit_id,
    quarter: { year: row.year, quarter: row.quarter },
    due: row.due,
    explanation: row.explanation,
    ruleText: row.rule_text,
    state: row.state,
    version: row.version,
    latest: row.latest,
    correctionReason: row.correction_reason,
    nothingToDo: row.nothing_to_do,
    note: row.note,
    firstSubmittedOn: row.first_submitted_on,
    submittedAt: row.submitted_at,
    acceptedAt: row.accepted_at,
    lockVersion: row.lock_version,
  }
}

export async function reportById(db: Reader, id: ReportId): Promise<QuarterlyReport | null> {
  const row = await db.selectFrom('quarterly_reports').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? reportOf(row) : null
}

export async function lockReport(db: DbTransaction, id: ReportId): Promise<QuarterlyReport | null> {
  const row = await db
    .selectFrom('quarterly_reports')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? reportOf(row) : null
}

/** Versions of one department's report of one quarter, the first one first. */
export async function versionsOf(
  db: Reader,
  report: Pick<QuarterlyReport, 'programmeId' | 'unitId' | 'quarter'>,
): Promise<QuarterlyReport[]> {
  const rows = await db
    .selectFrom('quarterly_reports')
    .selectAll()
    .where('programme_id', '=', report.programmeId)
    .where('unit_id', '=', report.unitId)
    .where('year', '=', report.quarter.year)
    .where('quarter', '=', report.quarter.quarter)
    .orderBy('version')
    .execute()
  return rows.map(reportOf)
}

export async function rowsOf(db: Reader, id: ReportId): Promise<ReportRow[]> {
  const rows = await db
    .selectFrom('report_rows')
    .selectAll()
    .where('report_id', '=', id)
    .orderBy('position')
    .orderBy('measure_id')
    .execute()
  return rows.map((r) => ({
    measureId: r.measure_id,
    number: r.number,
    title: r.title,
    titleEn: r.title_en,
    term: r.term,
    state: r.state,
    composed: r.composed,
    result: r.result,
    indicators: r.indicators,
    cashPlan: r.cash_plan,
    cashFact: r.cash_fact,
    reason: r.reason,
    nextStep: r.next_step,
  }))
}

export async function remarksOf(db: Reader, id: ReportId): Promise<Remark[]> {
  const rows = await db
    .selectFrom('report_remarks')
    .select(['id', 'measure_id', 'text', 'written_by_name', 'written_at'])
    .where('report_id', '=', id)
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    measureId: r.measure_id,
    text: r.text,
    by: r.written_by_name,
    at: r.written_at,
  }))
}

export type NewReport = {
  readonly programmeId: ProgrammeId
  readonly unitId: UnitId
  readonly quarter: Quarter
  readonly due: CivilDate
  readonly explanation: Explanation
  readonly ruleText: string | null
  readonly version: number
  readonly correctionReason: string | null
  readonly nothingToDo: boolean
  readonly note: string | null
  /** Of the version that it corrects: lateness is that of the first. */
  readonly firstSubmittedOn: CivilDate | null
}

/** @returns null where the report is there already */
export async function insertReport(tx: Tx, report: NewReport): Promise<ReportId | null> {
  const id = newId<'report'>()
  const done = await tx.db
    .insertInto('quarterly_reports')
    .values({
      id,
      programme_id: report.programmeId,
      unit_id: report.unitId,
      year: report.quarter.year,
      quarter: report.quarter.quarter,
      due: report.due,
      explanation: JSON.stringify(report.explanation),
      rule_text: report.ruleText,
      state: 'open',
      version: report.version,
      correction_reason: report.correctionReason,
      nothing_to_do: report.nothingToDo,
      note: report.note,
      first_submitted_on: report.firstSubmittedOn,
      submitted_at: null,
      submitted_by: null,
      submitted_by_name: null,
      accepted_at: null,
      accepted_by: null,
      accepted_by_name: null,
      created_at: tx.now,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return done?.id ?? null
}

/** Replaces all rows of a report. */
export async function saveRows(db: DbTransaction, id: ReportId, rows: readonly ReportRow[]): Promise<void> {
  await db.deleteFrom('report_rows').where('report_id', '=', id).execute()
  if (rows.length === 0) return
  await db
    .insertInto('report_rows')
    .values(
      rows.map((r, i) => ({
        report_id: id,
        measure_id: r.measureId,
        position: i + 1,
        number: r.number,
        title: r.title,
        title_en: r.titleEn,
        term: r.term,
        state: r.state,
        composed: r.composed,
        result: r.result,
        indicators: JSON.stringify(r.indicators),
        cash_plan: r.cashPlan,
        cash_fact: r.cashFact,
        reason: r.reason,
        next_step: r.nextStep,
      })),
    )
    .execute()
}

function whoOf(tx: Tx): { readonly id: string; readonly name: string } {
  const { actor } = tx
  if (actor.kind === 'staff' || actor.kind === 'token') return { id: actor.id, name: actor.name }
  return { id: '', name: actor.kind === 'system' ? actor.job : '' }
}

/** Moves a report on, and counts its lock up. */
export async function saveReport(
  tx: Tx,
  before: QuarterlyReport,
  state: ReportState,
  change: { readonly nothingToDo?: boolean; readonly note?: string | null } = {},
): Promise<void> {
  const who = whoOf(tx)
  await tx.db
    .updateTable('quarterly_reports')
    .set({
      state,
      lock_version: before.lockVersion + 1,
      ...(change.nothingToDo === undefined ? {} : { nothing_to_do: change.nothingToDo }),
      ...(change.note === undefined ? {} : { note: change.note }),
      ...(state === 'submitted'
        ? {
            submitted_at: tx.now,
            submitted_by: who.id,
            submitted_by_name: who.name,
            first_submitted_on: before.firstSubmittedOn ?? tx.today,
          }
        : {}),
      ...(state === 'accepted'
        ? { accepted_at: tx.now, accepted_by: who.id, accepted_by_name: who.name }
        : {}),
    })
    .where('id', '=', before.id)
    .execute()
}

/** A newer version stands in its place from now on. */
export async function markSuperseded(db: DbTransaction, id: ReportId): Promise<void> {
  await db.updateTable('quarterly_reports').set({ latest: false }).where('id', '=', id).execute()
}

export async function insertRemarks(
  tx: Tx,
  id: ReportId,
  remarks: readonly { readonly measureId: MeasureId | null; readonly text: string }[],
): Promise<void> {
  if (remarks.length === 0) return
  const who = whoOf(tx)
  await tx.db
    .insertInto('report_remarks')
    .values(
      remarks.map((r) => ({
        id: newId<'remark'>(),
        report_id: id,
        measure_id: r.measureId,
        text: r.text,
        written_by: who.id,
        written_by_name: who.name,
        written_at: tx.now,
      })),
    )
    .execute()
}
