/** Who decides what leaves the house. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function mayDecideMailings(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'administrator')
}

/** Kinds whose letters hold a link by which one comes in: whoever reads the letter could use it. */
const WITH_KEYS: readonly string[] = [
  'staff.invitation',
  'representative.signIn',
  'representative.confirm',
  'representative.invitation',
]

export function mayReadLetters(actor: Actor, kind: string): boolean {
  return WITH_KEYS.includes(kind) ? hasRole(actor, 'administrator') : mayDecideMailings(actor)
}
