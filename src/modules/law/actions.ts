/** The two verbs on the city's own values. */
import type { Actor } from '../../kernel/actor.ts'
import { found, permit } from '../../kernel/errors.ts'
import { accept } from '../../kernel/refusal.ts'
import { LEGAL_RULES } from '../../legal-time/data/rules.ts'
import { audit } from '../../platform/audit.ts'
import { type Context, transact } from '../../platform/context.ts'
import { newId } from '../../platform/random.ts'
import { mayOverrideRules } from './policy.ts'
import { checkNewValue, checkWithdrawal } from './rules/city-value.ts'
import * as store from './store.ts'
import type { NewCityValue, OverrideId } from './types.ts'

/** @throws Forbidden, Refused */
export function overrideRule(ctx: Context, input: NewCityValue): Promise<OverrideId> {
  return transact(ctx, async (tx) => {
    permit(mayOverrideRules(tx.actor), 'rule.override')
    await store.lockTable(tx.db)
    accept(checkNewValue(LEGAL_RULES, await store.valuesOf(tx.db, input.key), input))
    const id = newId<'ruleOverride'>()
    await store.insertValue(tx.db, id, input, nameOf(tx.actor), tx.now)
    const { reason, ...after } = input
    audit(tx, 'rule.override', { type: 'rule', id: input.key }, { after: { id, ...after }, reason })
    return id
  })
}

/** The law's value counts again from the next count on; what was counted before stays. */
export function withdrawOverride(ctx: Context, id: OverrideId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayOverrideRules(tx.actor), 'rule.withdraw')
    const value = found(await store.lockValue(tx.db, id), 'rule override')
    accept(checkWithdrawal(value))
    await store.markWithdrawn(tx.db, id, reason, tx.now)
    const before = { id, value: value.value, from: value.from, to: value.to, decision: value.decision }
    audit(tx, 'rule.withdraw', { type: 'rule', id: value.key }, { before, reason })
  })
}

function nameOf(actor: Actor): string {
  if (actor.kind === 'staff' || actor.kind === 'token') return actor.name
  return actor.kind === 'system' ? actor.job : ''
}
