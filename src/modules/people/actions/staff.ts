/** What an administrator does with the staff. */
import type { Grant, StaffId } from '../../../kernel/actor.ts'
import { Conflict, found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { hold } from '../../../platform/mail.ts'
import { hashSecret, newSecret } from '../../../platform/random.ts'
import { managesStaff } from '../policy.ts'
import { mayChangeRoles, mayInviteAgain, mayResetFactors, mayRestore, maySuspend } from '../rules/roles.ts'
import { dropFactors } from '../store/accounts.ts'
import { endInvitations, putInvitation } from '../store/invitations.ts'
import { endSessionsOf } from '../store/sessions.ts'
import * as store from '../store/staff.ts'
import { unitsByIds } from '../store/units.ts'
import { invitationLetter } from '../texts/letters.ts'

const LINK_DAYS = 7

type Details = { readonly email: string; readonly name: string; readonly position: string | null }
export type Invited = { readonly id: StaffId; readonly link: string }

/** A letter with the link waits in the outbox; the link is also given back, to be handed over in person. */
export async function inviteStaff(
  ctx: Context,
  house: House,
  input: Details & { readonly grants: readonly Grant[] },
): Promise<Invited> {
  return transact(ctx, async (tx) => {
    permit(managesStaff.allows(tx.actor), 'staff.invite')
    await knownUnits(tx, input.grants)
    if (await store.staffByEmail(tx.db, input.email, tx.now))
      throw new Refused([refuse('email_taken', undefined, 'email')])
    const { grants, ...details } = input
    const id = await store.insertStaff(tx.db, { ...details, state: 'invited', now: tx.now })
    await store.saveGrants(tx.db, id, grants)
    audit(tx, 'staff.invite', { type: 'staff', id }, { after: { ...details, grants } })
    return { id, link: await writeLink(tx, house, { id, ...details, active: false }) }
  })
}

/** A new link for whoever did not come yet, or forgot the passphrase; a link before it is worth nothing. */
export async function inviteAgain(ctx: Context, house: House, id: StaffId): Promise<Invited> {
  return transact(ctx, async (tx) => {
    permit(managesStaff.allows(tx.actor), 'staff.inviteAgain')
    const person = found(await store.lockStaff(tx.db, id, tx.now), 'staff')
    accept(mayInviteAgain(person))
    audit(tx, 'staff.inviteAgain', { type: 'staff', id })
    return { id, link: await writeLink(tx, house, { ...person, active: person.state === 'active' }) }
  })
}

export async function revokeInvitation(ctx: Context, id: StaffId): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(managesStaff.allows(tx.actor), 'staff.revokeInvitation')
    found(await store.lockStaff(tx.db, id, tx.now), 'staff')
    if (await endInvitations(tx.db, id, tx.now)) audit(tx, 'staff.revokeInvitation', { type: 'staff', id })
  })
}

async function writeLink(
  tx: Tx,
  house: House,
  person: { readonly id: StaffId; readonly name: string; readonly email: string; readonly active: boolean },
): Promise<string> {
  const key = newSecret()
  const until = tx.now.add({ hours: LINK_DAYS * 24 })
  await putInvitation(tx.db, person.id, hashSecret(key), tx.now, until)
  const link = `${house.baseUrl}/office/invitation?key=${key}`
  const letter = invitationLetter({ name: person.name, city: house.city, link, until, again: person.active })
  await hold(tx, {
    kind: 'staff.invitation',
    title: letter.title,
    messages: [
      {
        dedupeKey: `staff.invitation/${person.id}/${tx.now.toString()}`,
        to: person.email,
        name: person.name,
        subject: letter.subject,
        body: letter.body,
      },
    ],
  })
  return link
}

export async function changeStaff(
  ctx: Context,
  id: StaffId,
  input: Details & { readonly grants: readonly Grant[]; readonly version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(managesStaff.allows(tx.actor), 'staff.change')
    const person = found(await store.lockStaff(tx.db, id, tx.now), 'staff')
    await knownUnits(tx, input.grants)
    accept(mayChangeRoles(person, input.grants, await store.otherAdministrators(tx.db, id)))
    const owner = await store.staffByEmail(tx.db, input.email, tx.now)
    if (owner && owner.id !== id) throw new Refused([refuse('email_taken', undefined, 'email')])
    const { grants, version, ...details } = input
    if (!(await store.updateStaff(tx.db, id, version, details))) throw new Conflict('staff')
    await store.saveGrants(tx.db, id, grants)
    const before = {
      email: person.email,
      name: person.name,
      position: person.position,
      grants: person.grants.map(({ role, unitId }) => ({ role, unitId })),
    }
    audit(tx, 'staff.change', { type: 'staff', id }, { before, after: { ...details, grants } })
  })
}

/** From the next request on the person is out; what they wrote stays. */
export async function suspendStaff(ctx: Context, id: StaffId, reason: string): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(managesStaff.allows(tx.actor), 'staff.suspend')
    const person = found(await store.lockStaff(tx.db, id, tx.now), 'staff')
    const by = tx.actor.kind === 'staff' ? tx.actor.id : null
    accept(maySuspend(person, by, await store.otherAdministrators(tx.db, id)))
    await store.saveState(tx.db, id, 'suspended')
    await endInvitations(tx.db, id, tx.now)
    await endSessionsOf(tx.db, id, null)
    audit(tx, 'staff.suspend', { type: 'staff', id }, { before: { state: person.state }, reason })
  })
}

export async function restoreStaff(ctx: Context, id: StaffId): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(managesStaff.allows(tx.actor), 'staff.restore')
    const person = found(await store.lockStaff(tx.db, id, tx.now), 'staff')
    accept(mayRestore(person))
    const state = person.hasPassphrase || person.passkeys > 0 || person.hasOidc ? 'active' : 'invited'
    await store.saveState(tx.db, id, state)
    audit(tx, 'staff.restore', { type: 'staff', id }, { after: { state } })
  })
}

/** For whoever lost telephone and paper: at the next sign-in a second factor is set up anew. */
export async function resetSecondFactor(ctx: Context, id: StaffId, reason: string): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(managesStaff.allows(tx.actor), 'staff.resetSecondFactor')
    const person = found(await store.lockStaff(tx.db, id, tx.now), 'staff')
    accept(mayResetFactors(person))
    await dropFactors(tx.db, id)
    await endSessionsOf(tx.db, id, null)
    const before = { totp: person.hasTotp, passkeys: person.passkeys, service: person.hasOidc }
    audit(tx, 'staff.resetSecondFactor', { type: 'staff', id }, { before, reason })
  })
}

async function knownUnits(tx: Tx, grants: readonly Grant[]): Promise<void> {
  const ids = grants.flatMap((g) => (g.unitId ? [g.unitId] : []))
  const units = await unitsByIds(tx.db, ids)
  if (ids.some((id) => units.get(id)?.kind !== 'unit'))
    throw new Refused([refuse('unit_unknown', undefined, 'unit')])
}
