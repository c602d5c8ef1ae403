/** Row types of memorial days, monuments and ceremonies. */
import type { Generated } from 'kysely'
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Verified } from '../../legal-time/source.ts'
import type { FileId, Json } from '../../platform/tables.ts'
import type { DistrictId, EventId } from '../events/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type {
  MemorialRule,
  MonumentId,
  MonumentKind,
  MonumentState,
  Scope,
  WreathId,
  WreathKind,
} from './types.ts'

export type MemorialsTables = {
  memorial_dates: {
    key: string
    title: string
    title_en: string | null
    rule: Json<MemorialRule>
    scope: Scope
    since: number | null
    starts: string | null
    silence_at: string | null
    source_text: string | null
    source_url: string | null
    verified: Verified
    note: string | null
    hidden: boolean
    version: Generated<number>
    changed_at: Temporal.Instant
  }
  memorial_years: {
    year: number
    key: string
    day: CivilDate
    kept: boolean
    event_id: EventId | null
    decided_at: Temporal.Instant
    decided_by: string
  }
  monuments: {
    id: MonumentId
    name: string
    name_en: string | null
    kind: MonumentKind
    place: string
    district_id: DistrictId | null
    latitude: number | null
    longitude: number | null
    description: string | null
    description_en: string | null
    protection_number: string | null
    state: MonumentState
    state_note: string | null
    inspected_on: CivilDate | null
    caretaker_unit_id: UnitId | null
    caretaker_organisation_id: OrganisationId | null
    picture_id: FileId | null
    picture_alt: string | null
    picture_author: string | null
    picture_width: number | null
    picture_height: number | null
    source: string | null
    version: Generated<number>
    created_at: Temporal.Instant
    changed_at: Temporal.Instant
  }
  ceremonies: {
    event_id: EventId
    monument_id: MonumentId | null
    silence_at: string | null
    sound: string | null
    transport: string | null
    gathering: string | null
    weather_plan: string | null
    version: Generated<number>
    changed_at: Temporal.Instant
  }
  ceremony_wreaths: {
    id: WreathId
    event_id: EventId
    ordinal: number
    organisation_id: OrganisationId | null
    delegation: string
    people: number | null
    kind: WreathKind
    count: number
    cost: Kopiykas | null
    paid_by_city: boolean
    laid: boolean | null
    created_at: Temporal.Instant
  }
}
