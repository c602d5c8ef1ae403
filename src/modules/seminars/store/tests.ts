/** Tests and their answers. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { EventId } from '../../events/index.ts'
import type { Chosen, SeminarTest, Stage, TestQuestion } from '../types.ts'

export type Reader = Db | DbTransaction

export async function testOf(db: Reader, eventId: EventId): Promise<SeminarTest | null> {
  const row = await db
    .selectFrom('seminar_tests')
    .selectAll()
    .where('event_id', '=', eventId)
    .executeTakeFirst()
  return row
    ? { eventId: row.event_id, questions: row.questions, stage: row.stage, version: row.version }
    : null
}

/** @param version of the row after it */
export async function saveTest(
  tx: Tx,
  eventId: EventId,
  test: { readonly questions: readonly TestQuestion[]; readonly stage: SeminarTest['stage'] },
  version: number,
): Promise<void> {
  const row = { questions: JSON.stringify(test.questions), stage: test.stage, version, changed_at: tx.now }
  await tx.db
    .insertInto('seminar_tests')
    .values({ event_id: eventId, ...row })
    .onConflict((c) => c.column('event_id').doUpdateSet(row))
    .execute()
}

export async function answersOf(
  db: Reader,
  eventId: EventId,
  stage: Stage,
): Promise<{ readonly chosen: Chosen; readonly correct: number }[]> {
  const rows = await db
    .selectFrom('seminar_answers')
    .select(['answers', 'correct'])
    .where('event_id', '=', eventId)
    .where('stage', '=', stage)
    .limit(10_000)
    .execute()
  return rows.map((row) => ({ chosen: row.answers, correct: row.correct }))
}

export async function answerCount(db: Reader, eventId: EventId): Promise<number> {
  const row = await db
    .selectFrom('seminar_answers')
    .select(sql<number>`count(*)`.as('n'))
    .where('event_id', '=', eventId)
    .executeTakeFirstOrThrow()
  return row.n
}

/** False where this word has answered already. */
export async function insertAnswer(
  tx: Tx,
  answer: {
    readonly eventId: EventId
    readonly stage: Stage
    readonly wordHash: string | null
    readonly chosen: Chosen
    readonly correct: number
  },
): Promise<boolean> {
  const done = await tx.db
    .insertInto('seminar_answers')
    .values({
      id: newId<'seminarAnswer'>(),
      event_id: answer.eventId,
      stage: answer.stage,
      word_hash: answer.wordHash,
      answers: JSON.stringify(answer.chosen),
      correct: answer.correct,
      answered_on: tx.today,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}
