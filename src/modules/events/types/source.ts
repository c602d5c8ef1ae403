/** Calendars of others. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { EventId, EventKind, EventState } from '../types.ts'

export type SourceId = Id<'eventSource'>

/** `differs`: changed at its source after a person changed it here, or after it was announced. `gone`: no longer there. */
export type SourceItemState = 'taken' | 'differs' | 'gone'

export type SourceCounts = {
  readonly made: number
  readonly changed: number
  readonly same: number
  readonly differs: number
  readonly gone: number
}

/** Set aside, with what it calls itself and why. */
export type SetAside = { readonly summary: string; readonly problem: string }

export type SourceInput = {
  readonly name: string
  readonly url: string | null
  readonly kind: EventKind
  readonly unitId: UnitId | null
  readonly active: boolean
}

export type EventSource = SourceInput & {
  readonly id: SourceId
  readonly checkedAt: Temporal.Instant | null
  readonly problem: string | null
  readonly counts: SourceCounts | null
  readonly setAside: readonly SetAside[]
  readonly version: number
}

export type SourceItem = {
  readonly uid: string
  readonly eventId: EventId
  readonly title: string
  readonly firstDay: CivilDate
  readonly eventState: EventState
  readonly state: SourceItemState
}
