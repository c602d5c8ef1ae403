/** Row types of seminars. */
import type { Generated } from 'kysely'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Json } from '../../platform/tables.ts'
import type { EventId } from '../events/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { CertificateId, Chosen, Stage, TestQuestion } from './types.ts'

export type SeminarsTables = {
  seminar_tests: {
    event_id: EventId
    questions: Json<readonly TestQuestion[]>
    stage: Stage | 'closed'
    version: Generated<number>
    changed_at: Temporal.Instant
  }
  seminar_answers: {
    id: Id<'seminarAnswer'>
    event_id: EventId
    stage: Stage
    word_hash: string | null
    answers: Json<Chosen>
    correct: number
    answered_on: CivilDate
  }
  seminar_certificates: {
    id: CertificateId
    number: string
    event_id: EventId
    name: string
    organisation_id: OrganisationId | null
    consent: boolean
    issued_on: CivilDate
    issued_by: string
    revoked_on: CivilDate | null
    revoke_reason: string | null
  }
}
