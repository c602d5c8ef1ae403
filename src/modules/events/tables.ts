/** Row types of events. */

import type { ColumnType, Generated } from 'kysely'
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { FileId, Json, MailingId } from '../../platform/tables.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { PracticeId } from '../practices/index.ts'
import type { MeasureId } from '../programmes/index.ts'
import type { InvitationState } from './types/invitation.ts'
import type {
  InstructionState,
  QuestionId,
  QuestionOrigin,
  QuestionState,
  StoredTerm,
} from './types/question.ts'
import type {
  CheckInWay,
  RegistrationId,
  RegistrationOrigin,
  RegistrationState,
} from './types/registration.ts'
import type { RecommendationState, TalkState } from './types/results.ts'
import type { SetAside, SourceCounts, SourceId, SourceItemState } from './types/source.ts'
import type {
  ClockTime,
  DayId,
  DayMode,
  DistrictId,
  EventDay,
  EventHost,
  EventId,
  EventItem,
  EventKind,
  EventPerson,
  EventRecurrence,
  EventShare,
  EventState,
  ItemId,
  Participation,
  RegistrationQuestion,
  SeriesId,
  ShareId,
} from './types.ts'

type Defaulted<T> = ColumnType<T, string | undefined, string>

export type EventsTables = {
  event_series: {
    id: SeriesId
    title: string
    title_en: string | null
    kind: EventKind
    unit_id: UnitId | null
    recurrence: Json<EventRecurrence>
    active: Generated<boolean>
    created_at: Temporal.Instant
    version: Generated<number>
  }
  events: {
    id: EventId
    kind: EventKind
    title: string
    title_en: string | null
    purpose: string | null
    purpose_en: string | null
    unit_id: UnitId | null
    series_id: SeriesId | null
    state: EventState
    state_reason: string | null
    basis_number: string | null
    basis_date: CivilDate | null
    safety: string | null
    shelter: string | null
    languages: Generated<string[]>
    accessibility: string | null
    budget: Kopiykas | null
    photo_consent: Generated<boolean>
    participation: Participation
    seats: number | null
    seats_per_organisation: number | null
    registration_until: CivilDate | null
    registration_questions: Defaulted<readonly RegistrationQuestion[]>
    questions_open: Generated<boolean>
    feedback_open: Generated<boolean>
    first_day: CivilDate
    last_day: CivilDate
    first_starts: ClockTime | null
    summary: string | null
    summary_en: string | null
    resolution: string | null
    recording_link: string | null
    cost: Kopiykas | null
    waived: Defaulted<Readonly<Record<string, string>>>
    sequence: Generated<number>
    told_sequence: Generated<number>
    source_uid: string | null
    source_label: string | null
    current_item_id: ItemId | null
    version: Generated<number>
    created_by: string
    created_by_name: string
    created_at: Temporal.Instant
    changed_at: Temporal.Instant
    announced_at: Temporal.Instant | null
  }
  event_measures: { event_id: EventId; measure_id: MeasureId }
  event_days: {
    id: DayId
    event_id: EventId
    ordinal: number
    day: CivilDate
    starts: ClockTime | null
    ends: ClockTime | null
    title: string | null
    mode: DayMode
    place: EventDay['place']
    address: string | null
    district_id: DistrictId | null
    latitude: number | null
    longitude: number | null
    link: string | null
  }
  event_hosts: {
    event_id: EventId
    organisation_id: OrganisationId
    role: EventHost['role']
    ordinal: number
  }
  event_shares: {
    id: ShareId
    event_id: EventId
    kind: EventShare['kind']
    task: string
    unit_id: UnitId | null
    organisation_id: OrganisationId | null
    due: CivilDate | null
    state: EventShare['state']
    note: string | null
    done_on: CivilDate | null
    reminded_on: CivilDate | null
    created_at: Temporal.Instant
  }
  event_people: {
    id: Id<'eventPerson'>
    event_id: EventId
    ordinal: number
    role: EventPerson['role']
    name: string
    position: string | null
    named: boolean
  }
  event_items: {
    id: ItemId
    event_id: EventId
    day_id: DayId | null
    ordinal: number
    starts: ClockTime | null
    minutes: number | null
    title: string
    title_en: string | null
    speakers: string | null
    kind: EventItem['kind']
    track: string | null
  }
  event_materials: {
    id: Id<'eventMaterial'>
    event_id: EventId
    title: string
    link: string | null
    file_id: FileId | null
    public: Generated<boolean>
    created_at: Temporal.Instant
  }
  event_talks: {
    id: Id<'eventTalk'>
    event_id: EventId
    title: string
    text: string
    speaker: string
    organisation: string | null
    email: string | null
    practice_id: PracticeId | null
    state: TalkState
    reason: string | null
    created_at: Temporal.Instant
  }
  event_invitations: {
    id: Id<'eventInvitation'>
    event_id: EventId
    organisation_id: OrganisationId
    state: InvitationState
    letters: Generated<number>
    mailing_id: MailingId | null
    told_otherwise: string | null
    note: string | null
    invited_at: Temporal.Instant
    answered_at: Temporal.Instant | null
    attended: number | null
  }
  event_registrations: {
    id: RegistrationId
    event_id: EventId
    number: Generated<number>
    state: RegistrationState
    origin: RegistrationOrigin
    name: string
    email: string | null
    email_hash: string | null
    organisation_id: OrganisationId | null
    organisation: string | null
    code: string
    photo_consent: boolean | null
    answers: Defaulted<Readonly<Record<string, string>>>
    locale: Generated<'uk' | 'en'>
    created_at: Temporal.Instant
    expires_at: Temporal.Instant | null
    confirmed_at: Temporal.Instant | null
    cancelled_at: Temporal.Instant | null
    checked_in_at: Temporal.Instant | null
    checked_in_how: CheckInWay | null
    reminded_at: Temporal.Instant | null
    erased_at: Temporal.Instant | null
  }
  event_counts: {
    id: Id<'eventCount'>
    event_id: EventId
    label: string
    organisation_id: OrganisationId | null
    number: number
  }
  event_questions: {
    id: QuestionId
    event_id: EventId
    number: number
    origin: QuestionOrigin
    text: string
    topic: string | null
    asker: string | null
    email: string | null
    email_hash: string | null
    locale: Generated<'uk' | 'en'>
    state: QuestionState
    grouped_with: QuestionId | null
    refusal: string | null
    answer: string | null
    answered_at: Temporal.Instant | null
    answered_by: string | null
    created_at: Temporal.Instant
    erased_at: Temporal.Instant | null
    version: Generated<number>
  }
  event_instructions: {
    id: Id<'instruction'>
    event_id: EventId
    question_id: QuestionId
    unit_id: UnitId
    text: string
    due: CivilDate
    explanation: Json<StoredTerm>
    state: InstructionState
    answer: string | null
    answered_at: Temporal.Instant | null
    returned_reason: string | null
    accepted_at: Temporal.Instant | null
    reminded_on: CivilDate | null
    created_at: Temporal.Instant
    version: Generated<number>
  }
  event_recommendations: {
    id: Id<'recommendation'>
    event_id: EventId
    ordinal: number
    text: string
    addressee: string
    unit_id: UnitId | null
    organisation_id: OrganisationId | null
    due: CivilDate | null
    state: RecommendationState
    reason: string | null
    decided_on: CivilDate | null
  }
  event_photos: {
    id: Id<'eventPhoto'>
    event_id: EventId
    ordinal: number
    file_id: FileId
    alt: string
    author: string | null
    width: number | null
    height: number | null
  }
  event_feedback: {
    id: Id<'eventFeedback'>
    event_id: EventId
    rating: number
    good: string | null
    better: string | null
    created_at: Temporal.Instant
  }
  event_sources: {
    id: SourceId
    name: string
    url: string | null
    kind: EventKind
    unit_id: UnitId | null
    active: Generated<boolean>
    checked_at: Temporal.Instant | null
    problem: string | null
    counts: ColumnType<SourceCounts | null, string | null, string | null>
    set_aside: ColumnType<readonly SetAside[], string | undefined, string>
    created_at: Temporal.Instant
    version: Generated<number>
  }
  event_source_items: {
    source_id: SourceId
    uid: string
    event_id: EventId
    print: string
    event_version: number
    state: SourceItemState
  }
}
