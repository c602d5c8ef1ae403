/** Those who represent organisations publicly, with dates and sources. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { Officer, OfficerId, OrganisationId, Source } from '../types.ts'
import type { Reader } from './lines.ts'

function officers(db: Reader) {
  return db.selectFrom('organisation_officers as f').selectAll()
}

type OfficerRow = Awaited<ReturnType<ReturnType<typeof officers>['execute']>>[number]

function toOfficer(row: OfficerRow): Officer {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    post: row.post,
    leads: row.leads,
    from: row.from_on,
    until: row.until_on,
    ended: row.ended,
    source: { kind: row.source_kind, ref: row.source_ref, on: row.source_on },
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }
}

/** All, present ones first, then by the latest. */
export async function officersOf(db: Reader, id: OrganisationId): Promise<Officer[]> {
  const rows = await officers(db)
    .where('organisation_id', '=', id)
    .orderBy(sql`(ended or until_on is not null)`)
    .orderBy('leads', 'desc')
    .orderBy(sql`from_on desc nulls last`)
    .orderBy('id')
    .execute()
  return rows.map(toOfficer)
}

/**
 * Who held a post on a day, both ends included; leaders first. A beginning that is unknown counts as before the day;
 * of one who left on an unknown day nothing can be said, and they are left out.
 */
export async function officersOn(
  db: Reader,
  ids: readonly OrganisationId[],
  date: CivilDate,
): Promise<ReadonlyMap<OrganisationId, readonly Officer[]>> {
  if (ids.length === 0) return new Map()
  const rows = await officers(db)
    .where('organisation_id', 'in', [...new Set(ids)])
    .where(
      sql<boolean>`(from_on is null or from_on <= ${date}) and (until_on >= ${date} or (until_on is null and not ended))`,
    )
    .orderBy('leads', 'desc')
    .orderBy(sql`from_on desc nulls last`)
    .orderBy('id')
    .execute()
  const found = new Map<OrganisationId, Officer[]>()
  for (const row of rows) {
    const list = found.get(row.organisation_id) ?? []
    list.push(toOfficer(row))
    found.set(row.organisation_id, list)
  }
  return found
}

export async function lockOfficer(
  db: DbTransaction,
  organisationId: OrganisationId,
  id: OfficerId,
): Promise<Officer | null> {
  const row = await officers(db)
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toOfficer(row) : null
}

export type OfficerFacts = Pick<Officer, 'name' | 'post' | 'leads' | 'from' | 'until' | 'ended'>

export async function insertOfficer(
  tx: Pick<Tx, 'db' | 'now'>,
  organisationId: OrganisationId,
  officer: OfficerFacts,
  source: Source,
  by: string,
): Promise<OfficerId> {
  const id = newId<'officer'>()
  await tx.db
    .insertInto('organisation_officers')
    .values({
      id,
      organisation_id: organisationId,
      name: officer.name,
      post: officer.post,
      leads: officer.leads,
      from_on: officer.from,
      until_on: officer.until,
      ended: officer.ended,
      source_kind: source.kind,
      source_ref: source.ref,
      source_on: source.on,
      recorded_at: tx.now,
      recorded_by: by,
    })
    .execute()
  return id
}

export async function updateOfficer(
  tx: Pick<Tx, 'db' | 'now'>,
  id: OfficerId,
  officer: Partial<OfficerFacts>,
  source: Source,
  by: string,
): Promise<void> {
  await tx.db
    .updateTable('organisation_officers')
    .set({
      ...(officer.name === undefined ? {} : { name: officer.name }),
      ...(officer.post === undefined ? {} : { post: officer.post }),
      ...(officer.leads === undefined ? {} : { leads: officer.leads }),
      ...(officer.from === undefined ? {} : { from_on: officer.from }),
      ...(officer.until === undefined ? {} : { until_on: officer.until }),
      ...(officer.ended === undefined ? {} : { ended: officer.ended }),
      source_kind: source.kind,
      source_ref: source.ref,
      source_on: source.on,
      recorded_at: tx.now,
      recorded_by: by,
    })
    .where('id', '=', id)
    .execute()
}

/** An entry that never was true. */
export async function deleteOfficer(db: DbTransaction, id: OfficerId): Promise<void> {
  await db.deleteFrom('organisation_officers').where('id', '=', id).execute()
}

/** Of all organisations that stand for themselves. */
export async function allOfficers(db: Reader): Promise<Officer[]> {
  const rows = await officers(db)
    .where(sql<boolean>`exists (select from organisations o
      where o.id = f.organisation_id and o.merged_into is null)`)
    .orderBy('organisation_id')
    .orderBy('id')
    .execute()
  return rows.map(toOfficer)
}
