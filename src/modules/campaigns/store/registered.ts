/** What the registry says of organisations that are asked. Read only: the tables are of `organisations`. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { OrganisationId, OrganisationKind, OrganisationState } from '../../organisations/index.ts'
import type { Registered } from '../rules/correction.ts'
import type { Reader } from './campaigns.ts'

export type RegisteredWhole = Registered & { readonly verifiedOn: CivilDate | null }

/** Public contacts first, then those for the office, then a person's own. */
const BY_ACCESS = sql`array_position(array['public', 'office', 'private'], access)`

/** Whom a campaign asks: by kind and state, as the registry stands now. */
export async function toBeAsked(
  db: Reader,
  kinds: readonly OrganisationKind[],
  states: readonly OrganisationState[],
): Promise<{ readonly id: OrganisationId; readonly kind: OrganisationKind; readonly name: string }[]> {
  return db
    .selectFrom('organisations')
    .select(['id', 'kind', 'name'])
    .where('merged_into', 'is', null)
    .where('kind', 'in', kinds)
    .where('state', 'in', states)
    .orderBy('name')
    .execute()
}

/** Present officers and contacts only. Of one that turned out to be another, what is said of that other. */
export async function registered(db: Reader, asked: OrganisationId): Promise<RegisteredWhole | null> {
  const row = await db
    .selectFrom('organisations as o')
    .selectAll('o')
    .where('o.id', '=', (eb) =>
      eb
        .selectFrom('organisations as a')
        .select(sql<OrganisationId>`coalesce(a.merged_into, a.id)`.as('id'))
        .where('a.id', '=', asked),
    )
    .executeTakeFirst()
  if (!row) return null
  const { id } = row
  const officers = await db
    .selectFrom('organisation_officers')
    .select(['id', 'name', 'post', 'leads', 'from_on'])
    .where('organisation_id', '=', id)
    .where('ended', '=', false)
    .where('until_on', 'is', null)
    .orderBy('leads', 'desc')
    .orderBy('name')
    .execute()
  const contacts = await db
    .selectFrom('organisation_contacts')
    .select(['id', 'kind', 'value', 'access'])
    .where('organisation_id', '=', id)
    .orderBy(sql`array_position(array['address', 'phone', 'email', 'site', 'social'], kind)`)
    .orderBy('value')
    .execute()
  const directions = await db
    .selectFrom('organisation_directions')
    .select('direction_id')
    .where('organisation_id', '=', id)
    .execute()
  return {
    id: row.id,
    kind: row.kind,
    version: row.version,
    fields: {
      name: row.name,
      shortName: row.short_name,
      nameEn: row.name_en,
      edrpou: row.edrpou,
      purpose: row.purpose,
      territory: row.territory,
      termUntil: row.term_until?.toString() ?? null,
    },
    officers: officers.map(({ from_on, ...o }) => ({ ...o, from: from_on?.toString() ?? null })),
    contacts,
    directions: directions.map((d) => d.direction_id),
    verifiedOn: row.verified_on,
  }
}

/** Telephones, for the office only. */
export async function phonesOf(
  db: Reader,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly string[]>> {
  const found = new Map<OrganisationId, string[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('organisation_contacts')
    .select(['organisation_id', 'value'])
    .where('organisation_id', 'in', [...new Set(ids)])
    .where('kind', '=', 'phone')
    .orderBy(BY_ACCESS)
    .orderBy('value')
    .execute()
  for (const row of rows)
    found.set(row.organisation_id, [...(found.get(row.organisation_id) ?? []), row.value])
  return found
}

/** Addresses for paper letters, for the office only. */
export async function postalOf(
  db: Reader,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, string>> {
  const found = new Map<OrganisationId, string>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('organisation_contacts')
    .select(['organisation_id', 'value'])
    .where('organisation_id', 'in', [...new Set(ids)])
    .where('kind', '=', 'address')
    .orderBy(BY_ACCESS)
    .orderBy('recorded_at')
    .execute()
  for (const row of rows) if (!found.has(row.organisation_id)) found.set(row.organisation_id, row.value)
  return found
}
