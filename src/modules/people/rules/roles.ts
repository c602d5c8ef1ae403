/** Who may bear which roles, and why there is always an administrator. */
import type { Grant, Role, StaffId, UnitId } from '../../../kernel/actor.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { StaffState } from '../types.ts'

/** Invented persons of a demonstration have addresses here: no letter can ever reach one (RFC 2606, section 2). */
export const DEMO_DOMAIN = 'demo.invalid'

export function isDemoPerson(email: string): boolean {
  return email.endsWith(`@${DEMO_DOMAIN}`)
}

/** Roles that hold for the whole city; an executor is one of a department. */
export const CITY_ROLES = [
  'administrator',
  'coordinator',
  'fundManager',
  'viewer',
] as const satisfies readonly Role[]

export type StaffCode =
  | 'no_role'
  | 'email_taken'
  | 'last_administrator'
  | 'own_account'
  | 'demonstration_person'
  | 'wrong_state'
  | 'unit_unknown'

/** Roles as chosen in a form: of the city, and departments for which the person executes. */
export function grantsOf(
  cityRoles: readonly (typeof CITY_ROLES)[number][],
  units: readonly UnitId[],
): readonly Grant[] | Refusal<StaffCode> {
  const grants: Grant[] = [
    ...[...new Set(cityRoles)].map((role) => ({ role, unitId: null })),
    ...[...new Set(units)].map((unitId) => ({ role: 'executor' as const, unitId })),
  ]
  return grants.length === 0 ? refuse('no_role', undefined, 'role') : grants
}

type Subject = {
  readonly id: StaffId
  readonly email: string
  readonly state: StaffState
  readonly grants: readonly Grant[]
}

function administers(person: Pick<Subject, 'state' | 'grants'>): boolean {
  return person.state === 'active' && person.grants.some((g) => g.role === 'administrator')
}

/** @param others active administrators besides this person */
export function mayChangeRoles(
  person: Subject,
  next: readonly Grant[],
  others: number,
): readonly Refusal<StaffCode>[] {
  if (isDemoPerson(person.email)) return [refuse('demonstration_person')]
  const stays = next.some((g) => g.role === 'administrator')
  return administers(person) && !stays && others === 0
    ? [refuse('last_administrator', undefined, 'role')]
    : []
}

export function maySuspend(
  person: Subject,
  by: StaffId | null,
  others: number,
): readonly Refusal<StaffCode>[] {
  if (isDemoPerson(person.email)) return [refuse('demonstration_person')]
  if (person.state !== 'active' && person.state !== 'invited') return [refuse('wrong_state')]
  if (person.id === by) return [refuse('own_account')]
  return administers(person) && others === 0 ? [refuse('last_administrator')] : []
}

export function mayRestore(person: Pick<Subject, 'state' | 'email'>): readonly Refusal<StaffCode>[] {
  return person.state === 'suspended' ? [] : [refuse('wrong_state')]
}

/** A new link to set a passphrase: for whoever did not come yet, or forgot theirs. */
export function mayInviteAgain(person: Pick<Subject, 'state' | 'email'>): readonly Refusal<StaffCode>[] {
  if (isDemoPerson(person.email)) return [refuse('demonstration_person')]
  return person.state === 'suspended' ? [refuse('wrong_state')] : []
}

export function mayResetFactors(person: Pick<Subject, 'state' | 'email'>): readonly Refusal<StaffCode>[] {
  return isDemoPerson(person.email) ? [refuse('demonstration_person')] : []
}

/** The roles that a visitor of a demonstration may take. */
export const DEMO_ROLES = [
  'coordinator',
  'executor',
  'fundManager',
  'administrator',
] as const satisfies readonly Role[]
export type DemoRole = (typeof DEMO_ROLES)[number]
