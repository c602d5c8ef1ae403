/** Talks: offered by visitors, added by the office, made of practice cards. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { Talk, TalkState } from '../types/results.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

export type NewTalk = Omit<Talk, 'id' | 'reason' | 'createdAt'>

export async function talksOf(db: Reader, id: EventId): Promise<Talk[]> {
  return db
    .selectFrom('event_talks')
    .select([
      'id',
      'title',
      'text',
      'speaker',
      'organisation',
      'email',
      'practice_id as practiceId',
      'state',
      'reason',
      'created_at as createdAt',
    ])
    .where('event_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function insertTalk(tx: Tx, id: EventId, { practiceId, ...talk }: NewTalk): Promise<Talk['id']> {
  const talkId = newId<'eventTalk'>()
  await tx.db
    .insertInto('event_talks')
    .values({ id: talkId, event_id: id, ...talk, practice_id: practiceId, reason: null, created_at: tx.now })
    .execute()
  return talkId
}

export async function saveTalk(
  db: DbTransaction,
  eventId: EventId,
  id: Talk['id'],
  state: TalkState,
  reason: string | null,
): Promise<Talk | null> {
  const { numUpdatedRows } = await db
    .updateTable('event_talks')
    .set({ state, reason })
    .where('event_id', '=', eventId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return null
  return (await talksOf(db, eventId)).find((talk) => talk.id === id) ?? null
}

/** Offers that nobody has decided on, of events ahead. */
export async function undecidedTalks(
  db: Reader,
): Promise<
  { readonly eventId: EventId; readonly title: string; readonly unitId: UnitId | null; readonly n: number }[]
> {
  return db
    .selectFrom('event_talks as t')
    .innerJoin('events as e', 'e.id', 't.event_id')
    .select(['e.id as eventId', 'e.title', 'e.unit_id as unitId', sql<number>`count(*)`.as('n')])
    .where('t.state', '=', 'offered')
    .where('e.state', '=', 'announced')
    .groupBy(['e.id', 'e.title', 'e.unit_id'])
    .orderBy('e.id')
    .limit(20)
    .execute()
}
