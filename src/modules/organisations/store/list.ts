/** Lists of organisations: filtered, in the order of the alphabet, by pages. */
import { sql } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { isId } from '../../../kernel/ids.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { searchWords } from '../rules/name.ts'
import type { ConfessionId, DirectionId, DistrictId, OrganisationKind, OrganisationLine } from '../types.ts'
import { type Reader, toLine } from './lines.ts'

export type ListFilter = {
  readonly text: string
  readonly kind: OrganisationKind | null
  readonly direction: DirectionId | null
  readonly district: DistrictId | null
  readonly confession: ConfessionId | null
  /** alive: all but those that are wound up. */
  readonly state: 'alive' | 'terminating' | 'terminated' | 'all'
  /** Not verified since this day, or never. */
  readonly unverifiedSince?: CivilDate
}

export const NO_FILTER: ListFilter = {
  text: '',
  kind: null,
  direction: null,
  district: null,
  confession: null,
  state: 'alive',
}

export type ListRow = OrganisationLine & {
  readonly district: string | null
  readonly districtEn: string | null
  readonly verifiedOn: CivilDate | null
  readonly updatedAt: Temporal.Instant
}

function matching(db: Reader, filter: ListFilter) {
  let query = db.selectFrom('organisations as o').where('o.merged_into', 'is', null)
  for (const word of searchWords(filter.text)) query = query.where('o.search', 'like', `%${word}%`)
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  if (filter.district) query = query.where('o.district_id', '=', filter.district)
  if (filter.confession) query = query.where('o.confession_id', '=', filter.confession)
  if (filter.direction)
    query = query.where(
      sql<boolean>`exists (select from organisation_directions d
        where d.organisation_id = o.id and d.direction_id = ${filter.direction})`,
    )
  if (filter.state === 'alive') query = query.where('o.state', '<>', sql.lit('terminated'))
  else if (filter.state !== 'all') query = query.where('o.state', '=', filter.state)
  if (filter.unverifiedSince)
    query = query.where(sql<boolean>`(o.verified_on is null or o.verified_on < ${filter.unverifiedSince})`)
  return query
}

/** @param size rows of a page; `after` is the cursor of the page before */
export async function listOrganisations(
  db: Reader,
  filter: ListFilter,
  after: string,
  size: number,
): Promise<Page<ListRow>> {
  const from = decodeCursor(after, ['string', 'string'])
  let query = matching(db, filter)
    .leftJoin('districts as d', 'd.id', 'o.district_id')
    .select(['o.id', 'o.kind', 'o.name', 'o.short_name', 'o.name_en', 'o.state', 'o.edrpou'])
    .select(['d.name as district', 'd.name_en as district_en', 'o.verified_on', 'o.updated_at'])
  if (from && isId(from[1]))
    query = query.where(sql<boolean>`(o.name, o.id) > (${from[0]}, ${from[1]}::uuid)`)
  const rows = await query.orderBy('o.name').orderBy('o.id').limit(onePast(size)).execute()
  return cutPage(
    rows.map((row) => ({
      ...toLine(row),
      district: row.district,
      districtEn: row.district_en,
      verifiedOn: row.verified_on,
      updatedAt: row.updated_at,
    })),
    size,
    (row) => [row.name, row.id],
  )
}

/** How many there are, counted no further than `most`. */
export async function countUpTo(db: Reader, filter: ListFilter, most: number): Promise<number> {
  const row = await db
    .selectFrom(matching(db, filter).select('o.id').limit(sql.lit(most)).as('some'))
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

/** For the sitemap: public pages of all. */
export async function publicIds(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organisations')
    .select('id')
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
