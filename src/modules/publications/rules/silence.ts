/**
 * Election silence: on its days news of party branches are neither shown nor published, of all of them alike. No
 * clerk chooses among them; the period and its source are shown to every reader.
 */
import { type CivilDate, compareDates, type Temporal } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { OrganisationKind } from '../types.ts'

/** The kinds that fall silent. */
export const SILENT_KINDS: readonly OrganisationKind[] = ['partyBranch']

export type SilentDays = {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly cancelledAt: Temporal.Instant | null
}

export function silenceOn<S extends SilentDays>(periods: readonly S[], day: CivilDate): S | null {
  return (
    periods.find(
      (s) => s.cancelledAt === null && compareDates(s.from, day) <= 0 && compareDates(s.to, day) >= 0,
    ) ?? null
  )
}

export function isSilent(kind: OrganisationKind, periods: readonly SilentDays[], day: CivilDate): boolean {
  return SILENT_KINDS.includes(kind) && silenceOn(periods, day) !== null
}

/** A year at most: longer is a mistake of typing. */
export function wrongPeriod(period: {
  readonly from: CivilDate
  readonly to: CivilDate
}): readonly Refusal<'to_before_from' | 'too_long'>[] {
  if (compareDates(period.to, period.from) < 0) return [refuse('to_before_from', undefined, 'to')]
  if (compareDates(period.to, period.from.add({ years: 1 })) > 0) return [refuse('too_long', undefined, 'to')]
  return []
}
