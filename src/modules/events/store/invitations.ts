/** Invited organisations. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { MailingId } from '../../../platform/tables.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { Invitation, InvitationId } from '../types/invitation.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

function invitations(db: Reader) {
  return db
    .selectFrom('event_invitations as i')
    .select((eb) => [
      'i.id',
      'i.event_id as eventId',
      'i.organisation_id as organisationId',
      'i.state',
      'i.letters',
      'i.mailing_id as mailingId',
      'i.told_otherwise as toldOtherwise',
      'i.note',
      'i.invited_at as invitedAt',
      'i.answered_at as answeredAt',
      'i.attended',
      eb
        .selectFrom('event_registrations as r')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('r.event_id', '=', 'i.event_id')
        .whereRef('r.organisation_id', '=', 'i.organisation_id')
        .where('r.state', 'in', ['confirmed', 'waiting'])
        .as('named'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof invitations>['execute']>>[number]
const whole = (row: Row): Invitation => ({ ...row, named: row.named ?? 0 })

export async function invitationsOf(db: Reader, id: EventId): Promise<Invitation[]> {
  const rows = await invitations(db)
    .where('i.event_id', '=', id)
    .orderBy('i.invited_at')
    .orderBy('i.id')
    .execute()
  return rows.map(whole)
}

export async function invitationById(db: Reader, id: InvitationId): Promise<Invitation | null> {
  const row = await invitations(db).where('i.id', '=', id).executeTakeFirst()
  return row ? whole(row) : null
}

export async function lockInvitation(db: DbTransaction, id: InvitationId): Promise<Invitation | null> {
  const row = await db
    .selectFrom('event_invitations')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? invitationById(db, id) : null
}

/** Those that are invited already are left as they are. @returns the new ones */
export async function insertInvitations(
  tx: Tx,
  eventId: EventId,
  rows: readonly { readonly id: InvitationId; readonly organisationId: OrganisationId }[],
): Promise<{ readonly id: InvitationId; readonly organisationId: OrganisationId }[]> {
  if (rows.length === 0) return []
  const made = await tx.db
    .insertInto('event_invitations')
    .values(
      rows.map((row) => ({
        id: row.id,
        event_id: eventId,
        organisation_id: row.organisationId,
        state: 'invited' as const,
        mailing_id: null,
        told_otherwise: null,
        note: null,
        invited_at: tx.now,
        answered_at: null,
        attended: null,
      })),
    )
    .onConflict((c) => c.columns(['event_id', 'organisation_id']).doNothing())
    .returning(['id', 'organisation_id as organisationId'])
    .execute()
  return made
}

export async function noteLetters(
  tx: Tx,
  ids: readonly InvitationId[],
  mailingId: MailingId | null,
): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('event_invitations')
    .set({ letters: sql<number>`letters + 1`, mailing_id: mailingId })
    .where('id', 'in', ids)
    .execute()
}

export async function saveAnswer(
  tx: Tx,
  id: InvitationId,
  state: Invitation['state'],
  note: string | null,
): Promise<void> {
  await tx.db
    .updateTable('event_invitations')
    .set({ state, note, answered_at: tx.now })
    .where('id', '=', id)
    .execute()
}

export async function saveInvitationFacts(
  tx: Tx,
  id: InvitationId,
  facts: { readonly attended?: number | null; readonly toldOtherwise?: string | null },
): Promise<void> {
  const change = {
    ...(facts.attended === undefined ? {} : { attended: facts.attended }),
    ...(facts.toldOtherwise === undefined ? {} : { told_otherwise: facts.toldOtherwise }),
  }
  await tx.db.updateTable('event_invitations').set(change).where('id', '=', id).execute()
}

/** Invitations and attendance of organisations over the years, for proofs of equal treatment. */
export async function invitationsOfOrganisations(
  db: Reader,
  ids: readonly EventId[],
): Promise<Pick<Invitation, 'eventId' | 'organisationId' | 'state' | 'letters' | 'attended' | 'named'>[]> {
  if (ids.length === 0) return []
  const rows = await invitations(db).where('i.event_id', 'in', ids).execute()
  return rows.map(whole)
}
