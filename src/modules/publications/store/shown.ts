/** What readers see: published, not withdrawn, not silent. One statement for lists, feeds, the API and the data set. */
import { sql } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { searchWords } from '../../organisations/index.ts'
import { SILENT_KINDS } from '../rules/silence.ts'
import type { NewsItem, OrganisationId, OrganisationKind, PictureId, PublicationId } from '../types.ts'
import type { Reader } from './publications.ts'

export const PAGE_SIZE = 20

/** `p` is the publication, `o` its organisation. */
export function visibleOn(day: CivilDate) {
  return sql<boolean>`p.published_revision is not null and p.withdrawn_at is null and not (
    o.kind in (${sql.join(SILENT_KINDS)}) and exists (
      select from silence_periods s where s.cancelled_at is null and s.from_day <= ${day} and s.to_day >= ${day}))`
}

function items(db: Reader, day: CivilDate) {
  return db
    .selectFrom('publications as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('publication_revisions as r', (join) =>
      join.onRef('r.publication_id', '=', 'p.id').onRef('r.number', '=', 'p.published_revision'),
    )
    .select([
      'p.id',
      'p.organisation_id as organisationId',
      sql<string>`coalesce(o.short_name, o.name)`.as('organisationName'),
      'o.name_en as organisationNameEn',
      'o.kind as organisationKind',
      'r.title',
      'r.body',
      'r.pictures',
      sql<Temporal.Instant>`p.first_published_at`.as('publishedAt'),
      'p.changed_at as changedAt',
    ])
    .select((eb) =>
      eb
        .selectFrom('publication_revisions as seen')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('seen.publication_id', '=', 'p.id')
        .where('seen.state', 'in', ['published', 'superseded'])
        .as('revisions'),
    )
    .where(visibleOn(day))
}

type Row = Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number]

function toItem(row: Row): NewsItem {
  return { ...row, revisions: row.revisions ?? 1 }
}

export type ShownFilter = {
  readonly organisation?: OrganisationId | null
  readonly kind?: OrganisationKind | null
  readonly organisations?: readonly OrganisationId[]
  /** Of organisations that work in it. */
  readonly direction?: string | null
  /** Of organisations that stand there. */
  readonly district?: string | null
  readonly text?: string
  /** First publication not before, and before. */
  readonly since?: Temporal.Instant
  readonly before?: Temporal.Instant
}

/** Latest first. */
export async function shownNews(
  db: Reader,
  day: CivilDate,
  filter: ShownFilter,
  after: string,
  size = PAGE_SIZE,
): Promise<Page<NewsItem>> {
  if (filter.organisations?.length === 0) return { rows: [], next: null }
  const from = decodeCursor(after, ['string', 'string'])
  let query = items(db, day)
  if (filter.organisation) query = query.where('p.organisation_id', '=', filter.organisation)
  if (filter.organisations) query = query.where('p.organisation_id', 'in', filter.organisations)
  if (filter.district) query = query.where(sql<boolean>`o.district_id = ${filter.district}`)
  if (filter.direction)
    query = query.where(
      sql<boolean>`exists (select from organisation_directions d
        where d.organisation_id = o.id and d.direction_id = ${filter.direction})`,
    )
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  if (filter.since) query = query.where('p.first_published_at', '>=', filter.since)
  if (filter.before) query = query.where('p.first_published_at', '<', filter.before)
  for (const word of searchWords(filter.text ?? ''))
    query = query.where(sql<boolean>`(p.search like ${`%${word}%`} or o.search like ${`%${word}%`})`)
  if (from)
    query = query.where(
      sql<boolean>`(p.first_published_at, p.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`,
    )
  const rows = await query
    .orderBy('p.first_published_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows.map(toItem), size, (item) => [item.publishedAt.toString(), item.id])
}

export async function shownItem(db: Reader, day: CivilDate, id: PublicationId): Promise<NewsItem | null> {
  const row = await items(db, day).where('p.id', '=', id).executeTakeFirst()
  return row ? toItem(row) : null
}

/** Whether readers see this picture in a text that is published now. */
export async function isPictureShown(db: Reader, day: CivilDate, id: PictureId): Promise<boolean> {
  const row = await items(db, day)
    .where(sql<boolean>`r.pictures @> ${JSON.stringify([{ id }])}::jsonb`)
    .where('p.id', '=', (eb) =>
      eb.selectFrom('publication_pictures').select('publication_id').where('id', '=', id),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Kinds of organisations that have news to show, for the filter. */
export async function kindsShown(db: Reader, day: CivilDate): Promise<ReadonlySet<OrganisationKind>> {
  const rows = await db
    .selectFrom('publications as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select('o.kind')
    .distinct()
    .where(visibleOn(day))
    .execute()
  return new Set(rows.map((row) => row.kind))
}

/** Directions of work of these organisations, by which news are followed. */
export async function directionsOf(
  db: Reader,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly string[]>> {
  const found = new Map<OrganisationId, string[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('organisation_directions')
    .select(['organisation_id', 'direction_id'])
    .where('organisation_id', 'in', [...new Set(ids)])
    .execute()
  for (const row of rows)
    found.set(row.organisation_id, [...(found.get(row.organisation_id) ?? []), row.direction_id])
  return found
}
