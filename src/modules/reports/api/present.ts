/** What the API says of reports: explicit fields; money as a decimal number of UAH; days by ISO 8601. */
import { z } from 'zod'
import { toHryvnias } from '../../../kernel/money.ts'
import type { PublicLine } from '../store/published.ts'
import type { Frozen, FrozenConsolidated, FrozenReport, FrozenRow } from '../types/frozen.ts'
import { CONSOLIDATED_KINDS, type QuarterlyReport, type ReportRow, ROW_STATES } from '../types.ts'
import { addressOf } from '../views/addresses.ts'

const isoDay = z.iso.date()

export const lineShape = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['report', ...CONSOLIDATED_KINDS]),
  programme: z.string(),
  unitId: z.uuid().nullable(),
  unit: z.string().nullable(),
  year: z.int(),
  quarter: z.int().nullable(),
  version: z.int(),
  due: isoDay.nullable(),
  submittedOn: isoDay.nullable(),
  daysLate: z.int().nullable(),
  publishedAt: z.iso.datetime(),
  sha256: z.string(),
  url: z.url(),
})

export function presentLine(baseUrl: string, line: PublicLine): z.infer<typeof lineShape> {
  return {
    id: line.id,
    kind: line.kind,
    programme: line.slug,
    unitId: line.unitId,
    unit: line.unitName,
    year: line.year,
    quarter: line.quarter,
    version: line.version,
    due: line.due,
    submittedOn: line.submittedOn,
    daysLate: line.daysLate,
    publishedAt: line.publishedAt.toString(),
    sha256: line.sha256,
    url: `${baseUrl}${addressOf(line)}?version=${line.version}`,
  }
}

const indicatorShape = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  unitName: z.string(),
  plan: z.number().nullable(),
  fact: z.number().nullable(),
})

const rowShape = z.strictObject({
  measureId: z.uuid(),
  number: z.string(),
  title: z.string(),
  term: z.string(),
  state: z.enum(ROW_STATES).nullable(),
  result: z.string(),
  indicators: z.array(indicatorShape),
  planUah: z.number(),
  cashUah: z.number(),
  reason: z.string().nullable(),
  nextStep: z.string().nullable(),
})

function presentRow(row: ReportRow | FrozenRow): z.infer<typeof rowShape> {
  return {
    measureId: row.measureId,
    number: row.number,
    title: row.title,
    term: row.term,
    state: row.state,
    result: row.result,
    indicators: row.indicators.map(({ id, name, unitName, plan, fact }) => ({
      id,
      name,
      unitName,
      plan,
      fact,
    })),
    planUah: toHryvnias(row.cashPlan),
    cashUah: toHryvnias(row.cashFact),
    reason: row.reason,
    nextStep: row.nextStep,
  }
}

/** What a token that may write sees of a report that is not accepted yet. */
export const draftShape = z.strictObject({
  id: z.uuid(),
  year: z.int(),
  quarter: z.int(),
  due: isoDay,
  state: z.enum(['open', 'submitted', 'returned', 'accepted']),
  lockVersion: z.int(),
  nothingToDo: z.boolean(),
  note: z.string().nullable(),
  rows: z.array(rowShape),
})

export function presentDraft(
  report: QuarterlyReport,
  rows: readonly ReportRow[],
): z.infer<typeof draftShape> {
  return {
    id: report.id,
    year: report.quarter.year,
    quarter: report.quarter.quarter,
    due: report.due.toString(),
    state: report.state,
    lockVersion: report.lockVersion,
    nothingToDo: report.nothingToDo,
    note: report.note,
    rows: rows.map(presentRow),
  }
}

/** The content exactly as it was hashed. */
export const frozenShape = z.strictObject({
  id: z.uuid(),
  sha256: z.string(),
  frozenAt: z.iso.datetime(),
  content: z.record(z.string(), z.unknown()),
})

export function presentFrozen(frozen: Frozen<FrozenReport | FrozenConsolidated>) {
  return { id: frozen.id, sha256: frozen.sha256, frozenAt: frozen.frozenAt, content: frozen.content }
}
