/** When a fact may be recorded as evidence. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { DutyId, DutyRecord, Evidence, EvidenceInput } from '../types.ts'

export type EvidenceGround = {
  readonly today: CivilDate
  /** Those of the input that exist. */
  readonly duties: readonly DutyRecord[]
  readonly measures: readonly { readonly id: MeasureId; readonly programmeId: ProgrammeId }[]
  /** Duties that it has fulfilled already: they may have been decided on since. */
  readonly linked: readonly DutyId[]
}

const MOST_ORGANISATIONS = 100

/** Everything that is wrong at once; nothing where it may be recorded. */
export function wrongWith(input: EvidenceInput, ground: EvidenceGround): readonly Refusal[] {
  const to = input.happenedTo ?? input.happenedFrom
  const refusals: Refusal[] = []
  if (compareDates(to, input.happenedFrom) < 0) refusals.push(refuse('ends_before_begins', {}, 'happenedTo'))
  else if (compareDates(to, ground.today) > 0)
    refusals.push(refuse('not_yet', {}, input.happenedTo ? 'happenedTo' : 'happenedFrom'))
  if (input.duties.length + input.measures.length === 0)
    refusals.push(refuse('nothing_fulfilled', {}, 'duties'))
  if (ground.duties.length < input.duties.length || ground.measures.length < input.measures.length)
    refusals.push(refuse('duty_unknown', {}, 'duties'))
  if (programmesOf(ground).size > 1) refusals.push(refuse('several_programmes', {}, 'duties'))
  if (ground.duties.some((d) => isClosed(d) && !ground.linked.includes(d.id)))
    refusals.push(refuse('duty_closed', {}, 'duties'))
  if (lateDuties(input, ground.duties).length > 0 && input.lateReason === null)
    refusals.push(refuse('late_reason_needed', {}, 'lateReason'))
  const person = input.organisations.find(looksLikePerson)
  if (person !== undefined) refusals.push(refuse('looks_like_person', { name: person }, 'organisations'))
  if (input.organisations.length > MOST_ORGANISATIONS)
    refusals.push(refuse('too_many_organisations', { most: MOST_ORGANISATIONS }, 'organisations'))
  return refusals
}

function isClosed(duty: DutyRecord): boolean {
  return duty.outcome === 'excused' || duty.outcome === 'carriedOver' || duty.outcome === 'withdrawn'
}

function programmesOf(ground: EvidenceGround): ReadonlySet<ProgrammeId> {
  return new Set([...ground.duties.map((d) => d.programmeId), ...ground.measures.map((m) => m.programmeId)])
}

/** Duties that the evidence fulfils whole, but after they were due. */
export function lateDuties(
  input: Pick<EvidenceInput, 'duties' | 'happenedFrom' | 'happenedTo'>,
  duties: readonly DutyRecord[],
): readonly DutyRecord[] {
  const to = input.happenedTo ?? input.happenedFrom
  const whole = new Set(input.duties.filter((d) => d.share === 'whole').map((d) => d.id))
  return duties.filter((d) => whole.has(d.id) && compareDates(to, d.due) > 0)
}

/**
 * `Іваненко Іван Іванович`, `Іваненко І. І.`: membership of persons is never stored (Law 2297-VI, art. 7), so a
 * line that reads as a person's name is refused among organisations.
 */
export function looksLikePerson(text: string): boolean {
  const name = text.trim().replace(/[ʼ'`]/g, '’')
  return (
    /^\p{Lu}[\p{L}’-]+ \p{Lu}[\p{L}’]+ \p{Lu}[\p{L}’]*(?:ович|йович|івна|ївна)$/u.test(name) ||
    /^\p{Lu}[\p{L}’]+ \p{Lu}[\p{L}’]*(?:ович|йович|івна|ївна)(?: \p{Lu}[\p{L}’-]+)?$/u.test(name) ||
    /^\p{Lu}[\p{Ll}’]+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\. ?\p{Lu}\.?$/u.test(name) ||
    /^\p{Lu}\. ?\p{Lu}\. ?\p{Lu}[\p{Ll}’]+$/u.test(name)
  )
}

/** Null where it may be changed or withdrawn. A reason is asked once an accepted report rests on it. */
export function mayChange(
  evidence: Pick<Evidence, 'state' | 'frozen'>,
  reason: string | null,
): Refusal | null {
  if (evidence.state === 'withdrawn') return refuse('evidence_withdrawn')
  if (evidence.frozen && reason === null) return refuse('frozen_needs_reason', {}, 'reason')
  return null
}
