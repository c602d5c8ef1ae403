/** Practice cards: what an organisation did, with what result. */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { FileId } from '../../platform/tables.ts'
import type { ListEntry, OrganisationId, OrganisationLine } from '../organisations/index.ts'

export type PracticeId = Id<'practice'>
export type DirectionId = ListEntry<'direction'>['id']

export const PRACTICE_STATES = ['draft', 'submitted', 'returned', 'published', 'withdrawn'] as const
export type PracticeState = (typeof PRACTICE_STATES)[number]

export type Indicator = {
  readonly name: string
  readonly unit: string
  readonly before: number | null
  readonly after: number | null
}

/** One that the registry knows bears its id. */
export type Partner = { readonly name: string; readonly organisationId: OrganisationId | null }

/** The card itself. Rests as JSON: days are ISO texts. */
export type Content = {
  readonly title: string
  readonly problem: string | null
  readonly done: string | null
  readonly result: string | null
  readonly indicators: readonly Indicator[]
  readonly cost: Kopiykas | null
  readonly costSources: string | null
  readonly partners: readonly Partner[]
  readonly links: readonly string[]
  readonly contact: string | null
  readonly from: string | null
  readonly to: string | null
  readonly place: string | null
  readonly directionId: DirectionId | null
}

export type PracticeFile = {
  readonly id: FileId
  readonly title: string
  readonly name: string
  readonly size: number
}

/** As it is worked on. */
export type Practice = {
  readonly id: PracticeId
  readonly organisationId: OrganisationId
  readonly state: PracticeState
  readonly content: Content
  readonly submittedAt: Temporal.Instant | null
  readonly returnedReason: string | null
  readonly withdrawnReason: string | null
  readonly byRepresentative: boolean
  readonly version: number
  readonly updatedAt: Temporal.Instant
}

export type PracticeLine = Pick<Practice, 'id' | 'state' | 'updatedAt' | 'submittedAt'> & {
  readonly title: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly isPublic: boolean
}

/** As the public reads it. */
export type Published = {
  readonly id: PracticeId
  readonly organisation: OrganisationLine
  readonly number: number
  readonly content: Content
  readonly firstPublishedAt: Temporal.Instant
  readonly publishedAt: Temporal.Instant
}

/** For a presentation day, a contest, the passport. */
export type PracticeForTalk = {
  readonly id: PracticeId
  readonly title: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly result: string | null
  readonly contact: string | null
  readonly path: string
}

export type PracticeVersion = {
  readonly number: number
  readonly content: Content
  readonly publishedAt: Temporal.Instant
}

export type PeriodOf = { readonly from: CivilDate | null; readonly to: CivilDate | null }
