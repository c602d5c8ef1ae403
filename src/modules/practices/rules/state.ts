/** What may become of a card. The state is of the text that is worked on; the public one stays until it is replaced. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Content, PracticeState } from '../types.ts'

export type PracticeVerb = 'edit' | 'submit' | 'recall' | 'publish' | 'return' | 'withdraw'

const next: Readonly<Record<PracticeState, Partial<Record<PracticeVerb, PracticeState>>>> = {
  draft: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { recall: 'draft', publish: 'published', return: 'returned' },
  returned: { edit: 'draft', withdraw: 'withdrawn' },
  published: { edit: 'draft', withdraw: 'withdrawn' },
  withdrawn: { edit: 'draft' },
}

export function step(state: PracticeState, verb: PracticeVerb): PracticeState | Refusal<'wrong_state'> {
  return next[state][verb] ?? refuse('wrong_state', { state, verb })
}

export type MissingCode =
  | 'problem_needed'
  | 'done_needed'
  | 'result_needed'
  | 'contact_needed'
  | 'from_needed'
  | 'indicator_needed'
  | 'cost_sources_needed'

/** What a card lacks before it can be shown to others. A draft may lack anything. */
export function missing(content: Content): readonly Refusal<MissingCode>[] {
  const lacks: [boolean, MissingCode, string][] = [
    [content.problem === null, 'problem_needed', 'problem'],
    [content.done === null, 'done_needed', 'done'],
    [content.result === null, 'result_needed', 'result'],
    [content.indicators.length === 0, 'indicator_needed', 'indicator1Name'],
    [content.cost !== null && content.costSources === null, 'cost_sources_needed', 'costSources'],
    [content.from === null, 'from_needed', 'from'],
    [content.contact === null, 'contact_needed', 'contact'],
  ]
  return lacks.flatMap(([is, code, field]) => (is ? [refuse(code, {}, field)] : []))
}

/** A row of the form: an indicator has a name and a figure after; what is half filled says so. */
export function wrongWithIndicators(
  rows: readonly {
    readonly name: string | null
    readonly unit: string | null
    readonly before: number | null
    readonly after: number | null
  }[],
): Refusal[] {
  return rows.flatMap((row, i): Refusal[] => {
    const some = row.unit !== null || row.before !== null || row.after !== null
    if (row.name === null) return some ? [refuse('indicator_name_needed', {}, `indicator${i + 1}Name`)] : []
    return row.after === null ? [refuse('indicator_after_needed', {}, `indicator${i + 1}After`)] : []
  })
}

export function wrongWithPeriod(content: Pick<Content, 'from' | 'to'>): Refusal[] {
  return content.from !== null && content.to !== null && content.to < content.from
    ? [refuse('to_before_from', {}, 'to')]
    : []
}
