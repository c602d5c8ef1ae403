/** Records of events. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { District, OrganisationId } from '../organisations/index.ts'
import type { MeasureId } from '../programmes/index.ts'

export type { OrganisationId }

export type DistrictId = District['id']
export type EventId = Id<'event'>
export type SeriesId = Id<'eventSeries'>
export type DayId = Id<'eventDay'>
export type ItemId = Id<'eventItem'>
export type ShareId = Id<'eventShare'>

export const EVENT_KINDS = [
  'informationDay',
  'celebration',
  'neighbourhoodDay',
  'roundTable',
  'conference',
  'seminar',
  'training',
  'discussionClub',
  'partySeminar',
  'practicePresentation',
  'commemoration',
  'rally',
  'publicHearing',
  'other',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const EVENT_STATES = [
  'planned',
  'announced',
  'postponed',
  'cancelled',
  'held',
  'summedUp',
  'closed',
] as const
export type EventState = (typeof EVENT_STATES)[number]

/** What the office may do with the state of an event. */
export type EventVerb = 'announce' | 'postpone' | 'cancel' | 'hold' | 'sumUp' | 'close' | 'reopen'

/** What a kind switches on. Modules above bring their own tabs beside these. */
export type Feature =
  | 'informationGroup'
  | 'chair'
  | 'questions'
  | 'callForTalks'
  | 'practiceCards'
  | 'tracks'
  | 'recommendations'
  | 'permits'
  | 'stalls'
  | 'volunteers'
  | 'invitationOfBranches'
  | 'ceremony'
  | 'test'
  | 'hearing'

/** What closing wants to see, or a reason why it is not there. */
export const CLOSING_NEEDS = [
  'counts',
  'organisations',
  'summary',
  'photos',
  'answers',
  'recommendations',
] as const
export type ClosingNeed = (typeof CLOSING_NEEDS)[number]

export const PARTICIPATIONS = ['open', 'registration', 'invitation'] as const
export type Participation = (typeof PARTICIPATIONS)[number]

export const DAY_MODES = ['onSite', 'online', 'both'] as const
export type DayMode = (typeof DAY_MODES)[number]

/** `09:30`, the city's own time. */
export type ClockTime = string

export type EventDay = {
  readonly id: DayId
  readonly day: CivilDate
  readonly starts: ClockTime | null
  /** Before `starts`: on the next day. */
  readonly ends: ClockTime | null
  readonly title: string | null
  readonly mode: DayMode
  readonly place: string | null
  readonly address: string | null
  readonly districtId: DistrictId | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly link: string | null
}
export type EventDayInput = Omit<EventDay, 'id'> & { readonly id: DayId | null }

export const QUESTION_KINDS = ['text', 'choice', 'yesNo'] as const
/** One of an event's own questions of registration. */
export type RegistrationQuestion = {
  readonly key: string
  readonly kind: (typeof QUESTION_KINDS)[number]
  readonly label: string
  readonly labelEn: string | null
  readonly options: readonly string[]
  readonly required: boolean
}

/** What a person writes of an event. */
export type EventInput = {
  readonly kind: EventKind
  readonly title: string
  readonly titleEn: string | null
  readonly purpose: string | null
  readonly purposeEn: string | null
  readonly unitId: UnitId | null
  readonly seriesId: SeriesId | null
  readonly measures: readonly MeasureId[]
  readonly days: readonly EventDayInput[]
  readonly basisNumber: string | null
  readonly basisDate: CivilDate | null
  readonly safety: string | null
  readonly shelter: string | null
  readonly languages: readonly string[]
  readonly accessibility: string | null
  readonly budget: Kopiykas | null
  readonly photoConsent: boolean
  readonly participation: Participation
  readonly seats: number | null
  readonly seatsPerOrganisation: number | null
  /** The last day, included. */
  readonly registrationUntil: CivilDate | null
  readonly registrationQuestions: readonly RegistrationQuestion[]
  readonly questionsOpen: boolean
  readonly feedbackOpen: boolean
}

