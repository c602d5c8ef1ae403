/** How organisations are reached: public, for the office, and a person's own with consent. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { Contact, ContactAccess, ContactId, OrganisationId } from '../types.ts'
import type { Reader } from './lines.ts'

function contacts(db: Reader) {
  return db.selectFrom('organisation_contacts').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof contacts>['execute']>>[number]

function toContact(row: Row): Contact {
  return {
    id: row.id,
    kind: row.kind,
    value: row.value,
    access: row.access,
    note: row.note,
    consentOn: row.consent_on,
    consentRef: row.consent_ref,
    source: { kind: row.source_kind, ref: row.source_ref, on: row.source_on },
  }
}

/** @param seen kinds of access that the reader has */
export async function contactsOf(
  db: Reader,
  ids: readonly OrganisationId[],
  seen: readonly ContactAccess[],
): Promise<ReadonlyMap<OrganisationId, readonly Contact[]>> {
  if (ids.length === 0) return new Map()
  const rows = await contacts(db)
    .where('organisation_id', 'in', [...new Set(ids)])
    .where('access', 'in', seen)
    .orderBy(sql`array_position(array['address', 'phone', 'email', 'site', 'social'], kind)`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const found = new Map<OrganisationId, Contact[]>()
  for (const row of rows) {
    const list = found.get(row.organisation_id) ?? []
    list.push(toContact(row))
    found.set(row.organisation_id, list)
  }
  return found
}

export async function lockContact(
  db: DbTransaction,
  organisationId: OrganisationId,
  id: ContactId,
): Promise<Contact | null> {
  const row = await contacts(db)
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toContact(row) : null
}

export async function insertContact(
  tx: Pick<Tx, 'db' | 'now'>,
  organisationId: OrganisationId,
  contact: Omit<Contact, 'id'>,
  by: string,
): Promise<ContactId> {
  const id = newId<'contact'>()
  await tx.db
    .insertInto('organisation_contacts')
    .values({
      id,
      organisation_id: organisationId,
      kind: contact.kind,
      value: contact.value,
      access: contact.access,
      note: contact.note,
      consent_on: contact.consentOn,
      consent_ref: contact.consentRef,
      source_kind: contact.source.kind,
      source_ref: contact.source.ref,
      source_on: contact.source.on,
      recorded_at: tx.now,
      recorded_by: by,
    })
    .execute()
  return id
}

export async function deleteContact(db: DbTransaction, id: ContactId): Promise<void> {
  await db.deleteFrom('organisation_contacts').where('id', '=', id).execute()
}

/** Removes contacts of a person that were kept by a consent older than the day. @returns how many */
export async function deleteOldConsents(
  db: DbTransaction,
  before: string,
): Promise<readonly { id: ContactId; organisation_id: OrganisationId }[]> {
  return db
    .deleteFrom('organisation_contacts')
    .where('access', '=', 'private')
    .where(sql<boolean>`consent_on < ${before}::date`)
    .returning(['id', 'organisation_id'])
    .execute()
}
