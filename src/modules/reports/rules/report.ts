/** The life of a quarterly report, and what it needs before it goes on. */
import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ReportRow, ReportState, RowState } from '../types.ts'

export type ReportVerb = 'save' | 'submit' | 'return' | 'accept' | 'correct'

const next: Readonly<Record<ReportState, Partial<Record<ReportVerb, ReportState>>>> = {
  open: { save: 'open', submit: 'submitted' },
  submitted: { return: 'returned', accept: 'accepted' },
  returned: { save: 'returned', submit: 'submitted' },
  // A correction opens the next version; the accepted one stays as it is.
  accepted: { correct: 'open' },
}

export function step(state: ReportState, verb: ReportVerb): ReportState | Refusal<'wrong_state'> {
  return next[state][verb] ?? refuse('wrong_state', { state, verb })
}

/** States that say that something was not carried out in full. */
const NEEDS_REASON: readonly RowState[] = ['partly', 'notDone', 'carriedOver']

export function needsReason(state: RowState): boolean {
  return NEEDS_REASON.includes(state)
}

/**
 * Everything that keeps a report from being submitted, all at once.
 * Fields are `state.MEASURE`, `result.MEASURE`, `reason.MEASURE`.
 */
export function missing(report: {
  readonly nothingToDo: boolean
  readonly rows: readonly Pick<ReportRow, 'measureId' | 'number' | 'state' | 'result' | 'reason'>[]
  /** Numbers of measures with evidence in the quarter. */
  readonly withEvidence: readonly string[]
}): Refusal[] {
  if (report.nothingToDo) {
    return report.withEvidence.length > 0
      ? [refuse('nothing_but_evidence', { measures: report.withEvidence.join(', ') }, 'nothingToDo')]
      : []
  }
  return report.rows.flatMap((row) => {
    if (row.state === null) return [refuse('state_missing', { number: row.number }, `state.${row.measureId}`)]
    const refusals: Refusal[] = []
    if (needsReason(row.state) && !row.reason) {
      refusals.push(refuse('reason_missing', { number: row.number }, `reason.${row.measureId}`))
    }
    if (row.state !== 'notDone' && row.state !== 'carriedOver' && row.result.trim() === '') {
      refusals.push(refuse('result_missing', { number: row.number }, `result.${row.measureId}`))
    }
    return refusals
  })
}

/** Whole days after the due day; 0 when in time. Not submitted yet: counted to today. */
export function daysLate(due: CivilDate, submittedOn: CivilDate | null, today: CivilDate): number {
  return Math.max(0, daysBetween(due, submittedOn ?? today))
}
