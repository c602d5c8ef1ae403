/** What modules above events follow, and what they may add to an event. */
import type { Actor, UnitId } from '../../kernel/actor.ts'
import type { Html } from '../../kernel/html.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Bilingual } from '../../kernel/texts.ts'
import type { Tx } from '../../platform/context.ts'
import type { Db, DbTransaction } from '../../platform/db.ts'
import { defineEvent } from '../../platform/event.ts'
import { extensionPoint } from '../../platform/extension.ts'
import type { WebRequest } from '../../platform/http/route.ts'
import type { CityEvent, EventId, EventKind } from './types.ts'

type Happened = { readonly id: EventId; readonly kind: EventKind; readonly unitId: UnitId | null }

/** Visitors see it from now on; also after it was postponed and has its day again. */
export const eventAnnounced = defineEvent<Happened>('events.announced')
export const eventHeld = defineEvent<Happened>('events.held')
/** Called again when the results were corrected. */
export const eventSummedUp = defineEvent<Happened>('events.summedUp')
export const eventCancelled = defineEvent<Happened & { readonly reason: string }>('events.cancelled')
/** The next of a series was made from the last one, or an event was copied: bring your own lists along. */
export const eventCopied = defineEvent<{
  readonly from: EventId
  readonly to: EventId
  readonly kind: EventKind
}>('events.copied')

/** Something that closing wants and that is not there. `key` is what a reason for its absence is kept under. */
export type ClosingGap = {
  readonly key: string
  readonly sentence: Bilingual<string>
  readonly path: string
}

/** What an addition knows for the evidence of an event, beside what the engine counts itself. */
export type EvidenceDetails = {
  /** A sentence for the result, in Ukrainian: it stands in reports. */
  readonly result?: string
  readonly cost?: Kopiykas
  readonly organisations?: readonly string[]
}

/**
 * What a module above adds to events of its kinds. In its manifest:
 * `adds: [eventAdditions.with(ceremony)]`.
 */
export type EventAddition = {
  readonly kinds: readonly EventKind[]
  /** Where events of its kinds are begun in the office, by whom it allows, instead of the form of events. */
  readonly begins?: { readonly path: string; readonly allows: (actor: Actor) => boolean }
  /** A tab of the event in the office; the address is a route of the module itself. */
  readonly tab?: { readonly label: Bilingual<string>; readonly path: (id: EventId) => string }
  /** A section of the public page, below the programme. */
  readonly section?: (request: WebRequest, event: CityEvent) => Promise<Html | null>
  readonly closing?: (db: Db | DbTransaction, event: CityEvent) => Promise<readonly ClosingGap[]>
  readonly evidence?: (tx: Tx, event: CityEvent) => Promise<EvidenceDetails>
}

export const eventAdditions = extensionPoint<EventAddition>('events.additions')

export function additionsOf(kind: EventKind): readonly EventAddition[] {
  return eventAdditions.all().filter((addition) => addition.kinds.includes(kind))
}

/** Public pages of modules above that stand beside the calendar: memorial days, hearings. */
export const calendarLinks = extensionPoint<{ readonly path: string; readonly label: Bilingual<string> }>(
  'events.calendarLinks',
)
