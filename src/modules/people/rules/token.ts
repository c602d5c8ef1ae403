/** What a token may be, and what rights it bears. */
import type { Grant, UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'

export type TokenCode = 'token_needs_scope' | 'token_end_past' | 'token_end_far' | 'token_ended'

/** A token lives a year at most: who needs it longer makes a new one, and someone looks at it once a year. */
export function mayIssue(
  wish: { readonly scopes: readonly string[]; readonly until: CivilDate },
  today: CivilDate,
): readonly Refusal<TokenCode>[] {
  const refusals: Refusal<TokenCode>[] = []
  if (wish.scopes.length === 0) refusals.push(refuse('token_needs_scope', undefined, 'scopes'))
  if (!isBefore(today, wish.until)) refusals.push(refuse('token_end_past', undefined, 'until'))
  else if (isBefore(today.add({ years: 1 }), wish.until))
    refusals.push(refuse('token_end_far', undefined, 'until'))
  return refusals
}

function isBefore(a: CivilDate, b: CivilDate): boolean {
  return a.year !== b.year ? a.year < b.year : a.dayOfYear < b.dayOfYear
}

/**
 * A token of a department acts as its executor. One of the whole city acts as coordinator, and as fund manager
 * where it may write of money; as administrator never. Its scopes narrow this further at each address.
 * @param units of the department, those merged with it included; null for the whole city
 */
export function grantsOfToken(scopes: readonly string[], units: readonly UnitId[] | null): readonly Grant[] {
  if (units !== null) return units.map((unitId) => ({ role: 'executor', unitId }))
  return [
    { role: 'coordinator', unitId: null },
    ...(scopes.includes('money:write') ? [{ role: 'fundManager' as const, unitId: null }] : []),
  ]
}
