/** One way to write a finding down. */
import type { Lines } from '../text/lines.ts'
import type { Finding, FindingCode, Resolution } from '../types.ts'

const SEVERITY: Readonly<Record<FindingCode, Finding['severity']>> = {
  period_mismatch: 'warning',
  term_before_decision: 'warning',
  term_outside_period: 'warning',
  term_missing: 'warning',
  ambiguous_term: 'note',
  term_unrecognised: 'warning',
  sum_mismatch: 'error',
  total_missing: 'warning',
  unit_suspect: 'warning',
  chapter_numbering: 'note',
  heading_differs: 'note',
  outdated_act: 'warning',
  two_spellings: 'note',
  damaged_text: 'error',
  empty_passport_item: 'warning',
  measure_without_executor: 'warning',
  executor_group: 'note',
  measure_number_gap: 'warning',
  measure_number_duplicate: 'warning',
  no_measures: 'error',
  no_programme: 'error',
  amendment: 'note',
  date_oddity: 'warning',
  act_incomplete: 'warning',
  not_understood: 'warning',
  hidden_text: 'note',
  several_programmes: 'warning',
}

export function finding(
  code: FindingCode,
  lines: Lines,
  values: Finding['values'] = {},
  resolution: Resolution | null = null,
): Finding {
  return { code, severity: SEVERITY[code], lines, values, resolution }
}

export function yearsText(years: { readonly from: number | null; readonly to: number }): string {
  return years.from === null
    ? `до ${years.to}`
    : years.from === years.to
      ? String(years.to)
      : `${years.from}–${years.to}`
}
