/** The life of a passport: composed, looked through section by section, frozen, published. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { FrozenSection, Passport, PassportState, Review } from '../types.ts'
import { SECTION_KEYS, type SectionKey, type TableKey } from './definitions.ts'

export type Verb = 'review' | 'freeze' | 'reopen' | 'publish' | 'discard'

const NEXT: Readonly<Record<PassportState, Partial<Record<Verb, PassportState>>>> = {
  draft: { review: 'draft', freeze: 'frozen', discard: 'discarded' },
  frozen: { reopen: 'draft', publish: 'published' },
  published: {},
  discarded: {},
}

export function step(state: PassportState, verb: Verb): PassportState | Refusal<'wrong_state'> {
  return NEXT[state][verb] ?? refuse('wrong_state', { state, verb })
}

export function mayCompose(
  asOf: CivilDate,
  today: CivilDate,
  same: readonly Pick<Passport, 'state'>[],
): readonly Refusal[] {
  if (compareDates(asOf, today) > 0) return [refuse('day_not_come', {}, 'asOf')]
  if (same.some((p) => p.state === 'draft' || p.state === 'frozen'))
    return [refuse('already_composed', {}, 'asOf')]
  if (same.some((p) => p.state === 'published')) return [refuse('already_published', {}, 'asOf')]
  return []
}

/** What a person should know of a section before saying that it is right. */
export type Gaps = { readonly empty: readonly TableKey[]; readonly old: number }

export function gapsOf(section: FrozenSection): Gaps {
  return {
    empty: section.tables.filter((t) => t.rows.length === 0).map((t) => t.key),
    old: section.tables.flatMap((t) => t.rows).filter((r) => r.old).length,
  }
}

export type SectionState = 'unchecked' | 'checked' | 'changed' | 'leftOut'

/** @param seen SHA-256 of the section as it is now */
export function sectionState(review: Review, key: SectionKey, seen: string): SectionState {
  if (review.leftOut[key] !== undefined) return 'leftOut'
  const check = review.checks[key]
  if (check === undefined) return 'unchecked'
  return check.seen === seen ? 'checked' : 'changed'
}

/** Every section that stands in the way, at once. */
export function mayFreeze(states: Readonly<Record<SectionKey, SectionState>>): readonly Refusal[] {
  return SECTION_KEYS.flatMap((section): Refusal[] => {
    const state = states[section]
    if (state === 'unchecked') return [refuse('section_unchecked', { section })]
    return state === 'changed' ? [refuse('section_changed', { section })] : []
  })
}
