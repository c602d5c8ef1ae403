/** What an event must be to stand: days, times, places, rules of taking part. */
import { compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { CityEvent, EventDay, EventDayInput, EventInput } from '../types.ts'

export const DAYS_LIMIT = 31

/** Everything wrong with it at once. */
export function wrongWith(input: EventInput): Refusal[] {
  return [...wrongDays(input.days), ...wrongRegistration(input)]
}

function wrongDays(days: readonly EventDayInput[]): Refusal[] {
  const [first] = days
  if (first === undefined) return [refuse('no_days', {}, 'day')]
  if (days.length > DAYS_LIMIT) return [refuse('too_many_days', { maximum: DAYS_LIMIT }, 'moreDays')]
  return days.flatMap((d, i): Refusal[] => {
    // The first day has fields of its own; the others are lines of one.
    const field = (name: string) => (i === 0 ? name : 'moreDays')
    const wrong: Refusal[] = []
    if (d.mode !== 'online' && d.place === null) wrong.push(refuse('place_needed', {}, field('place')))
    if (d.ends !== null && d.starts === null) wrong.push(refuse('start_needed', {}, field('starts')))
    if (d.ends !== null && d.ends === d.starts) wrong.push(refuse('ends_at_start', {}, field('ends')))
    if ((d.latitude === null) !== (d.longitude === null))
      wrong.push(refuse('half_coordinates', {}, field('point')))
    return wrong
  })
}

function wrongRegistration(input: EventInput): Refusal[] {
  const wrong: Refusal[] = []
  const last = input.days
    .map((d) => d.day)
    .sort(compareDates)
    .at(-1)
  if (input.registrationUntil && last && compareDates(input.registrationUntil, last) > 0)
    wrong.push(refuse('registration_after_event', {}, 'registrationUntil'))
  if (input.seats !== null && input.seatsPerOrganisation !== null && input.seatsPerOrganisation > input.seats)
    wrong.push(refuse('more_than_all', { seats: input.seats }, 'seatsPerOrganisation'))
  const keys = input.registrationQuestions.map((q) => q.label)
  if (new Set(keys).size < keys.length) wrong.push(refuse('question_twice', {}, 'questions'))
  return wrong
}

type Shown = Pick<CityEvent, 'title' | 'titleEn'>

/** Whether people who come, and calendars that follow, must learn of the change. */
export function mattersToGuests(
  before: Shown & { readonly days: readonly EventDay[] },
  after: Pick<EventInput, 'title' | 'titleEn' | 'days'>,
): boolean {
  return before.title !== after.title || whenAndWhere(before.days) !== whenAndWhere(after.days)
}

/** When and where, as one text to compare. */
export function whenAndWhere(days: readonly Omit<EventDayInput, 'id'>[]): string {
  return JSON.stringify(
    days.map((d) => [d.day.toString(), d.starts, d.ends, d.mode, d.place, d.address, d.link]),
  )
}
