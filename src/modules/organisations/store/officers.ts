/** Those who represent organisations publicly, with dates and sources. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Officer, OrganisationId } from '../types.ts'
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
