/** How what is kept, what the facts say now, and what was typed become the rows of a report. */
import type { FactRow, ReportRow, RowInput } from '../types.ts'

/** A row as it is proposed: nothing was typed yet. */
export function proposedRow(fact: FactRow): ReportRow {
  return {
    measureId: fact.measureId,
    number: fact.number,
    title: fact.title,
    titleEn: fact.titleEn,
    term: fact.term,
    state: fact.proposedState,
    composed: fact.composed,
    result: fact.composed,
    indicators: fact.indicators,
    cashPlan: fact.cashPlan,
    cashFact: fact.cashFact,
    reason: fact.proposedReason,
    nextStep: null,
  }
}

/** The executor has put the text into other words than the facts gave. */
export function isEdited(row: Pick<ReportRow, 'composed' | 'result'>): boolean {
  return row.result.trim() !== row.composed.trim()
}

/** An indicator that the facts count is the facts'; another one is as it was typed. */
function indicatorsOf(fact: FactRow, kept: ReportRow | undefined): ReportRow['indicators'] {
  return fact.indicators.map((i) => ({
    ...i,
    fact: i.fact ?? kept?.indicators.find((k) => k.id === i.id)?.fact ?? null,
  }))
}

/**
 * The rows brought up to the facts: figures and composed texts are new, an edited text, a chosen state and a reason stay.
 * What was kept and has no facts any more goes, unless someone wrote about it.
 */
export function refreshedRows(kept: readonly ReportRow[], facts: readonly FactRow[]): readonly ReportRow[] {
  const by = new Map(kept.map((row) => [row.measureId, row]))
  const now = facts.map((fact): ReportRow => {
    const row = by.get(fact.measureId)
    const fresh = proposedRow(fact)
    if (!row) return fresh
    return {
      ...fresh,
      state: row.state ?? fresh.state,
      result: isEdited(row) ? row.result : fresh.composed,
      indicators: indicatorsOf(fact, row),
      reason: row.reason ?? fresh.reason,
      nextStep: row.nextStep,
    }
  })
  const seen = new Set(facts.map((f) => f.measureId))
  const left = kept.filter((row) => !seen.has(row.measureId) && (isEdited(row) || row.reason || row.nextStep))
  return [...now, ...left.map((row) => ({ ...row, composed: '' }))]
}

/** What was typed, laid over the rows as the facts make them. @param take measures whose composed text is taken */
export function typedRows(
  rows: readonly ReportRow[],
  input: readonly RowInput[],
  take: readonly string[] = [],
): readonly ReportRow[] {
  const by = new Map(input.map((row) => [row.measureId, row]))
  return rows.map((row) => {
    const typed = by.get(row.measureId)
    if (!typed) return row
    return {
      ...row,
      state: typed.state,
      result: take.includes(row.measureId) ? row.composed : typed.result,
      indicators: row.indicators.map((i) =>
        typed.indicators.has(i.id) ? { ...i, fact: typed.indicators.get(i.id) ?? null } : i,
      ),
      reason: typed.reason,
      nextStep: typed.nextStep,
    }
  })
}
