/** What is followed, and what of a week concerns it. */
import { CITY_ZONE, type CivilDate, type Temporal } from '../../../kernel/civil-date.ts'
import { isId } from '../../../kernel/ids.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Selector } from '../types.ts'

/** A week's letter has at most so many lines; more are on the site. */
export const MOST_ITEMS = 60
/** Nobody chooses more; a machine might. */
export const MOST_SELECTORS = 200

/** `all`, `organisation:…`, `kind:ngo`, `direction:…`, as a form sends it. */
export function readSelector(text: string, kinds: readonly string[]): Selector | null {
  if (text === 'all') return { kind: 'all', value: '' }
  const [kind, value = ''] = text.split(':')
  if (kind === 'kind') return kinds.includes(value) ? { kind, value } : null
  if ((kind === 'organisation' || kind === 'direction') && isId(value)) return { kind, value }
  return null
}

export function selectorText(selector: Selector): string {
  return selector.kind === 'all' ? 'all' : `${selector.kind}:${selector.value}`
}

/** Each once; everything makes the others needless. */
export function settled(selectors: readonly Selector[]): readonly Selector[] {
  if (selectors.some((s) => s.kind === 'all')) return [{ kind: 'all', value: '' }]
  return [...new Map(selectors.map((s) => [selectorText(s), s])).values()]
}

export function checked(selectors: readonly Selector[]): readonly Selector[] | Refusal {
  const own = settled(selectors)
  if (own.length === 0) return refuse('nothing_chosen', {}, 'what')
  return own.length > MOST_SELECTORS ? refuse('too_many', { maximum: MOST_SELECTORS }, 'what') : own
}

type Followed = {
  readonly organisations: readonly string[]
  readonly kinds: readonly string[]
  readonly directions: readonly string[]
}

export function concerns(item: Followed, selectors: readonly Selector[]): boolean {
  return selectors.some(
    ({ kind, value }) =>
      kind === 'all' ||
      (kind === 'organisation' && item.organisations.includes(value)) ||
      (kind === 'kind' && item.kinds.includes(value)) ||
      (kind === 'direction' && item.directions.includes(value)),
  )
}

/**
 * The end of the week that a letter of this day tells of: the beginning of its Monday. Hours before the job runs, so
 * that what was being published at that moment is in.
 */
export function weekEnd(today: CivilDate): Temporal.Instant {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  return monday.toZonedDateTime(CITY_ZONE).toInstant()
}
