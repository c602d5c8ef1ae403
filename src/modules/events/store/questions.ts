/** Questions and instructions. */
import { type Selectable, sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { EventsTables } from '../tables.ts'
import type { Instruction, Question, QuestionId, QuestionOrigin, QuestionState } from '../types/question.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'
import { instructions } from './instructions.ts'

type QuestionRow = Selectable<EventsTables['event_questions']>

function questionOf(row: QuestionRow, instruction: Instruction | null): Question {
  return {
    id: row.id,
    eventId: row.event_id,
    number: row.number,
    origin: row.origin,
    text: row.text,
    topic: row.topic,
    asker: row.asker,
    email: row.email,
    locale: row.locale,
    state: row.state,
    groupedWith: row.grouped_with,
    refusal: row.refusal,
    answer: row.answer,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    createdAt: row.created_at,
    version: row.version,
    instruction,
  }
}

async function withInstructions(db: Reader, rows: readonly QuestionRow[]): Promise<Question[]> {
  const ids = rows.map((row) => row.id)
  const found = ids.length === 0 ? [] : await instructions(db).where('i.question_id', 'in', ids).execute()
  const byQuestion = new Map(found.map((i) => [i.questionId, i]))
  return rows.map((row) => questionOf(row, byQuestion.get(row.id) ?? null))
}

/** In the order in which they were asked. */
export async function questionsOf(
  db: Reader,
  id: EventId,
  states: readonly QuestionState[] | null = null,
): Promise<Question[]> {
  let query = db.selectFrom('event_questions').selectAll().where('event_id', '=', id)
  if (states) query = query.where('state', 'in', states)
  return withInstructions(db, await query.orderBy('number').execute())
}

export async function questionById(db: Reader, id: QuestionId): Promise<Question | null> {
  const row = await db.selectFrom('event_questions').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? ((await withInstructions(db, [row]))[0] ?? null) : null
}

export async function lockQuestion(db: DbTransaction, id: QuestionId): Promise<Question | null> {
  const row = await db
    .selectFrom('event_questions')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? ((await withInstructions(db, [row]))[0] ?? null) : null
}

export type NewQuestion = {
  readonly origin: QuestionOrigin
  readonly text: string
  readonly topic: string | null
  readonly asker: string | null
  readonly email: string | null
  readonly emailHash: string | null
  readonly locale: 'uk' | 'en'
  readonly state: QuestionState
}

/** Numbers are given under the lock of the event's row. */
export async function insertQuestion(tx: Tx, eventId: EventId, question: NewQuestion): Promise<QuestionId> {
  const id = newId<'question'>()
  await tx.db
    .insertInto('event_questions')
    .values({
      id,
      event_id: eventId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from event_questions where event_id = ${eventId})`,
      origin: question.origin,
      text: question.text,
      topic: question.topic,
      asker: question.asker,
      email: question.email,
      email_hash: question.emailHash,
      locale: question.locale,
      state: question.state,
      grouped_with: null,
      refusal: null,
      answer: null,
      answered_at: null,
      answered_by: null,
      created_at: tx.now,
      erased_at: null,
    })
    .execute()
  return id
}

/** How many questions one address asked of an event. */
export async function askedBy(db: Reader, eventId: EventId, emailHash: string): Promise<number> {
  const row = await db
    .selectFrom('event_questions')
    .select(sql<number>`count(*)`.as('n'))
    .where('event_id', '=', eventId)
    .where('email_hash', '=', emailHash)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function saveQuestion(
  tx: Tx,
  before: Question,
  change: {
    readonly state: QuestionState
    readonly topic?: string | null
    readonly groupedWith?: QuestionId | null
    readonly refusal?: string | null
    readonly answer?: { readonly text: string; readonly by: string }
  },
): Promise<void> {
  await tx.db
    .updateTable('event_questions')
    .set({
      state: change.state,
      grouped_with: change.groupedWith ?? null,
      refusal: change.refusal ?? null,
      ...(change.topic === undefined ? {} : { topic: change.topic }),
      ...(change.answer === undefined
        ? {}
        : { answer: change.answer.text, answered_by: change.answer.by, answered_at: tx.now }),
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .execute()
}

/** Questions that are answered together with this one. */
export async function groupedWith(db: Reader, id: QuestionId): Promise<Question[]> {
  const rows = await db
    .selectFrom('event_questions')
    .selectAll()
    .where('grouped_with', '=', id)
    .orderBy('number')
    .execute()
  return rows.map((row) => questionOf(row, null))
}

/** Questions that nobody has looked at, by event. */
export async function unreadQuestions(
  db: Reader,
): Promise<
  { readonly eventId: EventId; readonly title: string; readonly unitId: UnitId | null; readonly n: number }[]
> {
  return db
    .selectFrom('event_questions as q')
    .innerJoin('events as e', 'e.id', 'q.event_id')
    .select(['e.id as eventId', 'e.title', 'e.unit_id as unitId', sql<number>`count(*)`.as('n')])
    .where('q.state', '=', 'received')
    .groupBy(['e.id', 'e.title', 'e.unit_id'])
    .orderBy('e.id')
    .limit(20)
    .execute()
}

/** Questions that have neither answer nor instruction. */
export async function openQuestionCount(db: Reader, id: EventId): Promise<number> {
  const row = await db
    .selectFrom('event_questions as q')
    .leftJoin('event_instructions as i', 'i.question_id', 'q.id')
    .select(sql<number>`count(*)`.as('n'))
    .where('q.event_id', '=', id)
    .where('q.state', 'in', ['received', 'accepted'])
    .where('i.id', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}
