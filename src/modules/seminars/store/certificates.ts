/** Certificates, and who came over the years. */
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import type { EventId, EventKind } from '../../events/index.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { SeminarsTables } from '../tables.ts'
import type { AttendanceRow, Certificate, CertificateId } from '../types.ts'
import type { Reader } from './tests.ts'

function certificateOf(row: Selectable<SeminarsTables['seminar_certificates']>): Certificate {
  return {
    id: row.id,
    number: row.number,
    eventId: row.event_id,
    name: row.name,
    organisationId: row.organisation_id,
    consent: row.consent,
    issuedOn: row.issued_on,
    revokedOn: row.revoked_on,
    revokeReason: row.revoke_reason,
  }
}

export async function certificatesOf(db: Reader, eventId: EventId): Promise<Certificate[]> {
  const rows = await db
    .selectFrom('seminar_certificates')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('name')
    .execute()
  return rows.map(certificateOf)
}

export async function certificateByNumber(db: Reader, number: string): Promise<Certificate | null> {
  const row = await db
    .selectFrom('seminar_certificates')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? certificateOf(row) : null
}

export async function insertCertificate(
  tx: Tx,
  certificate: {
    readonly number: string
    readonly eventId: EventId
    readonly name: string
    readonly organisationId: OrganisationId | null
    readonly consent: boolean
  },
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('seminar_certificates')
    .values({
      id: newId<'certificate'>(),
      number: certificate.number,
      event_id: certificate.eventId,
      name: certificate.name,
      organisation_id: certificate.organisationId,
      consent: certificate.consent,
      issued_on: tx.today,
      issued_by: by,
      revoked_on: null,
      revoke_reason: null,
    })
    .onConflict((c) => c.columns(['event_id', 'name']).doNothing())
    .execute()
}

export async function revokeCertificate(tx: Tx, id: CertificateId, reason: string): Promise<void> {
  await tx.db
    .updateTable('seminar_certificates')
    .set({ revoked_on: tx.today, revoke_reason: reason })
    .where('id', '=', id)
    .execute()
}

/**
 * How many people of each organisation came to events of these kinds, by years: counted on paper where that was done,
 * else those checked in.
 */
export async function attendanceByYears(db: Reader, kinds: readonly EventKind[]): Promise<AttendanceRow[]> {
  const rows = await db
    .selectFrom('event_invitations as i')
    .innerJoin('events as e', 'e.id', 'i.event_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select([
      'o.id as organisationId',
      'o.name',
      sql<number>`extract(year from e.first_day)::int`.as('year'),
      sql<number>`sum(coalesce(i.attended, (select count(*) from event_registrations r
        where r.event_id = i.event_id and r.organisation_id = i.organisation_id and r.checked_in_at is not null)))::int`.as(
        'came',
      ),
    ])
    .where('e.kind', 'in', kinds)
    .where('e.state', 'in', ['held', 'summedUp', 'closed'])
    .groupBy(['o.id', 'o.name', sql`3`])
    .orderBy('o.name')
    .execute()
  const byId = Map.groupBy(rows, (row) => row.organisationId)
  return [...byId].map(([organisationId, years]) => ({
    organisationId,
    name: years[0]?.name ?? '',
    years: new Map(years.map((row) => [row.year, row.came])),
  }))
}

export async function certificateNames(db: Reader) {
  return db
    .selectFrom('seminar_certificates as c')
    .innerJoin('events as e', 'e.id', 'c.event_id')
    .select(['c.id', 'c.name', 'c.number', 'c.event_id as eventId', 'e.title as event'])
    .orderBy('c.id')
    .execute()
}

/** The number goes on to say that a certificate was issued; not to whom. */
export async function forgetName(tx: Tx, id: string, instead: string): Promise<void> {
  await tx.db
    .updateTable('seminar_certificates')
    .set({ name: sql<string>`${instead} || ' ' || number`, consent: false })
    .where(sql<boolean>`id = ${id}::uuid`)
    .execute()
}
