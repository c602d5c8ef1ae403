/** Which duties an edition asks for, and what that changes among those that are there. */
import type { UnitId } from '../../../kernel/actor.ts'
import { type CivilDate, compareDates, type Period } from '../../../kernel/civil-date.ts'
import type { Calendar } from '../../../legal-time/calendar.ts'
import {
  type NamedYear,
  type NoOccurrence,
  type Occurrence,
  occurrences,
  occurrencesOn,
  whyNoOccurrence,
} from '../../../legal-time/occurrences.ts'
import type { Measure, MeasureId } from '../../programmes/index.ts'
import type { DutyId, DutyOrigin, DutyOutcome, Schedule } from '../types.ts'

export type Wanted = {
  readonly measureId: MeasureId
  readonly unitId: UnitId
  readonly origin: Exclude<DutyOrigin, 'carried'>
  readonly occurrence: Occurrence
}

export type RenewalInput = {
  readonly measures: readonly Pick<Measure, 'id' | 'recurrence' | 'executors'>[]
  readonly schedules: ReadonlyMap<MeasureId, Schedule>
  /** Departments behind each executor: a group's members, or the unit itself. */
  readonly departments: ReadonlyMap<UnitId, readonly UnitId[]>
  readonly period: Period
  readonly inForceFrom: CivilDate | null
  readonly calendar: Calendar
  readonly namedYear: NamedYear
}

/** One duty for each department and occurrence. */
export function wantedDuties(input: RenewalInput): readonly Wanted[] {
  return input.measures.flatMap((measure) => {
    const units = new Set(measure.executors.flatMap((id) => input.departments.get(id) ?? []))
    const { origin, found } = occurrencesOf(measure, input)
    return [...units].flatMap((unitId) =>
      found.map((occurrence) => ({ measureId: measure.id, unitId, origin, occurrence })),
    )
  })
}

/** By the term; where the term makes none, by the coordinator's schedule. */
function occurrencesOf(
  measure: Pick<Measure, 'id' | 'recurrence'>,
  input: RenewalInput,
): { readonly origin: Wanted['origin']; readonly found: readonly Occurrence[] } {
  const byTerm = occurrences(measure.recurrence, input.period, input)
  const schedule = input.schedules.get(measure.id)
  if (byTerm.length > 0 || schedule === undefined) return { origin: 'term', found: byTerm }
  const found = schedule.dates
    ? occurrencesOn(schedule.dates, measure.recurrence.raw, input.calendar)
    : occurrences(schedule.recurrence, input.period, input)
  return { origin: 'schedule', found }
}

/** Why a measure makes no duty by its own term; null where it makes some. */
export function termGap(
  measure: Pick<Measure, 'recurrence'>,
  input: Pick<RenewalInput, 'period' | 'inForceFrom' | 'calendar' | 'namedYear'>,
): NoOccurrence | null {
  return whyNoOccurrence(measure.recurrence, input.period, input)
}

export type Existing = {
  readonly id: DutyId
  readonly measureId: MeasureId
  readonly unitId: UnitId
  readonly period: Period
  readonly ordinal: number
  readonly origin: DutyOrigin
  readonly due: CivilDate
  readonly outcome: DutyOutcome | null
  readonly evidence: number
  /** Made or renewed by the very edition that is asked about. */
  readonly current: boolean
}

export type Renewal = {
  readonly create: readonly Wanted[]
  readonly renew: readonly { readonly id: DutyId; readonly wanted: Wanted }[]
  readonly withdraw: readonly DutyId[]
}

/**
 * A duty is touched only while nothing has happened to it and its period ends after `boundary`;
 * one that was carried over stays with the person's word that made it.
 * @param existing without the withdrawn
 */
export function planRenewal(
  wanted: readonly Wanted[],
  existing: readonly Existing[],
  boundary: CivilDate,
): Renewal {
  const there = new Map(
    existing.map((duty) => [keyOf(duty.measureId, duty.unitId, duty.period, duty.ordinal), duty]),
  )
  const asked = new Map(
    wanted.map((w) => [keyOf(w.measureId, w.unitId, w.occurrence.period, w.occurrence.ordinal), w]),
  )
  const create: Wanted[] = []
  const renew: { id: DutyId; wanted: Wanted }[] = []
  for (const [key, want] of asked) {
    const duty = there.get(key)
    if (duty === undefined) create.push(want)
    else if (isUntouched(duty, boundary) && !(duty.current && duty.due.equals(want.occurrence.due)))
      renew.push({ id: duty.id, wanted: want })
  }
  const withdraw = [...there].flatMap(([key, duty]) =>
    !asked.has(key) && isUntouched(duty, boundary) ? [duty.id] : [],
  )
  return { create, renew, withdraw }
}

function isUntouched(duty: Existing, boundary: CivilDate): boolean {
  return (
    duty.origin !== 'carried' &&
    duty.outcome === null &&
    duty.evidence === 0 &&
    compareDates(duty.period.to, boundary) > 0
  )
}

function keyOf(measureId: MeasureId, unitId: UnitId, period: Period, ordinal: number): string {
  return `${measureId} ${unitId} ${period.from} ${period.to} ${ordinal}`
}
