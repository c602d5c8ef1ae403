/** Organisations as other modules and lists ask for them. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { searchWords } from '../rules/name.ts'
import type { OrganisationId, OrganisationKind, OrganisationLine } from '../types.ts'

export type Reader = Db | DbTransaction

const LINE = ['o.id', 'o.kind', 'o.name', 'o.short_name', 'o.name_en', 'o.state', 'o.edrpou'] as const

type LineRow = {
  id: OrganisationId
  kind: OrganisationKind
  name: string
  short_name: string | null
  name_en: string | null
  state: OrganisationLine['state']
  edrpou: string | null
}

export function toLine(row: LineRow): OrganisationLine {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    nameEn: row.name_en,
    state: row.state,
    edrpou: row.edrpou,
  }
}

/** Those that exist, in no order; one that was merged is given as it was. */
export async function organisationsByIds(
  db: Reader,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, OrganisationLine>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations as o')
    .select(LINE)
    .where('o.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toLine(row)]))
}

export async function organisationById(db: Reader, id: OrganisationId): Promise<OrganisationLine | null> {
  return (await organisationsByIds(db, [id])).get(id) ?? null
}

/** For choices: every word of the text stands in a name or code, slips forgiven. Merged ones are left out. */
export async function findOrganisations(
  db: Reader,
  filter: {
    readonly text?: string
    readonly kinds?: readonly OrganisationKind[]
    readonly limit: number
    /** Leaves out those that are wound up. */
    readonly active?: boolean
  },
): Promise<OrganisationLine[]> {
  let query = db.selectFrom('organisations as o').select(LINE).where('o.merged_into', 'is', null)
  for (const word of searchWords(filter.text ?? '')) query = query.where('o.search', 'like', `%${word}%`)
  if (filter.kinds?.length) query = query.where('o.kind', 'in', filter.kinds)
  if (filter.active) query = query.where('o.state', '!=', 'terminated')
  const rows = await query.orderBy('o.name').orderBy('o.id').limit(filter.limit).execute()
  return rows.map(toLine)
}

/** Addresses for letters, for the office only: the first e-mail of each that may be written to. */
export async function contactEmails(
  db: Reader,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation_contacts')
    .select(['organisation_id', 'value'])
    .where('kind', '=', 'email')
    .where('organisation_id', 'in', [...new Set(ids)])
    // Public addresses first, then those for the office, then a person's own.
    .orderBy(sql`array_position(array['public', 'office', 'private'], access)`)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  const emails = new Map<OrganisationId, string>()
  for (const row of rows) if (!emails.has(row.organisation_id)) emails.set(row.organisation_id, row.value)
  return emails
}

/** How many of each kind there were on a day: registered by then and not wound up. Kinds without any are absent. */
export async function countsByKind(
  db: Reader,
  date: CivilDate,
): Promise<ReadonlyMap<OrganisationKind, number>> {
  const rows = await db
    .selectFrom('organisations as o')
    .select(['o.kind', sql<number>`count(*)`.as('n')])
    .where('o.merged_into', 'is', null)
    .where(aliveOn(date))
    .groupBy('o.kind')
    .execute()
  return new Map(rows.map((row) => [row.kind, row.n]))
}

/** Registered by the day, as far as known, and not wound up on it. `o` is the organisation. */
export function aliveOn(date: CivilDate) {
  return sql<boolean>`(o.registered_on is null or o.registered_on <= ${date}) and not exists (
    select from organisation_values v
    where v.organisation_id = o.id and v.field = 'state' and v.value = 'terminated' and v.standing <> 'mistaken'
      and (v.valid_from is null or v.valid_from <= ${date})
      and (v.valid_until is null or v.valid_until >= ${date}))`
}
