/** Who acts. Residents join this union with their modules. */
import type { Id } from './ids.ts'

export type Role = 'administrator' | 'coordinator' | 'executor' | 'fundManager' | 'viewer'
export const ROLES: readonly Role[] = ['administrator', 'coordinator', 'executor', 'fundManager', 'viewer']

export type StaffId = Id<'staff'>
export type UnitId = Id<'unit'>
export type RepresentativeId = Id<'representative'>

export type Grant = {
  readonly role: Role /** Only for an executor: the department. */
  readonly unitId: UnitId | null
}

/** What a token may do: read or write of one kind of thing, `evidence:write`. */
export type Scope = string

export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'staff'; readonly id: StaffId; readonly name: string; readonly grants: readonly Grant[] }
  | {
      readonly kind: 'token'
      readonly id: Id<'token'>
      readonly name: string
      readonly scopes: readonly Scope[]
      readonly grants: readonly Grant[]
    }
  | {
      /** Speaks for organisations; signed in to the cabinet. */
      readonly kind: 'representative'
      readonly id: RepresentativeId
      readonly name: string
      /** Those whose delegation holds today. */
      readonly organisations: readonly Id<'organisation'>[]
    }
  | { readonly kind: 'system'; readonly job: string }

export const ANONYMOUS: Actor = { kind: 'anonymous' }

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return (
    (actor.kind === 'staff' || actor.kind === 'token') && actor.grants.some((g) => roles.includes(g.role))
  )
}

/** Departments for which the actor executes. */
export function unitsOf(actor: Actor): readonly UnitId[] {
  if (actor.kind !== 'staff' && actor.kind !== 'token') return []
  return actor.grants.flatMap((g) => (g.role === 'executor' && g.unitId ? [g.unitId] : []))
}

/** To the office. */
export function isSignedIn(actor: Actor): boolean {
  return actor.kind === 'staff'
}

/** Whether the actor speaks for this organisation today. */
export function speaksFor(actor: Actor, organisation: string): boolean {
  return actor.kind === 'representative' && actor.organisations.some((id) => id === organisation)
}
