/** Followers in SQL. */
import { sql } from 'kysely'
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Tx } from '../../platform/context.ts'
import type { Db, DbTransaction } from '../../platform/db.ts'
import type { Follower, FollowerId, Selector } from './types.ts'

type Reader = Db | DbTransaction

function followers(db: Reader) {
  return db
    .selectFrom('followers')
    .select(['id', 'email', 'locale', 'confirmed_at as confirmedAt', 'cursor_at as cursor'])
}

export async function followerByHash(
  db: Reader,
  by: 'secret_hash' | 'confirm_hash',
  hash: string,
): Promise<Follower | null> {
  return (await followers(db).where(by, '=', hash).executeTakeFirst()) ?? null
}

export async function lockByHash(
  db: DbTransaction,
  by: 'secret_hash' | 'confirm_hash',
  hash: string,
): Promise<Follower | null> {
  return (await followers(db).where(by, '=', hash).forUpdate().executeTakeFirst()) ?? null
}

export async function lockByEmail(db: DbTransaction, email: string): Promise<Follower | null> {
  return (await followers(db).where('email', '=', email).forUpdate().executeTakeFirst()) ?? null
}

export async function insertFollower(
  tx: Pick<Tx, 'db' | 'now'>,
  follower: {
    readonly id: FollowerId
    readonly email: string
    readonly locale: Locale
    readonly secret_hash: string
    readonly confirm_hash: string
  },
): Promise<void> {
  await tx.db
    .insertInto('followers')
    .values({ ...follower, asked_at: tx.now, confirmed_at: null, cursor_at: null })
    .execute()
}

/** What was confirmed before stays so. */
export async function addSelectors(
  db: DbTransaction,
  id: FollowerId,
  selectors: readonly Selector[],
): Promise<void> {
  await db
    .insertInto('follow_selectors')
    .values(selectors.map((s) => ({ follower_id: id, ...s, confirmed: false })))
    .onConflict((c) => c.columns(['follower_id', 'kind', 'value']).doNothing())
    .execute()
}

export async function replaceSelectors(
  db: DbTransaction,
  id: FollowerId,
  selectors: readonly Selector[],
): Promise<void> {
  await db.deleteFrom('follow_selectors').where('follower_id', '=', id).execute()
  await db
    .insertInto('follow_selectors')
    .values(selectors.map((s) => ({ follower_id: id, ...s, confirmed: true })))
    .execute()
}

/** The first letter begins with the moment of confirming. */
export async function confirmAll(tx: Pick<Tx, 'db' | 'now'>, id: FollowerId): Promise<void> {
  await tx.db
    .updateTable('followers')
    .set({ confirmed_at: tx.now, cursor_at: tx.now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()
  await tx.db.updateTable('follow_selectors').set({ confirmed: true }).where('follower_id', '=', id).execute()
}

export async function selectorsOf(
  db: Reader,
  ids: readonly FollowerId[],
  only?: 'confirmed',
): Promise<ReadonlyMap<FollowerId, readonly Selector[]>> {
  const found = new Map<FollowerId, Selector[]>()
  if (ids.length === 0) return found
  let query = db
    .selectFrom('follow_selectors')
    .select(['follower_id', 'kind', 'value'])
    .where('follower_id', 'in', ids)
    .orderBy('kind')
    .orderBy('value')
  if (only) query = query.where('confirmed', '=', true)
  for (const { follower_id, kind, value } of await query.execute())
    found.set(follower_id, [...(found.get(follower_id) ?? []), { kind, value }])
  return found
}

export async function deleteFollower(db: DbTransaction, id: FollowerId): Promise<void> {
  await db.deleteFrom('followers').where('id', '=', id).execute()
}

/** Those whose letter is still to be written, held for this transaction; what another holds is left to it. */
export async function claimDue(
  db: DbTransaction,
  until: Temporal.Instant,
  size: number,
): Promise<Follower[]> {
  return followers(db)
    .where('cursor_at', '<', until)
    .orderBy('cursor_at')
    .orderBy('id')
    .limit(size)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function moveCursors(
  db: DbTransaction,
  ids: readonly FollowerId[],
  until: Temporal.Instant,
): Promise<void> {
  await db.updateTable('followers').set({ cursor_at: until }).where('id', 'in', ids).execute()
}

/** Addresses that somebody typed and nobody confirmed. */
export async function unconfirmedBefore(db: DbTransaction, before: Temporal.Instant): Promise<Follower[]> {
  return followers(db)
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', before)
    .limit(1_000)
    .forUpdate()
    .execute()
}

export async function countFollowing(db: Reader): Promise<{
  readonly followers: number
  readonly selectors: readonly (Selector & { readonly followers: number })[]
}> {
  const all = await db
    .selectFrom('followers')
    .select(sql<number>`count(*)`.as('n'))
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  const selectors = await db
    .selectFrom('follow_selectors')
    .select(['kind', 'value', sql<number>`count(*)`.as('followers')])
    .where('confirmed', '=', true)
    .groupBy(['kind', 'value'])
    .orderBy('followers', 'desc')
    .orderBy('kind')
    .orderBy('value')
    .limit(200)
    .execute()
  return { followers: all.n, selectors }
}

type Merge = { readonly merge: string; readonly kept: string; readonly gone: string }

/** Who followed one that turned out to be another follows that too. */
export async function followAlso(db: DbTransaction, { merge, kept, gone }: Merge): Promise<void> {
  await db
    .insertInto('follow_selectors')
    .columns(['follower_id', 'kind', 'value', 'confirmed', 'moved_by'])
    .expression((eb) =>
      eb
        .selectFrom('follow_selectors')
        .select(['follower_id', 'kind', sql<string>`${kept}::text`.as('value'), 'confirmed'])
        .select(sql<string>`${merge}::uuid`.as('moved_by'))
        .where('kind', '=', 'organisation')
        .where('value', '=', gone),
    )
    .onConflict((c) => c.columns(['follower_id', 'kind', 'value']).doNothing())
    .execute()
}

/** They are two after all. */
export async function followNoMore(db: DbTransaction, { merge }: Pick<Merge, 'merge'>): Promise<void> {
  await db.deleteFrom('follow_selectors').where('moved_by', '=', merge).execute()
}
