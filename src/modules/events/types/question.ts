/** Questions of people, and what was instructed because of them. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Explanation } from '../../../legal-time/explanation.ts'
import type { EventId } from '../types.ts'

export type QuestionId = Id<'question'>
export type InstructionId = Id<'instruction'>

export type QuestionOrigin = 'form' | 'hall' | 'phone' | 'paper'
export type QuestionState = 'received' | 'accepted' | 'refused' | 'grouped' | 'answered'
export type InstructionState = 'open' | 'answered' | 'accepted'

/** How a day was counted, or that a person chose it. */
export type StoredTerm = Explanation | { readonly chosen: string }

export type Instruction = {
  readonly id: InstructionId
  readonly questionId: QuestionId
  readonly unitId: UnitId
  readonly unitName: string
  readonly text: string
  readonly due: CivilDate
  readonly explanation: StoredTerm
  readonly state: InstructionState
  readonly answer: string | null
  readonly answeredAt: Temporal.Instant | null
  readonly returnedReason: string | null
  readonly version: number
}

export type Question = {
  readonly id: QuestionId
  readonly eventId: EventId
  /** Within its event, from 1. */
  readonly number: number
  readonly origin: QuestionOrigin
  readonly text: string
  readonly topic: string | null
  /** For the office alone. */
  readonly asker: string | null
  readonly email: string | null
  readonly locale: 'uk' | 'en'
  readonly state: QuestionState
  readonly groupedWith: QuestionId | null
  readonly refusal: string | null
  readonly answer: string | null
  readonly answeredAt: Temporal.Instant | null
  readonly answeredBy: string | null
  readonly createdAt: Temporal.Instant
  readonly version: number
  readonly instruction: Instruction | null
}
