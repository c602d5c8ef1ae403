/** News as representatives and clerks list them. */
import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { searchWords } from '../../organisations/index.ts'
import type { OrganisationId, OrganisationKind, PublicationId, RevisionState } from '../types.ts'
import type { Reader } from './publications.ts'

export const PAGE_SIZE = 50

export type NewsLine = {
  readonly id: PublicationId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  /** Of the text under way, else of the published one. */
  readonly title: string
  readonly number: number
  readonly state: RevisionState
  readonly isEdit: boolean
  readonly submittedAt: Temporal.Instant | null
  readonly appealedAt: Temporal.Instant | null
  readonly publishedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly updatedAt: Temporal.Instant
}

/** The latest text of each publication. */
function lines(db: Reader) {
  return db
    .selectFrom('publications as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('publication_revisions as r', (join) =>
      join.onRef('r.publication_id', '=', 'p.id').on('r.number', '=', (eb) =>
        eb
          .selectFrom('publication_revisions as l')
          .select(({ fn }) => fn.max('l.number').as('n'))
          .whereRef('l.publication_id', '=', 'p.id'),
      ),
    )
    .select([
      'p.id',
      'p.organisation_id as organisationId',
      sql<string>`coalesce(o.short_name, o.name)`.as('organisationName'),
      'o.kind as organisationKind',
      'r.title',
      'r.number',
      'r.state',
      sql<boolean>`p.published_revision is not null`.as('isEdit'),
      'r.submitted_at as submittedAt',
      'r.appealed_at as appealedAt',
      'p.first_published_at as publishedAt',
      'p.withdrawn_at as withdrawnAt',
      'r.created_at as updatedAt',
    ])
}

/** What a list may ask for: the state of the latest text, or withdrawn. */
export type NewsState = RevisionState | 'withdrawn'

export type NewsFilter = {
  readonly state: NewsState | null
  readonly kind: OrganisationKind | null
  readonly text: string
  readonly after: string
}

/** For the office: without drafts, which are nobody's business before they are sent. */
export async function listNews(db: Reader, filter: NewsFilter, size = PAGE_SIZE): Promise<Page<NewsLine>> {
  const from = decodeCursor(filter.after, ['string', 'string'])
  let query = lines(db).where((eb) =>
    eb.or([eb('r.state', '<>', 'draft'), eb('p.published_revision', 'is not', null)]),
  )
  if (filter.state === 'withdrawn') query = query.where('p.withdrawn_at', 'is not', null)
  else if (filter.state) query = query.where('r.state', '=', filter.state).where('p.withdrawn_at', 'is', null)
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  for (const word of searchWords(filter.text))
    query = query.where(
      sql<boolean>`(o.search like ${`%${word}%`} or p.search like ${`%${word}%`} or lower(r.title) like ${`%${word}%`})`,
    )
  if (from)
    query = query.where(sql<boolean>`(p.created_at, p.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await query
    .select('p.created_at as createdAt')
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows, size, (row) => [row.createdAt.toString(), row.id])
}

/** Of these organisations, what is under way first. */
export async function newsOfOrganisations(
  db: Reader,
  ids: readonly OrganisationId[],
  after: string,
  size = PAGE_SIZE,
): Promise<Page<NewsLine>> {
  if (ids.length === 0) return { rows: [], next: null }
  const from = decodeCursor(after, ['string', 'string'])
  let query = lines(db).where('p.organisation_id', 'in', ids)
  if (from)
    query = query.where(sql<boolean>`(p.created_at, p.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await query
    .select('p.created_at as createdAt')
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows, size, (row) => [row.createdAt.toString(), row.id])
}

/** Those who have waited longest come first. */
export async function queue(db: Reader, limit: number): Promise<readonly NewsLine[]> {
  return lines(db)
    .where('r.state', 'in', ['submitted', 'appealed'])
    .where('p.withdrawn_at', 'is', null)
    .orderBy(sql`coalesce(r.appealed_at, r.submitted_at)`)
    .orderBy('p.id')
    .limit(limit)
    .execute()
}

export async function countWaiting(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('publication_revisions')
    .select(sql<number>`count(*)`.as('n'))
    .where('state', 'in', ['submitted', 'appealed'])
    .executeTakeFirstOrThrow()
  return row.n
}
