/** Records of seminars. */
import type { CivilDate } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { EventId, Invitation } from '../events/index.ts'
import type { OrganisationId, OrganisationLine } from '../organisations/index.ts'

export type CertificateId = Id<'certificate'>

/** One right option: a person ticks one. Several: a person ticks all that are right. */
export type TestQuestion = {
  readonly text: string
  readonly options: readonly string[]
  /** Numbers of the right options, from 0; none: it is asked for the opinion. */
  readonly correct: readonly number[]
}

export const STAGES = ['before', 'after'] as const
export type Stage = (typeof STAGES)[number]

export type SeminarTest = {
  readonly eventId: EventId
  readonly questions: readonly TestQuestion[]
  readonly stage: Stage | 'closed'
  readonly version: number
}

/** For each question the numbers of the options chosen. */
export type Chosen = readonly (readonly number[])[]

export type StageResult = {
  readonly answers: number
  /** Null where so few answered that a count would tell of a person. */
  readonly average: number | null
  /** For each question and option: how many chose it; null as above. */
  readonly counts: readonly (readonly number[])[] | null
}

export type Certificate = {
  readonly id: CertificateId
  readonly number: string
  readonly eventId: EventId
  readonly name: string
  readonly organisationId: OrganisationId | null
  readonly consent: boolean
  readonly issuedOn: CivilDate
  readonly revokedOn: CivilDate | null
  readonly revokeReason: string | null
}

/** A registered branch and how it was invited; null: it was not. */
export type BranchInvited = { readonly branch: OrganisationLine; readonly invitation: Invitation | null }

/** Organisations by years: how many of its people came to seminars. */
export type AttendanceRow = {
  readonly organisationId: OrganisationId
  readonly name: string
  readonly years: ReadonlyMap<number, number>
}

/** A time before elections, in which nothing may favour anybody. */
export type Election = { readonly from: string; readonly to: string; readonly basis: string }
