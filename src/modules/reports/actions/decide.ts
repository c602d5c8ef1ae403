/** The coordinator's verbs: return with remarks, accept; and a correction of what was accepted. */

import { type UnitId, unitsOf } from '../../../kernel/actor.ts'
import { quarterPeriod } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { seal } from '../../../platform/seal.ts'
import { freezeEvidence } from '../../duties/index.ts'
import { unitLabel, unitsByIds } from '../../people/index.ts'
import { editionAt, type MeasureId, programmeById } from '../../programmes/index.ts'
import * as policy from '../policy.ts'
import { frozenProgramme, frozenReport } from '../rules/freeze.ts'
import { step } from '../rules/report.ts'
import { quarterFacts } from '../store/facts.ts'
import { freezeReport } from '../store/frozen.ts'
import * as store from '../store/reports.ts'
import { factRows } from '../texts/fact-rows.ts'
import type { ReportId } from '../types.ts'
import { tellAccepted, tellReturned } from './letters.ts'

export type RemarkInput = { readonly measureId: MeasureId | null; readonly text: string }

export async function returnReport(
  ctx: Context,
  id: ReportId,
  input: { readonly lockVersion: number; readonly remarks: readonly RemarkInput[] },
  baseUrl: string,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const report = found(await store.lockReport(tx.db, id), 'report')
    permit(policy.mayDecideReports(tx.actor), 'report.return')
    const state = accept(step(report.state, 'return'))
    if (report.lockVersion !== input.lockVersion) throw new Conflict('report')
    if (input.remarks.length === 0) accept(refuse('remark_missing', {}, 'remark'))
    const known = new Set((await store.rowsOf(tx.db, id)).map((row) => row.measureId))
    if (input.remarks.some((r) => r.measureId !== null && !known.has(r.measureId)))
      accept(refuse('measure_unknown', {}, 'remark'))
    await store.insertRemarks(tx, id, input.remarks)
    await store.saveReport(tx, report, state)
    audit(
      tx,
      'report.return',
      { type: 'report', id },
      {
        before: { state: report.state },
        after: { state, remarks: input.remarks.map((r) => r.text) },
        ...ownUnit(tx.actor, report.unitId),
      },
    )
    await tellReturned(tx, report, input.remarks, baseUrl)
  })
}

/** Freezes the report and the evidence that it rests on. */
export async function acceptReport(
  ctx: Context,
  id: ReportId,
  input: { readonly lockVersion: number },
  baseUrl: string,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const report = found(await store.lockReport(tx.db, id), 'report')
    permit(policy.mayDecideReports(tx.actor), 'report.accept')
    const state = accept(step(report.state, 'accept'))
    if (report.lockVersion !== input.lockVersion) throw new Conflict('report')
    const programme = found(await programmeById(tx.db, report.programmeId), 'programme')
    const edition = await editionAt(tx.db, programme.id, quarterPeriod(report.quarter).to)
    const rows = await store.rowsOf(tx.db, id)
    const facts = factRows(await quarterFacts(tx.db, programme.id, report.unitId, report.quarter, tx.today))
    const evidence = new Map(facts.map((f) => [f.measureId, f.evidence]))
    const unit = found((await unitsByIds(tx.db, [report.unitId])).get(report.unitId), 'unit')
    const content = frozenReport({
      report,
      unit: { id: unit.id, name: unit.name, label: unitLabel(unit) },
      programme: frozenProgramme(programme, edition),
      rows,
      evidenceOf: (row) => evidence.get(row.measureId) ?? [],
      acceptedOn: tx.today,
    })
    const kept = seal(content)
    await store.saveReport(tx, report, state)
    await freezeReport(tx, id, content, kept)
    await freezeEvidence(tx, [...new Set(content.rows.flatMap((row) => row.evidence.map((e) => e.id)))])
    audit(
      tx,
      'report.accept',
      { type: 'report', id },
      {
        before: { state: report.state },
        after: { state, version: report.version, sha256: kept.sha256 },
        ...ownUnit(tx.actor, report.unitId),
      },
    )
    await tellAccepted(tx, report, baseUrl)
  })
}

/** The next version of an accepted report, opened with its words; the accepted one stays readable. */
export async function correctReport(
  ctx: Context,
  id: ReportId,
  input: { readonly reason: string },
): Promise<ReportId> {
  return transact(ctx, async (tx) => {
    const report = found(await store.lockReport(tx.db, id), 'report')
    permit(policy.mayCorrect(tx.actor, report), 'report.correct')
    accept(step(report.state, 'correct'))
    if (!report.latest) throw new Conflict('report')
    const rows = await store.rowsOf(tx.db, id)
    await store.markSuperseded(tx.db, id)
    const next = await store.insertReport(tx, {
      ...report,
      version: report.version + 1,
      correctionReason: input.reason,
    })
    if (next === null) throw new Conflict('report')
    await store.saveRows(tx.db, next, rows)
    const facts = {
      before: { version: report.version },
      after: { version: report.version + 1 },
      reason: input.reason,
    }
    audit(tx, 'report.correct', { type: 'report', id }, facts)
    audit(tx, 'report.correct', { type: 'report', id: next }, facts)
    return next
  })
}

/** The record shows it where the coordinator decides on the own department's report. */
function ownUnit(actor: Context['actor'], unitId: UnitId): { readonly reason?: string } {
  return unitsOf(actor).includes(unitId) ? { reason: 'own unit' } : {}
}
