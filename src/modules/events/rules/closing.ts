/** What closing an event wants, and what of it is missing. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { RecommendationState } from '../types/results.ts'
import type { CityEvent, ClosingNeed } from '../types.ts'
import { KINDS } from './kinds.ts'

export type Standing = {
  /** Checked in or counted. */
  readonly participants: number
  readonly organisations: number
  readonly photos: number
  /** Questions that have neither answer nor instruction. */
  readonly openQuestions: number
  readonly recommendations: readonly RecommendationState[]
}

export function missingFor(
  event: Pick<CityEvent, 'kind' | 'summary' | 'waived'>,
  standing: Standing,
): readonly ClosingNeed[] {
  const met: Readonly<Record<ClosingNeed, boolean>> = {
    counts: standing.participants > 0,
    organisations: standing.organisations > 0,
    summary: event.summary !== null,
    photos: standing.photos > 0,
    answers: standing.openQuestions === 0,
    recommendations: standing.recommendations.length > 0,
  }
  return KINDS[event.kind].closing.filter((need) => !met[need])
}

/** Somebody led it, and it is over: there is something to write minutes of. */
export function hasMinutes({ kind, state }: Pick<CityEvent, 'kind' | 'state'>): boolean {
  const { features } = KINDS[kind]
  const led = features.includes('chair') || features.includes('informationGroup')
  return (
    led && !features.includes('hearing') && (state === 'held' || state === 'summedUp' || state === 'closed')
  )
}

/** Each missing thing wants a reason of its own. @param reasons by need, also of additions */
export function closingRefusals(
  missing: readonly string[],
  reasons: Readonly<Record<string, string>>,
): Refusal[] {
  return missing.flatMap((need) =>
    (reasons[need] ?? '') === '' ? [refuse('needed_or_reason', {}, `reason-${need}`)] : [],
  )
}

const AFTER: Readonly<Record<RecommendationState, readonly RecommendationState[]>> = {
  sent: ['accepted', 'done', 'refused'],
  accepted: ['done', 'refused'],
  done: ['accepted'],
  refused: ['accepted'],
}

/** A refusal says why. */
export function stepRecommendation(
  state: RecommendationState,
  next: RecommendationState,
  reason: string | null,
): RecommendationState | Refusal {
  if (!AFTER[state].includes(next)) return refuse('wrong_state', { state, verb: next })
  return next === 'refused' && reason === null ? refuse('reason_needed', {}, 'reason') : next
}
