/** Who may do what with people, departments and tokens. */
import { type Actor, hasRole } from '../../kernel/actor.ts'
import type { Policy } from '../../platform/http/route.ts'
import type { TokenScope } from './types.ts'

/** Sees the list of staff: to know whom to ask. */
export const seesStaff: Policy = {
  name: 'staff.read',
  allows: (actor) => actor.kind === 'staff' && hasRole(actor, 'administrator', 'coordinator'),
}

/** Invites, gives roles, suspends. */
export const managesStaff: Policy = {
  name: 'staff.manage',
  allows: (actor) => hasRole(actor, 'administrator') || actor.kind === 'system',
}

export const managesUnits: Policy = {
  name: 'unit.manage',
  allows: (actor) => actor.kind === 'staff' && hasRole(actor, 'administrator', 'coordinator'),
}

export const managesTokens: Policy = {
  name: 'token.manage',
  allows: (actor) => actor.kind === 'staff' && hasRole(actor, 'administrator', 'coordinator'),
}

/** Nobody gives a token more than they may do: money is the fund manager's and the administrator's. */
export function mayGiveScope(actor: Actor, scope: TokenScope): boolean {
  return scope === 'money:write'
    ? hasRole(actor, 'administrator', 'fundManager')
    : managesTokens.allows(actor)
}
