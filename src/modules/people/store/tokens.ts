/** API tokens: shown once, kept as a hash. */
import { sql } from 'kysely'
import type { StaffId, UnitId } from '../../../kernel/actor.ts'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { ApiToken, TokenId, TokenScope } from '../types.ts'

type Reader = Db | DbTransaction

function tokens(db: Reader) {
  return db
    .selectFrom('api_tokens as k')
    .innerJoin('staff as t', 't.id', 'k.created_by')
    .leftJoin('units as u', 'u.id', 'k.unit_id')
    .select([
      'k.id',
      'k.name',
      sql<TokenScope[]>`k.scopes`.as('scopes'),
      'k.unit_id as unitId',
      'u.name as unitName',
      't.name as createdBy',
      'k.created_at as createdAt',
      'k.expires_at as expiresAt',
      'k.revoked_at as revokedAt',
      'k.used_at as usedAt',
    ])
}

/** The newest first. */
export function listTokens(
  db: Reader,
  after: { readonly createdAt: string; readonly id: string } | null,
  limit: number,
): Promise<ApiToken[]> {
  return tokens(db)
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(k.created_at, k.id) < (${after!.createdAt}::timestamptz, ${after!.id}::uuid)`),
    )
    .orderBy('k.created_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit)
    .execute()
}

export async function lockToken(db: DbTransaction, id: TokenId): Promise<ApiToken | undefined> {
  return tokens(db).where('k.id', '=', id).forUpdate('k').executeTakeFirst()
}

export async function insertToken(
  db: DbTransaction,
  token: {
    readonly name: string
    readonly secretHash: string
    readonly scopes: readonly TokenScope[]
    readonly unitId: UnitId | null
    readonly createdBy: StaffId
    readonly now: Temporal.Instant
    readonly expiresAt: Temporal.Instant
  },
): Promise<TokenId> {
  const id = newId<'token'>()
  await db
    .insertInto('api_tokens')
    .values({
      id,
      name: token.name,
      secret_hash: token.secretHash,
      scopes: [...token.scopes],
      unit_id: token.unitId,
      created_by: token.createdBy,
      created_at: token.now,
      expires_at: token.expiresAt,
      revoked_at: null,
      used_at: null,
    })
    .execute()
  return id
}

export async function revokeToken(db: DbTransaction, id: TokenId, now: Temporal.Instant): Promise<void> {
  await db.updateTable('api_tokens').set({ revoked_at: now }).where('id', '=', id).execute()
}
