/** Photos, recommendations, feedback. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { FileId } from '../../../platform/tables.ts'
import type {
  Feedback,
  Photo,
  Recommendation,
  RecommendationId,
  RecommendationState,
} from '../types/results.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

export async function photosOf(db: Reader, id: EventId): Promise<Photo[]> {
  return db
    .selectFrom('event_photos')
    .select(['id', 'file_id as fileId', 'alt', 'author', 'width', 'height'])
    .where('event_id', '=', id)
    .orderBy('ordinal')
    .execute()
}

export async function insertPhoto(db: DbTransaction, id: EventId, photo: Omit<Photo, 'id'>): Promise<void> {
  await db
    .insertInto('event_photos')
    .values({
      id: newId<'eventPhoto'>(),
      event_id: id,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from event_photos where event_id = ${id})`,
      file_id: photo.fileId,
      alt: photo.alt,
      author: photo.author,
      width: photo.width,
      height: photo.height,
    })
    .execute()
}

export async function deletePhoto(
  db: DbTransaction,
  id: EventId,
  photoId: Photo['id'],
): Promise<FileId | null> {
  const row = await db
    .deleteFrom('event_photos')
    .where('event_id', '=', id)
    .where('id', '=', photoId)
    .returning('file_id')
    .executeTakeFirst()
  return row?.file_id ?? null
}

export async function recommendationsOf(db: Reader, id: EventId): Promise<Recommendation[]> {
  return db
    .selectFrom('event_recommendations')
    .select([
      'id',
      'text',
      'addressee',
      'unit_id as unitId',
      'organisation_id as organisationId',
      'due',
      'state',
      'reason',
      'decided_on as decidedOn',
    ])
    .where('event_id', '=', id)
    .orderBy('ordinal')
    .execute()
}

export async function insertRecommendation(
  db: DbTransaction,
  id: EventId,
  one: Pick<Recommendation, 'text' | 'addressee' | 'unitId' | 'organisationId' | 'due'>,
): Promise<RecommendationId> {
  const recommendationId = newId<'recommendation'>()
  await db
    .insertInto('event_recommendations')
    .values({
      id: recommendationId,
      event_id: id,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from event_recommendations where event_id = ${id})`,
      text: one.text,
      addressee: one.addressee,
      unit_id: one.unitId,
      organisation_id: one.organisationId,
      due: one.due,
      state: 'sent',
      reason: null,
      decided_on: null,
    })
    .execute()
  return recommendationId
}

export async function lockRecommendation(
  db: DbTransaction,
  id: RecommendationId,
): Promise<{
  readonly eventId: EventId
  readonly unitId: UnitId | null
  readonly state: RecommendationState
} | null> {
  const row = await db
    .selectFrom('event_recommendations')
    .select(['event_id as eventId', 'unit_id as unitId', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function saveRecommendation(
  tx: Tx,
  id: RecommendationId,
  state: RecommendationState,
  reason: string | null,
): Promise<void> {
  await tx.db
    .updateTable('event_recommendations')
    .set({ state, reason, decided_on: tx.today })
    .where('id', '=', id)
    .execute()
}

export async function insertFeedback(
  tx: Tx,
  id: EventId,
  feedback: Pick<Feedback, 'rating' | 'good' | 'better'>,
): Promise<void> {
  await tx.db
    .insertInto('event_feedback')
    .values({ id: newId<'eventFeedback'>(), event_id: id, ...feedback, created_at: tx.now })
    .execute()
}

/** The latest, and the figures of all. */
export async function feedbackOf(
  db: Reader,
  id: EventId,
  limit = 200,
): Promise<{ readonly rows: readonly Feedback[]; readonly byRating: readonly number[] }> {
  const [rows, counts] = await Promise.all([
    db
      .selectFrom('event_feedback')
      .select(['rating', 'good', 'better', 'created_at as createdAt'])
      .where('event_id', '=', id)
      .orderBy('created_at', 'desc')
      .limit(limit)
      .execute(),
    db
      .selectFrom('event_feedback')
      .select(['rating', sql<number>`count(*)`.as('n')])
      .where('event_id', '=', id)
      .groupBy('rating')
      .execute(),
  ])
  return { rows, byRating: [1, 2, 3, 4, 5].map((r) => counts.find((c) => c.rating === r)?.n ?? 0) }
}
