/** Every statement of the table of offers. */
import { sql } from 'kysely'
import type { RepresentativeId } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/context.ts'
import type { Db, DbTransaction } from '../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../platform/keyset.ts'
import type { Offer, OfferContent, OfferId, OfferState, OrganisationId, ReturnReason } from './types.ts'

type Reader = Db | DbTransaction
export const PAGE_SIZE = 50

function offers(db: Reader) {
  return db
    .selectFrom('event_offers as f')
    .innerJoin('organisations as o', 'o.id', 'f.organisation_id')
    .select([
      'f.id',
      'f.organisation_id as organisationId',
      sql<string>`coalesce(o.short_name, o.name)`.as('organisationName'),
      'o.kind as organisationKind',
      'f.state',
      'f.kind',
      'f.title',
      'f.purpose',
      'f.day',
      'f.starts',
      'f.ends',
      'f.mode',
      'f.place',
      'f.address',
      'f.link',
      'f.author_id as authorId',
      'f.submitted_at as submittedAt',
      'f.decided_at as decidedAt',
      'f.reason',
      'f.words',
      'f.event_id as eventId',
      'f.version',
      'f.created_at as createdAt',
    ])
}

export type OfferFilter = {
  readonly state: OfferState | null
  readonly text: string
  readonly after: string
  /** None: of all. */
  readonly organisations?: readonly OrganisationId[]
}

/** Latest first. */
export async function listOffers(db: Reader, filter: OfferFilter, size = PAGE_SIZE): Promise<Page<Offer>> {
  if (filter.organisations?.length === 0) return { rows: [], next: null }
  const from = decodeCursor(filter.after, ['string', 'string'])
  let query = offers(db)
  if (filter.organisations) query = query.where('f.organisation_id', 'in', filter.organisations)
  if (filter.state) query = query.where('f.state', '=', filter.state)
  if (filter.text) {
    const like = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) => eb.or([eb('f.title', 'ilike', like), eb('o.name', 'ilike', like)]))
  }
  if (from)
    query = query.where(sql<boolean>`(f.created_at, f.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await query
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows, size, (row) => [row.createdAt.toString(), row.id])
}

/** Those who have waited longest come first. */
export async function waitingOffers(db: Reader, limit: number): Promise<Offer[]> {
  return offers(db)
    .where('f.state', '=', 'submitted')
    .orderBy('f.submitted_at')
    .orderBy('f.id')
    .limit(limit)
    .execute()
}

export async function offerById(db: Reader, id: OfferId): Promise<Offer | null> {
  return (await offers(db).where('f.id', '=', id).executeTakeFirst()) ?? null
}

export async function lockOffer(db: DbTransaction, id: OfferId): Promise<Offer | null> {
  await db.selectFrom('event_offers').select('id').where('id', '=', id).forUpdate().execute()
  return offerById(db, id)
}

export async function insertOffer(
  tx: Tx,
  offer: {
    readonly id: OfferId
    readonly organisationId: OrganisationId
    readonly authorId: RepresentativeId
    readonly content: OfferContent
  },
): Promise<void> {
  await tx.db
    .insertInto('event_offers')
    .values({
      id: offer.id,
      organisation_id: offer.organisationId,
      state: 'submitted',
      ...offer.content,
      author_id: offer.authorId,
      submitted_at: tx.now,
      decided_at: null,
      reason: null,
      words: null,
      event_id: null,
      moved_by: null,
      version: 1,
      created_at: tx.now,
    })
    .execute()
}

/** Sent again: whoever sent it last is its author. */
export async function sendAgain(
  tx: Tx,
  before: Offer,
  authorId: RepresentativeId,
  content: OfferContent,
): Promise<void> {
  await tx.db
    .updateTable('event_offers')
    .set({
      ...content,
      state: 'submitted',
      author_id: authorId,
      submitted_at: tx.now,
      decided_at: null,
      reason: null,
      words: null,
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .execute()
}

export async function saveFate(
  tx: Tx,
  before: Offer,
  fate: Pick<Offer, 'state' | 'eventId'> & {
    readonly reason: ReturnReason | null
    readonly words: string | null
  },
): Promise<void> {
  await tx.db
    .updateTable('event_offers')
    .set({
      state: fate.state,
      event_id: fate.eventId,
      reason: fate.reason,
      words: fate.words,
      decided_at: tx.now,
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .execute()
}

type Merge = { readonly merge: string; readonly kept: OrganisationId; readonly gone: OrganisationId }

export async function moveOffers(db: DbTransaction, { merge, kept, gone }: Merge): Promise<void> {
  await db
    .updateTable('event_offers')
    .set({ organisation_id: kept, moved_by: merge })
    .where('organisation_id', '=', gone)
    .execute()
}

export async function moveBack(db: DbTransaction, { merge, gone }: Merge): Promise<void> {
  await db
    .updateTable('event_offers')
    .set({ organisation_id: gone, moved_by: null })
    .where('moved_by', '=', merge)
    .execute()
}