export type CityEvent = Omit<EventInput, 'days' | 'measures'> & {
  readonly id: EventId
  readonly state: EventState
  readonly stateReason: string | null
  readonly firstDay: CivilDate
  readonly lastDay: CivilDate
  readonly summary: string | null
  readonly summaryEn: string | null
  readonly resolution: string | null
  readonly recordingLink: string | null
  readonly cost: Kopiykas | null
  readonly waived: Readonly<Record<string, string>>
  /** RFC 5545: raised by a change that calendars must take over. */
  readonly sequence: number
  readonly sourceUid: string | null
  readonly sourceLabel: string | null
  readonly currentItemId: ItemId | null
  readonly version: number
  readonly createdAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  readonly announcedAt: Temporal.Instant | null
}

/** An event on a list or in a calendar: public facts only. */
export type EventLine = {
  readonly id: EventId
  readonly kind: EventKind
  readonly title: string
  readonly titleEn: string | null
  readonly purpose: string | null
  readonly state: EventState
  readonly stateReason: string | null
  readonly participation: Participation
  readonly unitId: UnitId | null
  readonly unitName: string | null
  /** As it is called in the city. */
  readonly unitShort: string | null
  readonly firstDay: CivilDate
  readonly lastDay: CivilDate
  readonly sequence: number
  readonly changedAt: Temporal.Instant
  readonly days: readonly EventDay[]
  readonly hosts: readonly OrganisationId[]
}

export const HOST_ROLES = ['host', 'partner'] as const
export type EventHost = {
  readonly organisationId: OrganisationId
  readonly role: (typeof HOST_ROLES)[number]
}

export const SHARE_KINDS = ['task', 'permit', 'stall', 'volunteers'] as const
export type ShareKind = (typeof SHARE_KINDS)[number]
export type ShareState = 'open' | 'done' | 'dropped'
/** One share of the work: what, who, by when. */
export type EventShare = {
  readonly id: ShareId
  readonly kind: ShareKind
  readonly task: string
  readonly unitId: UnitId | null
  readonly organisationId: OrganisationId | null
  readonly due: CivilDate | null
  readonly state: ShareState
  readonly note: string | null
  readonly doneOn: CivilDate | null
}

export const PERSON_ROLES = ['head', 'member', 'chair', 'minutes', 'speaker'] as const
/** Somebody named by office: of the information group, the chair. */
export type EventPerson = {
  readonly role: (typeof PERSON_ROLES)[number]
  readonly name: string
  readonly position: string | null
  /** Visitors read the name too, as of the mayor; the position they always do. */
  readonly named: boolean
}

export const ITEM_KINDS = [
  'talk',
  'report',
  'questions',
  'discussion',
  'concert',
  'ceremony',
  'break',
  'other',
] as const
export type EventItem = {
  readonly id: ItemId
  readonly dayId: DayId | null
  readonly starts: ClockTime | null
  readonly minutes: number | null
  readonly title: string
  readonly titleEn: string | null
  readonly speakers: string | null
  readonly kind: (typeof ITEM_KINDS)[number]
  readonly track: string | null
}

/** How often a series comes. Weekdays: 1 Monday to 7 Sunday; `nth` -1 is the last of the month. */
export type EventRecurrence =
  | { readonly every: 'quarter' }
  | { readonly every: 'month' }
  | { readonly every: 'monthOn'; readonly nth: number; readonly weekday: number }
  | { readonly every: 'year' }
  | { readonly every: 'yearOn'; readonly month: number; readonly day: number }
  | { readonly every: 'yearNth'; readonly month: number; readonly nth: number; readonly weekday: number }
  /** Days after the Orthodox Easter; below zero before it. */
  | { readonly every: 'easter'; readonly days: number }

export type EventSeries = {
  readonly id: SeriesId
  readonly title: string
  readonly titleEn: string | null
  readonly kind: EventKind
  readonly unitId: UnitId | null
  readonly recurrence: EventRecurrence
  readonly active: boolean
  readonly version: number
}
