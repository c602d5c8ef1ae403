/** What a table of organisations holds beside their names, read for a whole list at once. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { ContactAccess, DetailedLine, OrganisationId, OrganisationLine } from '../types.ts'
import { contactsOf } from './contacts.ts'
import { organisationsByIds, type Reader } from './lines.ts'
import { directionsOf } from './lists.ts'
import { officersOn } from './officers.ts'
import { toFacts } from './organisations.ts'

/** In the order of the lines. The leader is the one of the day. */
export async function withDetails(
  db: Reader,
  lines: readonly Pick<OrganisationLine, 'id'>[],
  day: CivilDate,
  seen: readonly ContactAccess[],
): Promise<DetailedLine[]> {
  const ids = lines.map((line) => line.id)
  if (ids.length === 0) return []
  const [rows, officers, contacts, directions, parents] = await Promise.all([
    db.selectFrom('organisations').selectAll().where('id', 'in', ids).execute(),
    officersOn(db, ids, day),
    contactsOf(db, ids, seen),
    directionsOf(db, ids),
    parentsOf(db, ids, day),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id): DetailedLine[] => {
    const row = byId.get(id)
    if (row === undefined) return []
    const leader = officers.get(id)?.find((f) => f.leads) ?? null
    return [
      {
        id,
        kind: row.kind,
        name: row.name,
        shortName: row.short_name,
        nameEn: row.name_en,
        state: row.state,
        edrpou: row.edrpou,
        facts: toFacts(row),
        verifiedOn: row.verified_on,
        updatedAt: row.updated_at,
        leader,
        directions: directions.get(id) ?? [],
        contacts: contacts.get(id) ?? [],
        parent: parents.get(id) ?? null,
      },
    ]
  })
}

/** Whose branch each was on the day. */
async function parentsOf(
  db: Reader,
  ids: readonly OrganisationId[],
  day: CivilDate,
): Promise<ReadonlyMap<OrganisationId, OrganisationLine>> {
  const rows = await db
    .selectFrom('organisation_ties')
    .select(['lower_id', 'upper_id'])
    .where('kind', '=', 'branch')
    .where('lower_id', 'in', ids)
    .where((eb) => eb.or([eb('from_on', 'is', null), eb('from_on', '<=', day)]))
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', day)]))
    .execute()
  const lines = await organisationsByIds(
    db,
    rows.map((row) => row.upper_id),
  )
  return new Map(rows.map((row) => [row.lower_id, lines.get(row.upper_id)!]))
}
