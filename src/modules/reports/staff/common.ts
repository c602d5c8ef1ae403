/** What the office's addresses of reports share. */
import { Conflict, found, foundId, NotFound, permit } from '../../../kernel/errors.ts'
import type { Reply, WebRequest } from '../../../platform/http/route.ts'
import { unitName } from '../../people/index.ts'
import { programmeById } from '../../programmes/index.ts'
import { maySeeReport, mayWriteReport } from '../policy.ts'
import { step } from '../rules/report.ts'
import { refreshedRows } from '../rules/rows.ts'
import { quarterFacts } from '../store/facts.ts'
import * as store from '../store/reports.ts'
import { factRows } from '../texts/fact-rows.ts'
import type { ConsolidatedId, FactRow, QuarterlyReport, Remark, ReportId, ReportRow } from '../types.ts'

export function reportId(request: WebRequest): ReportId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'report')
}

export function consolidatedId(request: WebRequest): ConsolidatedId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'consolidated', 'report')
}

export function versionNumber(request: WebRequest): number {
  const n = Number(request.params['n'])
  if (!Number.isInteger(n) || n < 1) throw new NotFound('version')
  return n
}

export type Loaded = {
  readonly report: QuarterlyReport
  readonly unitName: string
  readonly programmeTitle: string
  readonly slug: string
  readonly kept: readonly ReportRow[]
  /** Brought up to the facts while it may still be written; as kept afterwards. */
  readonly rows: readonly ReportRow[]
  readonly facts: readonly FactRow[]
  readonly remarks: readonly Remark[]
  readonly versions: readonly QuarterlyReport[]
  readonly writable: boolean
}

/** A report that the reader may see; another one is not there. */
export async function loadReport(request: WebRequest, id: ReportId): Promise<Loaded> {
  const { db, actor, today } = request.ctx
  const report = found(await store.reportById(db, id), 'report')
  permit(maySeeReport(actor, report), 'report.see')
  const programme = found(await programmeById(db, report.programmeId), 'programme')
  const kept = await store.rowsOf(db, id)
  const open = typeof step(report.state, 'save') === 'string'
  const facts =
    report.state === 'accepted'
      ? []
      : factRows(await quarterFacts(db, report.programmeId, report.unitId, report.quarter, today))
  return {
    report,
    unitName: await unitName(db, report.unitId),
    programmeTitle: programme.shortTitle,
    slug: programme.slug,
    kept,
    rows: open ? refreshedRows(kept, facts) : kept,
    facts,
    remarks: await store.remarksOf(db, id),
    versions: await store.versionsOf(db, report),
    writable: open && mayWriteReport(actor, report),
  }
}

/** What was typed stays on the page when somebody else was quicker: the same form at 409. */
export async function keepingTyped(work: () => Promise<Reply>, again: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Conflict) return again()
    throw error
  }
}
