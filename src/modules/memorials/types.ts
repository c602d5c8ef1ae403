/** Records of memorial days, monuments and ceremonies. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Verified } from '../../legal-time/source.ts'
import type { FileId } from '../../platform/tables.ts'
import type { ClockTime, DistrictId, EventId, EventRecurrence, EventState } from '../events/index.ts'
import type { OrganisationId } from '../organisations/index.ts'

export type MonumentId = Id<'monument'>
export type WreathId = Id<'wreath'>

/** Once a year: on a day, on the nth weekday of a month, so many days after Easter. */
export type MemorialRule = Extract<EventRecurrence, { readonly every: 'yearOn' | 'yearNth' | 'easter' }>

export const SCOPES = ['state', 'international', 'city'] as const
export type Scope = (typeof SCOPES)[number]

export const VERIFICATIONS = ['L', 'L-old', 'P', 'C', 'M'] as const satisfies readonly Verified[]

/** What a person writes of a date. */
export type DateInput = {
  readonly title: string
  readonly titleEn: string | null
  readonly rule: MemorialRule
  readonly scope: Scope
  readonly since: number | null
  readonly starts: ClockTime | null
  readonly silenceAt: ClockTime | null
  readonly sourceText: string | null
  readonly sourceUrl: string | null
  readonly verified: Verified
  readonly note: string | null
  readonly hidden: boolean
}

/** `state.unity` of the program's own, `city.…` of the city. */
export type MemorialDate = DateInput & {
  readonly key: string
  /** The city changed it, or it is the city's own. */
  readonly own: boolean
  /** 0 for what stands as the program knows it. */
  readonly version: number
}

/** A date in one year, with what was decided. */
export type MemorialDay = {
  readonly date: MemorialDate
  readonly day: CivilDate
  /** Null: not decided yet. */
  readonly kept: boolean | null
  readonly event: { readonly id: EventId; readonly state: EventState; readonly title: string } | null
  /** The latest kept before: its people, tasks and wreaths can be taken along. */
  readonly lastEventId: EventId | null
}

export const MONUMENT_KINDS = ['monument', 'memorial', 'sign', 'plaque', 'burial', 'alley'] as const
export type MonumentKind = (typeof MONUMENT_KINDS)[number]
export const MONUMENT_STATES = ['good', 'needsCare', 'damaged', 'lost'] as const
export type MonumentState = (typeof MONUMENT_STATES)[number]

export type MonumentInput = {
  readonly name: string
  readonly nameEn: string | null
  readonly kind: MonumentKind
  readonly place: string
  readonly districtId: DistrictId | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly description: string | null
  readonly descriptionEn: string | null
  readonly protectionNumber: string | null
  readonly state: MonumentState
  readonly stateNote: string | null
  readonly inspectedOn: CivilDate | null
  readonly caretakerUnitId: UnitId | null
  readonly caretakerOrganisationId: OrganisationId | null
  readonly source: string | null
}

export type MonumentPicture = {
  readonly fileId: FileId
  readonly alt: string
  readonly author: string | null
  readonly width: number | null
  readonly height: number | null
}

export type Monument = MonumentInput & {
  readonly id: MonumentId
  readonly caretakerUnit: string | null
  readonly caretakerOrganisation: string | null
  readonly picture: MonumentPicture | null
  readonly version: number
  readonly changedAt: Temporal.Instant
}

export const WREATH_KINDS = ['wreath', 'basket', 'flowers', 'none'] as const
export type WreathKind = (typeof WREATH_KINDS)[number]

export type CeremonyInput = {
  readonly monumentId: MonumentId | null
  readonly silenceAt: ClockTime | null
  readonly gathering: string | null
  readonly sound: string | null
  readonly transport: string | null
  readonly weatherPlan: string | null
}
export type Ceremony = CeremonyInput & { readonly eventId: EventId; readonly version: number }

export type WreathInput = {
  readonly organisationId: OrganisationId | null
  readonly delegation: string
  readonly people: number | null
  readonly kind: WreathKind
  readonly count: number
  readonly cost: Kopiykas | null
  readonly paidByCity: boolean
}
export type Wreath = WreathInput & {
  readonly id: WreathId
  /** Whether it came; null until somebody says. */
  readonly laid: boolean | null
}
