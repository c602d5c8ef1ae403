/** The executor's verbs: keep, bring up to the facts, submit. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { MeasureId } from '../../programmes/index.ts'
import * as policy from '../policy.ts'
import { missing, needsReason, step } from '../rules/report.ts'
import { refreshedRows, typedRows } from '../rules/rows.ts'
import { quarterFacts } from '../store/facts.ts'
import * as store from '../store/reports.ts'
import { factRows } from '../texts/fact-rows.ts'
import type { FactRow, QuarterlyReport, ReportId, ReportInput, ReportRow } from '../types.ts'
import { tellSubmitted } from './letters.ts'

type Loaded = {
  readonly report: QuarterlyReport
  readonly kept: readonly ReportRow[]
  readonly facts: readonly FactRow[]
  /** Kept rows brought up to the facts of this moment. */
  readonly rows: readonly ReportRow[]
}

async function load(tx: Tx, id: ReportId, permission: string): Promise<Loaded> {
  const report = found(await store.lockReport(tx.db, id), 'report')
  permit(policy.mayWriteReport(tx.actor, report), permission)
  const kept = await store.rowsOf(tx.db, id)
  const facts = factRows(
    await quarterFacts(tx.db, report.programmeId, report.unitId, report.quarter, tx.today),
  )
  return { report, kept, facts, rows: refreshedRows(kept, facts) }
}

/**
 * Keeps what was typed, complete or not.
 * @param take measures whose composed text replaces the typed one
 */
export async function saveDraft(
  ctx: Context,
  id: ReportId,
  input: ReportInput,
  take: readonly MeasureId[] = [],
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { report, kept, rows } = await load(tx, id, 'report.save')
    const state = accept(step(report.state, 'save'))
    if (report.lockVersion !== input.lockVersion) throw new Conflict('report')
    const typed = typedRows(rows, input.rows, take)
    await store.saveRows(tx.db, id, typed)
    await store.saveReport(tx, report, state, { nothingToDo: input.nothingToDo, note: input.note })
    audit(tx, 'report.save', { type: 'report', id }, changesOf(kept, typed))
  })
}

/** Figures and composed texts as the facts say them now. Texts that someone edited stay beside them. */
export async function refreshReport(ctx: Context, id: ReportId): Promise<void> {
  await transact(ctx, async (tx) => {
    const { report, kept, rows } = await load(tx, id, 'report.refresh')
    const state = accept(step(report.state, 'save'))
    await store.saveRows(tx.db, id, rows)
    await store.saveReport(tx, report, state)
    audit(tx, 'report.refresh', { type: 'report', id }, changesOf(kept, rows))
  })
}

/** @throws Refused with all that is missing; nothing is kept then */
export async function submitReport(
  ctx: Context,
  id: ReportId,
  input: ReportInput,
  baseUrl: string,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { report, kept, facts, rows } = await load(tx, id, 'report.submit')
    const state = accept(step(report.state, 'submit'))
    if (report.lockVersion !== input.lockVersion) throw new Conflict('report')
    // A reason for what was carried out says nothing; it is not kept in the report.
    const typed = typedRows(rows, input.rows).map((row) =>
      row.state !== null && needsReason(row.state) ? row : { ...row, reason: null },
    )
    const withEvidence = facts.filter((f) => f.evidence.length > 0).map((f) => f.number)
    accept(missing({ nothingToDo: input.nothingToDo, rows: typed, withEvidence }))
    if (typed.length === 0 && !input.nothingToDo) accept(refuse('nothing_reported', {}, 'nothingToDo'))
    await store.saveRows(tx.db, id, typed)
    await store.saveReport(tx, report, state, { nothingToDo: input.nothingToDo, note: input.note })
    audit(
      tx,
      'report.submit',
      { type: 'report', id },
      {
        before: { state: report.state },
        after: { state, version: report.version, ...changesOf(kept, typed).after },
      },
    )
    await tellSubmitted(tx, report, baseUrl)
  })
}

/** Only rows that changed, by the number of their measure. */
function changesOf(before: readonly ReportRow[], after: readonly ReportRow[]) {
  const old = new Map(before.map((row) => [row.measureId, row]))
  const changed = after.filter((row) => JSON.stringify(old.get(row.measureId)) !== JSON.stringify(row))
  const facts = (rows: readonly (ReportRow | undefined)[]) =>
    Object.fromEntries(
      rows.flatMap((row) =>
        row ? [[row.number, { state: row.state, result: row.result, reason: row.reason }] as const] : [],
      ),
    )
  return { before: facts(changed.map((row) => old.get(row.measureId))), after: facts(changed) }
}
