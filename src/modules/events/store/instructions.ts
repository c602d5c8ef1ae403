/** Instructions that were given because of questions. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { Instruction, InstructionId, InstructionState, Question, StoredTerm } from '../types/question.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

export function instructions(db: Reader) {
  return db
    .selectFrom('event_instructions as i')
    .innerJoin('units as u', 'u.id', 'i.unit_id')
    .select([
      'i.id',
      'i.question_id as questionId',
      'i.unit_id as unitId',
      'u.name as unitName',
      'i.text',
      'i.due',
      'i.explanation',
      'i.state',
      'i.answer',
      'i.answered_at as answeredAt',
      'i.returned_reason as returnedReason',
      'i.version',
    ])
}

export async function insertInstruction(
  tx: Tx,
  question: Question,
  instruction: {
    readonly unitId: UnitId
    readonly text: string
    readonly due: CivilDate
    readonly explanation: StoredTerm
  },
): Promise<InstructionId> {
  const id = newId<'instruction'>()
  await tx.db
    .insertInto('event_instructions')
    .values({
      id,
      event_id: question.eventId,
      question_id: question.id,
      unit_id: instruction.unitId,
      text: instruction.text,
      due: instruction.due,
      explanation: JSON.stringify(instruction.explanation),
      state: 'open',
      answer: null,
      answered_at: null,
      returned_reason: null,
      accepted_at: null,
      reminded_on: null,
      created_at: tx.now,
    })
    .execute()
  return id
}

export async function lockInstruction(
  db: DbTransaction,
  id: InstructionId,
): Promise<(Instruction & { readonly eventId: EventId }) | null> {
  const row = await db
    .selectFrom('event_instructions')
    .select(['id', 'event_id as eventId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const found = await instructions(db).where('i.id', '=', id).executeTakeFirstOrThrow()
  return { ...found, eventId: row.eventId }
}

export async function saveInstruction(
  tx: Tx,
  before: Instruction,
  change: {
    readonly state: InstructionState
    readonly answer?: string
    readonly returnedReason?: string | null
  },
): Promise<void> {
  await tx.db
    .updateTable('event_instructions')
    .set({
      state: change.state,
      ...(change.answer === undefined ? {} : { answer: change.answer, answered_at: tx.now }),
      ...(change.returnedReason === undefined ? {} : { returned_reason: change.returnedReason }),
      ...(change.state === 'accepted' ? { accepted_at: tx.now } : {}),
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .execute()
}

export type InstructionLine = Instruction & {
  readonly eventId: EventId
  readonly eventTitle: string
  readonly eventUnitId: UnitId | null
  readonly number: number
  readonly question: string
}

/** Instructions on the executor's list, the most urgent first. */
export async function instructionLines(
  db: Reader,
  filter: {
    readonly units?: readonly UnitId[]
    readonly states: readonly InstructionState[]
    /** Due on or before. */
    readonly until?: CivilDate
    readonly eventId?: EventId
    readonly id?: InstructionId
  },
  limit: number,
): Promise<InstructionLine[]> {
  if (filter.units && filter.units.length === 0) return []
  let query = instructions(db)
    .innerJoin('events as e', 'e.id', 'i.event_id')
    .innerJoin('event_questions as q', 'q.id', 'i.question_id')
    .select([
      'i.event_id as eventId',
      'e.title as eventTitle',
      'e.unit_id as eventUnitId',
      'q.number',
      'q.text as question',
    ])
    .where('i.state', 'in', filter.states)
  if (filter.units) query = query.where('i.unit_id', 'in', filter.units)
  if (filter.until) query = query.where('i.due', '<=', filter.until)
  if (filter.eventId) query = query.where('i.event_id', '=', filter.eventId)
  if (filter.id) query = query.where('i.id', '=', filter.id)
  return query.orderBy('i.due').orderBy('i.id').limit(limit).execute()
}

export async function markInstructionsReminded(tx: Tx, ids: readonly InstructionId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('event_instructions')
    .set({ reminded_on: tx.today })
    .where('id', 'in', ids)
    .execute()
}

export async function instructionOf(db: Reader, id: InstructionId): Promise<InstructionLine | null> {
  return (await instructionLines(db, { states: ['open', 'answered', 'accepted'], id }, 1))[0] ?? null
}
