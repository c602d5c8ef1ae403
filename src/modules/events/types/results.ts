/** What an event gave. */

import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { PracticeId } from '../../practices/index.ts'
import type {} from '../types.ts'

export type TalkState = 'offered' | 'accepted' | 'refused'
export type RecommendationState = 'sent' | 'accepted' | 'done' | 'refused'
export type RecommendationId = Id<'recommendation'>

export type Recommendation = {
  readonly id: RecommendationId
  readonly text: string
  readonly addressee: string
  readonly unitId: UnitId | null
  readonly organisationId: OrganisationId | null
  readonly due: CivilDate | null
  readonly state: RecommendationState
  readonly reason: string | null
  readonly decidedOn: CivilDate | null
}

export type Photo = {
  readonly id: Id<'eventPhoto'>
  readonly fileId: FileId
  readonly alt: string
  readonly author: string | null
  readonly width: number | null
  readonly height: number | null
}

export type Material = {
  readonly id: Id<'eventMaterial'>
  readonly title: string
  readonly link: string | null
  readonly fileId: FileId | null
  readonly public: boolean
}

export type Talk = {
  readonly id: Id<'eventTalk'>
  readonly title: string
  readonly text: string
  readonly speaker: string
  readonly organisation: string | null
  readonly email: string | null
  readonly practiceId: PracticeId | null
  readonly state: TalkState
  readonly reason: string | null
  readonly createdAt: Temporal.Instant
}

/** Heads counted on paper. */
export type HeadCount = {
  readonly id: Id<'eventCount'>
  readonly label: string
  readonly organisationId: OrganisationId | null
  readonly number: number
}

export type Feedback = {
  readonly rating: number
  readonly good: string | null
  readonly better: string | null
  readonly createdAt: Temporal.Instant
}
