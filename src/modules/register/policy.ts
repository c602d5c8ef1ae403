/** The register is public data; whoever works in the office may search it. Bringing a new export in is the keepers'. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function maySearchRegister(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'system'
}

export function mayImportRegister(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'coordinator', 'administrator')
}
