/** What is true of a duty, and what may become of it. */
import { type CivilDate, compareDates, daysBetween, earlier } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Duty, DutyOutcome, DutyRecord, DutyState, Share } from '../types.ts'

/** Planned, open and overdue follow from the day alone. A partly fulfilled duty is still open, or overdue. */
export function dutyState(duty: Pick<Duty, 'outcome' | 'period' | 'due'>, today: CivilDate): DutyState {
  if (duty.outcome === 'fulfilled') return 'fulfilled'
  if (duty.outcome === 'carriedOver') return 'carriedOver'
  if (duty.outcome === 'excused' || duty.outcome === 'withdrawn') return 'excused'
  if (compareDates(today, duty.due) > 0) return 'overdue'
  return compareDates(today, duty.period.from) < 0 ? 'planned' : 'open'
}

/** Days after the due one: of the fulfilment, or so far; 0 where it is in time. */
export function daysLate(
  duty: Pick<Duty, 'outcome' | 'fulfilledOn' | 'period' | 'due'>,
  today: CivilDate,
): number {
  if (duty.fulfilledOn) return Math.max(0, daysBetween(duty.due, duty.fulfilledOn))
  return dutyState(duty, today) === 'overdue' ? daysBetween(duty.due, today) : 0
}

export type Support = { readonly share: Share; readonly happenedTo: CivilDate }

/** What recorded evidence makes of a duty: whole evidence fulfils it on its earliest day, parts alone do not. */
export function outcomeOf(evidence: readonly Support[]): {
  readonly outcome: 'fulfilled' | 'partly' | null
  readonly fulfilledOn: CivilDate | null
} {
  const whole = evidence.filter((e) => e.share === 'whole').map((e) => e.happenedTo)
  if (whole.length > 0) return { outcome: 'fulfilled', fulfilledOn: whole.reduce(earlier) }
  return { outcome: evidence.length > 0 ? 'partly' : null, fulfilledOn: null }
}

/** Outcomes that a person decided: evidence that comes or goes does not change them. */
export function isDecided(outcome: DutyOutcome | null): boolean {
  return outcome === 'excused' || outcome === 'carriedOver' || outcome === 'withdrawn'
}

export type DutyVerb = 'excuse' | 'carryOver' | 'reopen'

const allowed: Readonly<Record<DutyVerb, readonly (DutyOutcome | null)[]>> = {
  excuse: [null, 'partly'],
  carryOver: [null, 'partly'],
  reopen: ['excused', 'carriedOver'],
}

/** Null where the verb may be done. */
export function step(duty: Pick<Duty, 'outcome'>, verb: DutyVerb): Refusal<'duty_wrong_state'> | null {
  return allowed[verb].includes(duty.outcome)
    ? null
    : refuse('duty_wrong_state', { outcome: duty.outcome ?? '', verb })
}

/** To a later occurrence of the same measure and unit, or to a new day after this one's due. */
export function carryOver(
  duty: DutyRecord,
  target: { readonly duty: DutyRecord | null; readonly date: CivilDate | null },
  programmeEnd: CivilDate,
): { readonly to: 'duty' | 'date' } | Refusal {
  const wrong = step(duty, 'carryOver')
  if (wrong) return wrong
  if (target.duty !== null && target.date !== null) return refuse('carry_one_target', {}, 'date')
  if (target.duty !== null) {
    const same = target.duty.measureId === duty.measureId && target.duty.unitId === duty.unitId
    if (!same || isDecided(target.duty.outcome)) return refuse('carry_other_duty', {}, 'to')
    if (compareDates(target.duty.due, duty.due) <= 0) return refuse('carry_not_later', {}, 'to')
    return { to: 'duty' }
  }
  if (target.date === null) return refuse('carry_no_target', {}, 'date')
  if (compareDates(target.date, duty.due) <= 0) return refuse('carry_not_later', {}, 'date')
  if (compareDates(target.date, programmeEnd) > 0)
    return refuse('carry_after_programme', { end: programmeEnd.toString() }, 'date')
  return { to: 'date' }
}

/** Counts of duties by state: of a measure in a quarter, or of a year. */
export type StateCounts = Readonly<Record<DutyState | 'partly', number>>

export const NO_COUNTS: StateCounts = {
  planned: 0,
  open: 0,
  fulfilled: 0,
  overdue: 0,
  excused: 0,
  carriedOver: 0,
  partly: 0,
}

export function addCounts(a: StateCounts, b: StateCounts): StateCounts {
  return {
    planned: a.planned + b.planned,
    open: a.open + b.open,
    fulfilled: a.fulfilled + b.fulfilled,
    overdue: a.overdue + b.overdue,
    excused: a.excused + b.excused,
    carriedOver: a.carriedOver + b.carriedOver,
    partly: a.partly + b.partly,
  }
}

export function countStates(
  duties: readonly Pick<Duty, 'outcome' | 'period' | 'due'>[],
  today: CivilDate,
): StateCounts {
  const counts = { ...NO_COUNTS }
  for (const duty of duties) {
    counts[dutyState(duty, today)] += 1
    if (duty.outcome === 'partly') counts.partly += 1
  }
  return counts
}

/** How many are to be done in all: what was excused or carried over is not asked for any more. */
export function asked(counts: StateCounts): number {
  return counts.planned + counts.open + counts.fulfilled + counts.overdue
}

export type CellState = 'done' | 'part' | 'due' | 'late' | 'plan' | 'excused' | 'carried' | 'none'

/** One stitch for several duties: what is late outshines the rest, and only all of them make it done. */
export function cellState(counts: StateCounts): CellState {
  const total = asked(counts)
  if (total === 0) return counts.excused > 0 ? 'excused' : counts.carriedOver > 0 ? 'carried' : 'none'
  if (counts.overdue > 0) return 'late'
  if (counts.fulfilled === total) return 'done'
  if (counts.fulfilled > 0 || counts.partly > 0) return 'part'
  return counts.open > 0 ? 'due' : 'plan'
}
