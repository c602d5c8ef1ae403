/** Delegations one by one, and how they are written. */
import { type Selectable, sql } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { RepresentativesTables } from '../tables.ts'
import type {
  Basis,
  Delegation,
  DelegationId,
  DelegationState,
  OrganisationId,
  RepresentativeId,
} from '../types.ts'

export type Reader = Db | DbTransaction

export function toDelegation(row: Selectable<RepresentativesTables['delegations']>): Delegation {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    representativeId: row.representative_id,
    email: row.email,
    name: row.name,
    post: row.post,
    basis: row.basis,
    fileId: row.file_id,
    invitedBy: row.invited_by,
    state: row.state,
    locale: row.locale,
    claimedAt: row.claimed_at,
    confirmedAt: row.confirmed_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    paper: row.paper,
    from: row.from_day,
    to: row.to_day,
    reason: row.reason,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    version: row.version,
  }
}

export async function insertClaim(
  tx: Tx,
  claim: {
    readonly id: DelegationId
    readonly organisationId: OrganisationId
    readonly email: string
    readonly name: string
    readonly post: string
    readonly basis: Basis
    readonly fileId: FileId | null
    readonly invitedBy: RepresentativeId | null
    readonly locale: Locale
  },
): Promise<void> {
  await tx.db
    .insertInto('delegations')
    .values({
      id: claim.id,
      organisation_id: claim.organisationId,
      email: claim.email,
      name: claim.name,
      post: claim.post,
      basis: claim.basis,
      file_id: claim.fileId,
      invited_by: claim.invitedBy,
      state: 'unconfirmed',
      locale: claim.locale,
      claimed_at: tx.now,
    })
    .execute()
}

export async function delegationById(db: Reader, id: DelegationId): Promise<Delegation | null> {
  const row = await db.selectFrom('delegations').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toDelegation(row) : null
}

export async function lockDelegation(db: DbTransaction, id: DelegationId): Promise<Delegation | null> {
  const row = await db
    .selectFrom('delegations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toDelegation(row) : null
}

export type DelegationChange = {
  readonly state: DelegationState
  readonly representativeId?: RepresentativeId
  readonly name?: string
  readonly post?: string
  readonly basis?: Basis
  readonly fileId?: FileId | null
  readonly confirmedAt?: Temporal.Instant
  readonly decidedBy?: string
  readonly paper?: string | null
  readonly from?: CivilDate
  readonly to?: CivilDate
  readonly reason?: string | null
  readonly endedBy?: 'date' | 'person' | 'office'
}

export async function saveDelegation(tx: Tx, id: DelegationId, change: DelegationChange): Promise<void> {
  const { state, representativeId, confirmedAt, decidedBy, fileId, from, to, endedBy, ...same } = change
  await tx.db
    .updateTable('delegations')
    .set({
      ...same,
      state,
      ...(representativeId === undefined ? {} : { representative_id: representativeId }),
      ...(confirmedAt === undefined ? {} : { confirmed_at: confirmedAt }),
      ...(decidedBy === undefined ? {} : { decided_by: decidedBy, decided_at: tx.now }),
      ...(fileId === undefined ? {} : { file_id: fileId }),
      ...(from === undefined ? {} : { from_day: from }),
      ...(to === undefined ? {} : { to_day: to }),
      ...(endedBy === undefined ? {} : { ended_by: endedBy, ended_at: tx.now }),
    })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** A claim, a returned one or a delegation of this person for this organisation that is under way. */
export async function liveDelegation(
  db: Reader,
  organisationId: OrganisationId,
  representativeId: RepresentativeId,
): Promise<Delegation | null> {
  const row = await db
    .selectFrom('delegations')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('representative_id', '=', representativeId)
    .where('state', 'in', ['submitted', 'returned', 'active'])
    .executeTakeFirst()
  return row ? toDelegation(row) : null
}

export async function delegationsOfPerson(db: Reader, id: RepresentativeId): Promise<readonly Delegation[]> {
  const rows = await db
    .selectFrom('delegations')
    .selectAll()
    .where('representative_id', '=', id)
    .orderBy('claimed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toDelegation)
}

/** Who speaks or wants to speak for an organisation: confirmed people only, and invitations that wait. */
export async function delegationsOfOrganisation(
  db: Reader,
  id: OrganisationId,
): Promise<readonly Delegation[]> {
  const rows = await db
    .selectFrom('delegations')
    .selectAll()
    .where('organisation_id', '=', id)
    .where((eb) => eb.or([eb('state', '<>', 'unconfirmed'), eb('basis', '=', 'invitation')]))
    .orderBy('claimed_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(toDelegation)
}

/** Active ones whose last day has passed. Locked, so that two runs end each once. */
export async function lockPast(db: DbTransaction, today: CivilDate): Promise<readonly Delegation[]> {
  const rows = await db
    .selectFrom('delegations')
    .selectAll()
    .where('state', '=', 'active')
    .where('to_day', '<', today)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toDelegation)
}

/** Active ones that end on this day. */
export async function endingOn(db: Reader, day: CivilDate): Promise<readonly Delegation[]> {
  const rows = await db
    .selectFrom('delegations')
    .selectAll()
    .where('state', '=', 'active')
    .where('to_day', '=', day)
    .orderBy('id')
    .execute()
  return rows.map(toDelegation)
}

/** Claims whose e-mail nobody confirmed in time are forgotten; their letters lose what they were attached to. */
export async function forgetUnconfirmed(db: DbTransaction, before: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('delegations')
    .where('state', '=', 'unconfirmed')
    .where('claimed_at', '<', before)
    .execute()
}

/** Where two organisations turned out to be one; whoever speaks for both keeps the older line where it is. */
export async function moveDelegations(
  db: DbTransaction,
  of: { readonly merge: string; readonly kept: OrganisationId; readonly gone: OrganisationId },
): Promise<void> {
  await sql`
    update delegations d set organisation_id = ${of.kept}, moved_by = ${of.merge}
    where d.organisation_id = ${of.gone} and not exists (
      select from delegations k where k.organisation_id = ${of.kept} and k.representative_id = d.representative_id
        and k.state in ('submitted', 'returned', 'active') and d.state in ('submitted', 'returned', 'active'))`.execute(
    db,
  )
}

export async function moveBack(
  db: DbTransaction,
  of: { readonly merge: string; readonly gone: OrganisationId },
): Promise<void> {
  await sql`update delegations set organisation_id = ${of.gone}, moved_by = null where moved_by = ${of.merge}`.execute(
    db,
  )
}

/** On the person's request: name and address go, and nobody speaks by it from now on. */
export async function forgetDelegation(tx: Tx, id: string): Promise<void> {
  await sql`update delegations set name = '', email = '', paper = null, version = version + 1,
    state = case when state in ('submitted', 'returned', 'active') then 'withdrawn' else state end,
    ended_at = coalesce(ended_at, ${tx.now}::timestamptz), ended_by = coalesce(ended_by, 'person')
    where id = ${id}::uuid`.execute(tx.db)
}
