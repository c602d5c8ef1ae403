/** What a draft still lacks before it can become a programme, and what is worth knowing all the same. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Draft, KeptFinding } from '../types/draft.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import { makesDuties } from './recurrence-fields.ts'

export type MissingCode =
  | 'no_title'
  | 'no_short_title'
  | 'no_period'
  | 'period_order'
  | 'no_decision_date'
  | 'no_measures'
  | 'measure_without_number'
  | 'measure_without_text'
  | 'measure_number_twice'
  | 'damaged_text_unseen'
  | 'error_unresolved'
  | 'lines_undecided'

/** Findings that must be looked at before acceptance: damaged text, and what the reader calls an error. */
export function mustBeSeen(finding: KeptFinding): boolean {
  return finding.code === 'damaged_text' || finding.severity === 'error'
}

/** Nothing, when the draft can be accepted. Each refusal's `field` is the section that mends it. */
export function missing(
  draft: Pick<Draft, 'proposed' | 'reading' | 'resolutions'>,
): readonly Refusal<MissingCode>[] {
  return [...missingIn(draft.proposed), ...undecided(draft)]
}

function missingIn(p: ProposedProgramme): readonly Refusal<MissingCode>[] {
  const found: Refusal<MissingCode>[] = []
  if (p.title === '') found.push(refuse('no_title', undefined, 'act'))
  if (p.shortTitle === '') found.push(refuse('no_short_title', undefined, 'act'))
  const from = parseCivilDate(p.period.from ?? '')
  const to = parseCivilDate(p.period.to ?? '')
  if (from === null || to === null) found.push(refuse('no_period', undefined, 'act'))
  else if (from.toString() > to.toString()) found.push(refuse('period_order', undefined, 'act'))
  if (parseCivilDate(p.decision.date ?? '') === null) found.push(refuse('no_decision_date', undefined, 'act'))
  if (p.measures.length === 0) found.push(refuse('no_measures', undefined, 'measures'))
  const numbers = p.measures.map((m) => m.number)
  const nameless = numbers.filter((n) => n === '').length
  if (nameless > 0) found.push(refuse('measure_without_number', { count: nameless }, 'measures'))
  const empty = p.measures.filter((m) => m.text === '')
  for (const m of empty) found.push(refuse('measure_without_text', { number: m.number }, 'measures'))
  const twice = [...new Set(numbers.filter((n, i) => n !== '' && numbers.indexOf(n) !== i))]
  for (const number of twice) found.push(refuse('measure_number_twice', { number }, 'measures'))
  return found
}

function undecided({
  reading,
  resolutions,
}: Pick<Draft, 'reading' | 'resolutions'>): readonly Refusal<MissingCode>[] {
  const open = reading.findings.filter((f) => mustBeSeen(f) && !resolutions.findings[f.key])
  const damaged = open.filter((f) => f.code === 'damaged_text').length
  const errors = open.length - damaged
  const lines = reading.notUnderstood.filter((l) => !resolutions.lines[l.key]).length
  return [
    ...(damaged > 0 ? [refuse('damaged_text_unseen', { count: damaged }, 'findings')] : []),
    ...(errors > 0 ? [refuse('error_unresolved', { count: errors }, 'findings')] : []),
    ...(lines > 0 ? [refuse('lines_undecided', { count: lines }, 'lines')] : []),
  ]
}

export type CautionCode = 'no_duties' | 'no_executors' | 'findings_open' | 'empty_groups'

/** What will be accepted and is worth a word: measures that make no duties, findings left open. */
export function cautions(
  draft: Pick<Draft, 'proposed' | 'reading' | 'resolutions'>,
): readonly { readonly code: CautionCode; readonly numbers: readonly string[]; readonly count: number }[] {
  const { measures, units } = draft.proposed
  const termless = measures.filter((m) => !makesDuties(m.recurrence)).map((m) => m.number)
  const idle = measures.filter((m) => m.executors.length === 0).map((m) => m.number)
  const open = draft.reading.findings.filter(
    (f) => !mustBeSeen(f) && !draft.resolutions.findings[f.key],
  ).length
  const groups = units.filter((u) => u.isGroup && measures.some((m) => m.executors.includes(u.key))).length
  return [
    ...(termless.length > 0
      ? [{ code: 'no_duties' as const, numbers: termless, count: termless.length }]
      : []),
    ...(idle.length > 0 ? [{ code: 'no_executors' as const, numbers: idle, count: idle.length }] : []),
    ...(groups > 0 ? [{ code: 'empty_groups' as const, numbers: [], count: groups }] : []),
    ...(open > 0 ? [{ code: 'findings_open' as const, numbers: [], count: open }] : []),
  ]
}
