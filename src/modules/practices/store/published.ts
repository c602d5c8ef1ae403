/** Cards as the public reads them. */
import { sql } from 'kysely'
import { CITY_ZONE, type CivilDate, dayOf, type Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import {
  type OrganisationId,
  type OrganisationKind,
  type OrganisationLine,
  organisationLabel,
  searchText,
  searchWords,
} from '../../organisations/index.ts'
import type { FrozenPractice } from '../../passport/index.ts'
import type { Content, DirectionId, PracticeId, PracticeVersion, Published } from '../types.ts'
import type { Reader } from './practices.ts'

export const PUBLIC_PAGE = 20

function versions(db: Reader) {
  return db
    .selectFrom('practice_versions as v')
    .innerJoin('practices as p', 'p.id', 'v.practice_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .where('v.current', '=', true)
    .select([
      'p.id',
      'v.number',
      'v.content',
      'v.first_published_at as firstPublishedAt',
      'v.published_at as publishedAt',
      'o.id as organisationId',
      'o.kind',
      'o.name',
      'o.short_name as shortName',
      'o.name_en as nameEn',
      'o.state',
      'o.edrpou',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

function toPublished(row: Row): Published {
  const organisation: OrganisationLine = {
    id: row.organisationId,
    kind: row.kind,
    name: row.name,
    shortName: row.shortName,
    nameEn: row.nameEn,
    state: row.state,
    edrpou: row.edrpou,
  }
  const { id, number, content, firstPublishedAt, publishedAt } = row
  return { id, number, content, firstPublishedAt, publishedAt, organisation }
}

export type PublicFilter = {
  readonly text?: string
  readonly directionId?: DirectionId | null
  readonly kind?: OrganisationKind | null
  readonly year?: number | null
  /** Whose it is, or who was a partner. */
  readonly organisationId?: OrganisationId
  readonly since?: Temporal.Instant
  readonly until?: Temporal.Instant
}

/** The latest that became public first. */
export async function publishedPractices(
  db: Reader,
  filter: PublicFilter,
  after: string,
  size = PUBLIC_PAGE,
): Promise<Page<Published>> {
  const from = decodeCursor(after, ['string', 'string'])
  let query = versions(db)
  for (const word of searchWords(filter.text ?? '')) query = query.where('v.search', 'like', `%${word}%`)
  if (filter.directionId) query = query.where('v.direction_id', '=', filter.directionId)
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  if (filter.year) query = query.where('v.year', '=', filter.year)
  const { organisationId, since, until } = filter
  if (organisationId)
    query = query.where((eb) =>
      eb.or([
        eb('p.organisation_id', '=', organisationId),
        sql<boolean>`v.partner_ids @> array[${organisationId}::uuid]`,
      ]),
    )
  if (since) query = query.where('v.first_published_at', '>=', since)
  if (until) query = query.where('v.first_published_at', '<', until)
  if (from)
    query = query.where(
      sql<boolean>`(v.first_published_at, v.practice_id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`,
    )
  const rows = await query
    .orderBy('v.first_published_at', 'desc')
    .orderBy('v.practice_id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows.map(toPublished), size, (p) => [p.firstPublishedAt.toString(), p.id])
}

export async function publishedPractice(db: Reader, id: PracticeId): Promise<Published | null> {
  const row = await versions(db).where('p.id', '=', id).executeTakeFirst()
  return row ? toPublished(row) : null
}

/** Years that a filter offers. */
export async function yearsOf(db: Reader): Promise<number[]> {
  const rows = await db
    .selectFrom('practice_versions')
    .select('year')
    .distinct()
    .where('current', '=', true)
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

/** All that were public, latest first. */
export async function versionsOf(db: Reader, id: PracticeId): Promise<PracticeVersion[]> {
  return db
    .selectFrom('practice_versions')
    .select(['number', 'content', 'published_at as publishedAt'])
    .where('practice_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
}

/** The new text stands in the place of the one before; the day when it first became public stays. */
export async function insertVersion(
  tx: Pick<Tx, 'db' | 'now' | 'today'>,
  id: PracticeId,
  content: Content,
  organisation: OrganisationLine,
): Promise<number> {
  const before = await tx.db
    .selectFrom('practice_versions')
    .select(['number', 'first_published_at'])
    .where('practice_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  await hideVersion(tx.db, id)
  const number = (before?.number ?? 0) + 1
  const partners = content.partners.flatMap((p) => (p.organisationId ? [p.organisationId] : []))
  await tx.db
    .insertInto('practice_versions')
    .values({
      practice_id: id,
      number,
      content: JSON.stringify(content),
      title: content.title,
      search: searchText([
        content.title,
        content.problem,
        content.done,
        content.result,
        content.place,
        organisation.name,
        organisation.shortName,
        ...content.partners.map((p) => p.name),
      ]),
      direction_id: content.directionId,
      year: Number((content.from ?? tx.today.toString()).slice(0, 4)),
      partner_ids: partners,
      current: true,
      first_published_at: before?.first_published_at ?? tx.now,
      published_at: tx.now,
    })
    .execute()
  return number
}

export async function hideVersion(db: DbTransaction, id: PracticeId): Promise<void> {
  await db
    .updateTable('practice_versions')
    .set({ current: false })
    .where('practice_id', '=', id)
    .where('current', '=', true)
    .execute()
}

const MOST_OF_A_DAY = 500

/** For a passport: those that were public on the day. */
export async function practicesOn(db: Reader, asOf: CivilDate): Promise<FrozenPractice[]> {
  const until = asOf.add({ days: 1 }).toZonedDateTime({ timeZone: CITY_ZONE }).toInstant()
  const { rows } = await publishedPractices(db, { until }, '', MOST_OF_A_DAY)
  return rows.map((p) => ({
    id: p.id,
    title: p.content.title,
    organisation: organisationLabel(p.organisation, 'uk'),
    on: dayOf(p.firstPublishedAt).toString(),
  }))
}
