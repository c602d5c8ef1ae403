/** The life of an event: one table of transitions, and what each step asks for. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { EventDayInput, EventState, EventVerb } from '../types.ts'

const NEXT: Readonly<Record<EventState, Partial<Record<EventVerb, EventState>>>> = {
  planned: { announce: 'announced', postpone: 'postponed', cancel: 'cancelled', hold: 'held' },
  announced: { postpone: 'postponed', cancel: 'cancelled', hold: 'held' },
  postponed: { announce: 'announced', cancel: 'cancelled' },
  cancelled: {},
  held: { sumUp: 'summedUp' },
  summedUp: { close: 'closed', sumUp: 'summedUp' },
  closed: { reopen: 'summedUp' },
}

export function verbsOf(state: EventState): readonly EventVerb[] {
  return Object.keys(NEXT[state]) as EventVerb[]
}

/** What the verb makes of the state. Held is only what has begun. */
export function step(
  event: { readonly state: EventState; readonly firstDay: CivilDate },
  verb: EventVerb,
  today: CivilDate,
): EventState | Refusal<'wrong_state' | 'not_yet'> {
  const next = NEXT[event.state][verb]
  if (next === undefined) return refuse('wrong_state', { state: event.state, verb })
  if (verb === 'hold' && compareDates(event.firstDay, today) > 0)
    return refuse('not_yet', { day: event.firstDay.toString() })
  return next
}

/** Whether visitors see it. */
export function isPublic(state: EventState): boolean {
  return state !== 'planned'
}

/** Whether it still lies ahead: what people register for, and what letters of changes are about. */
export function isAhead(state: EventState): boolean {
  return state === 'planned' || state === 'announced' || state === 'postponed'
}

/** Texts and days may be changed until it is summed up. */
export function mayStillChange(state: EventState): boolean {
  return isAhead(state) || state === 'held'
}

/** First and last day, and when the first begins. @throws RangeError without a day */
export function spanOf(days: readonly Pick<EventDayInput, 'day' | 'starts'>[]): {
  readonly firstDay: CivilDate
  readonly lastDay: CivilDate
  readonly firstStarts: string | null
} {
  const [first, ...rest] = [...days].sort(
    (a, b) => compareDates(a.day, b.day) || (a.starts ?? '').localeCompare(b.starts ?? ''),
  )
  if (first === undefined) throw new RangeError('an event without a day')
  const last = rest.at(-1) ?? first
  return { firstDay: first.day, lastDay: last.day, firstStarts: first.starts }
}
