/** Tokens for other programs. */
import type { UnitId } from '../../../kernel/actor.ts'
import { CITY_ZONE, type CivilDate } from '../../../kernel/civil-date.ts'
import { Forbidden, found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { hashSecret, newSecret } from '../../../platform/random.ts'
import { managesTokens, mayGiveScope } from '../policy.ts'
import { mayIssue } from '../rules/token.ts'
import * as store from '../store/tokens.ts'
import { unitsByIds } from '../store/units.ts'
import type { TokenId, TokenScope } from '../types.ts'

/** So that a scanner of published code knows one of ours. */
const PREFIX = 'viche_'

/** @returns the token itself, which is never shown again; it ends with the day `until` */
export async function issueToken(
  ctx: Context,
  input: {
    readonly name: string
    readonly scopes: readonly TokenScope[]
    readonly unitId: UnitId | null
    readonly until: CivilDate
  },
): Promise<{ readonly id: TokenId; readonly token: string }> {
  return transact(ctx, async (tx) => {
    const { actor } = tx
    permit(managesTokens.allows(actor), 'token.issue')
    if (actor.kind !== 'staff') throw new Forbidden('token.issue')
    permit(
      input.scopes.every((s) => mayGiveScope(actor, s)),
      'token.issue',
    )
    accept(mayIssue(input, tx.today))
    if (input.unitId && (await unitsByIds(tx.db, [input.unitId])).get(input.unitId)?.kind !== 'unit')
      throw new Refused([refuse('unit_unknown', undefined, 'unitId')])
    const token = `${PREFIX}${newSecret()}`
    const expiresAt = input.until.add({ days: 1 }).toZonedDateTime(CITY_ZONE).toInstant()
    const id = await store.insertToken(tx.db, {
      ...input,
      secretHash: hashSecret(token),
      createdBy: actor.id,
      now: tx.now,
      expiresAt,
    })
    audit(
      tx,
      'token.issue',
      { type: 'token', id },
      {
        after: {
          name: input.name,
          scopes: input.scopes,
          unitId: input.unitId,
          until: input.until.toString(),
        },
      },
    )
    return { id, token }
  })
}

export async function revokeToken(ctx: Context, id: TokenId): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(managesTokens.allows(tx.actor), 'token.revoke')
    const token = found(await store.lockToken(tx.db, id), 'token')
    if (token.revokedAt !== null) throw new Refused([refuse('token_ended')])
    await store.revokeToken(tx.db, id, tx.now)
    audit(tx, 'token.revoke', { type: 'token', id }, { before: { name: token.name } })
  })
}
