/** Who gets a place, who waits, who moves up. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { Registration } from '../types/registration.ts'
import type { CityEvent, RegistrationQuestion } from '../types.ts'

/** Hours for which a place is kept for somebody who has not confirmed. */
export const CONFIRM_HOURS = 24

export type PlaceRules = Pick<CityEvent, 'seats' | 'seatsPerOrganisation'>

/** What is taken: by everybody, and by each organisation. An unconfirmed one holds its place. */
export type Taken = { all: number; readonly byOrganisation: Map<string, number> }

export type Comer = {
  readonly organisationId: OrganisationId | null
  readonly organisation: string | null
}

/** Two spellings of one name are one organisation. */
export function organisationKey({ organisationId, organisation }: Comer): string | null {
  if (organisationId !== null) return organisationId
  const name = (organisation ?? '')
    .toLocaleLowerCase('uk')
    .replace(/[«»"“”'’`.,\s]+/g, ' ')
    .trim()
  return name === '' ? null : name
}

/** Whether places must be counted at all. */
export function isLimited(rules: PlaceRules): boolean {
  return rules.seats !== null || rules.seatsPerOrganisation !== null
}

export function hasPlace(rules: PlaceRules, taken: Taken, comer: Comer): boolean {
  if (rules.seats !== null && taken.all >= rules.seats) return false
  const key = organisationKey(comer)
  if (rules.seatsPerOrganisation === null || key === null) return true
  return (taken.byOrganisation.get(key) ?? 0) < rules.seatsPerOrganisation
}

export function take(taken: Taken, comer: Comer): void {
  taken.all += 1
  const key = organisationKey(comer)
  if (key !== null) taken.byOrganisation.set(key, (taken.byOrganisation.get(key) ?? 0) + 1)
}

/**
 * Those of the waiting list who get a place now, in their order. One whose organisation is full is passed over,
 * and keeps its turn. @param waiting confirmed ones, in the order of their requests
 */
export function movingUp<C extends Comer>(rules: PlaceRules, taken: Taken, waiting: readonly C[]): C[] {
  const up: C[] = []
  for (const one of waiting) {
    if (!hasPlace(rules, taken, one)) continue
    take(taken, one)
    up.push(one)
  }
  return up
}

/** Whether one may register on a day, by the public form. */
export function registrationOpen(
  event: Pick<CityEvent, 'state' | 'participation' | 'registrationUntil' | 'lastDay'>,
  today: CivilDate,
): true | Refusal<'registration_closed' | 'registration_not_needed' | 'by_invitation'> {
  if (event.participation === 'open') return refuse('registration_not_needed')
  if (event.participation === 'invitation') return refuse('by_invitation')
  return registrationInTime(event, today)
}

/** The same, whoever asks: an organisation by its invitation too. */
export function registrationInTime(
  event: Pick<CityEvent, 'state' | 'registrationUntil' | 'lastDay'>,
  today: CivilDate,
): true | Refusal<'registration_closed'> {
  const last = event.registrationUntil ?? event.lastDay
  return event.state === 'announced' && compareDates(today, last) <= 0 ? true : refuse('registration_closed')
}

/** What is wrong with answers to the event's own questions; fields are `answer-KEY`. */
export function wrongAnswers(
  questions: readonly RegistrationQuestion[],
  answers: Readonly<Record<string, string>>,
): Refusal[] {
  return questions.flatMap((q): Refusal[] => {
    const answer = answers[q.key] ?? ''
    const field = `answer-${q.key}`
    if (answer === '') return q.required ? [refuse('required', {}, field)] : []
    if (q.kind === 'choice' && !q.options.includes(answer)) return [refuse('not_a_choice', {}, field)]
    if (q.kind === 'yesNo' && answer !== 'yes' && answer !== 'no') return [refuse('not_a_choice', {}, field)]
    return []
  })
}

/** Without letters and figures that are mistaken for one another when read out. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** What is read out at the door: five letters. @param random at least five bytes */
export function codeOf(random: Uint8Array): string {
  return [...random.subarray(0, 5)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('')
}

/** A typed code as it is kept: spaces dropped, capitals, `O` and `0` never stand in one. */
export function normalCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

/** Who may come in: one with a place, or one who waited and came all the same. */
export function mayCheckIn(registration: Pick<Registration, 'state' | 'checkedInAt'>): true | Refusal {
  if (registration.state === 'cancelled') return refuse('registration_cancelled')
  return registration.checkedInAt === null ? true : refuse('already_in')
}
