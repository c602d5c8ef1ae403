/** Who keeps the registry. Reading it is for the whole office; what is public is for everybody. */
import { type Actor, hasRole } from '../../kernel/actor.ts'
import type { Policy } from '../../platform/http/route.ts'
import type { ContactAccess } from './types.ts'

export const SCOPE = 'organisations:write'

export const keepers: Policy = {
  name: 'organisation.keep',
  allows: (actor) => actor.kind === 'staff' && hasRole(actor, 'administrator', 'coordinator'),
}

export const readers: Policy = { name: 'organisation.read', allows: (actor) => actor.kind === 'staff' }

/** A program with a token proposes; a person decides. */
export const proposers: Policy = {
  name: SCOPE,
  allows: (actor) => actor.kind === 'token' && actor.scopes.includes(SCOPE),
}

/** Jobs carry on what a person of the office began. */
export function mayKeep(actor: Actor): boolean {
  return actor.kind === 'system' || keepers.allows(actor)
}

/** Contacts of which kinds the reader sees: a person's own only by those who keep the registry. */
export function contactsSeen(actor: Actor): readonly ContactAccess[] {
  if (actor.kind !== 'staff') return ['public']
  return keepers.allows(actor) ? ['public', 'office', 'private'] : ['public', 'office']
}
