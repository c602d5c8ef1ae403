/** Contacts: public, for the office, or a person's own, which stays only as long as the person agrees. */
import { found } from '../../../kernel/errors.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { checkContact } from '../rules/contact.ts'
import { personalTrace } from '../rules/personal.ts'
import * as store from '../store/contacts.ts'
import { touch } from '../store/organisations.ts'
import type { Contact, ContactId, OrganisationId } from '../types.ts'
import { kept } from './facts.ts'
import { nameOf } from './who.ts'

export function addContact(ctx: Context, id: OrganisationId, input: Omit<Contact, 'id'>): Promise<ContactId> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.contact')
    return insertContact(tx, id, input)
  })
}

/** The caller has asked the policy and locked the organisation. The record never holds the value of a private one. */
export async function insertContact(
  tx: Tx,
  id: OrganisationId,
  input: Omit<Contact, 'id'>,
): Promise<ContactId> {
  const value = accept(checkContact(input))
  accept(personalTrace(input.note ?? '', 'note') ?? value)
  const made = await store.insertContact(tx, id, { ...input, value }, nameOf(tx.actor))
  await touch(tx, id)
  audit(
    tx,
    'organisation.contact',
    { type: 'organisation', id },
    { after: { contact: made, kind: input.kind, access: input.access, ...shown({ ...input, value }) } },
  )
  return made
}

export function removeContact(ctx: Context, id: OrganisationId, contactId: ContactId): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.contactRemove')
    await dropContact(tx, id, contactId)
  })
}

/** For a private one this is the withdrawal of the consent: the value is gone. */
export async function dropContact(tx: Tx, id: OrganisationId, contactId: ContactId): Promise<void> {
  const before = found(await store.lockContact(tx.db, id, contactId), 'contact')
  await store.deleteContact(tx.db, contactId)
  await touch(tx, id)
  audit(
    tx,
    before.access === 'private' ? 'organisation.consentWithdraw' : 'organisation.contactRemove',
    { type: 'organisation', id },
    { before: { contact: contactId, kind: before.kind, access: before.access, ...shown(before) } },
  )
}

function shown(contact: Pick<Contact, 'access' | 'value'>): { readonly value?: string } {
  return contact.access === 'public' ? { value: contact.value } : {}
}
