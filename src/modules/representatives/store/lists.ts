/** Delegations as the office and other modules list them. */
import { sql } from 'kysely'
import type { RepresentativeId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Db } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { type OrganisationKind, searchWords } from '../../organisations/index.ts'
import type { Delegation, DelegationState, OrganisationId } from '../types.ts'
import { type Reader, toDelegation } from './delegations.ts'

export const PAGE_SIZE = 50

export type DelegationLine = Delegation & {
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
}

export type DelegationFilter = {
  /** `waiting`: for the office, that is submitted. */
  readonly state: DelegationState | null
  readonly kind: OrganisationKind | null
  readonly text: string
  readonly after: string
}

function lines(db: Reader) {
  return db
    .selectFrom('delegations as d')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .selectAll('d')
    .select([
      sql<string>`coalesce(o.short_name, o.name)`.as('organisation_name'),
      'o.kind as organisation_kind',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function toLine(row: Row): DelegationLine {
  return {
    ...toDelegation(row),
    organisationName: row.organisation_name,
    organisationKind: row.organisation_kind,
  }
}

/** Without claims whose e-mail nobody has confirmed: they are nobody's yet. */
export async function listDelegations(
  db: Db,
  filter: DelegationFilter,
  size = PAGE_SIZE,
): Promise<Page<DelegationLine>> {
  const from = decodeCursor(filter.after, ['string', 'string'])
  let query = lines(db).where('d.state', '<>', 'unconfirmed')
  if (filter.state) query = query.where('d.state', '=', filter.state)
  if (filter.kind) query = query.where('o.kind', '=', filter.kind)
  for (const word of searchWords(filter.text))
    query = query.where(
      sql<boolean>`(o.search like ${`%${word}%`} or lower(d.name) like ${`%${word}%`} or d.email like ${`%${word}%`})`,
    )
  if (from)
    query = query.where(sql<boolean>`(d.claimed_at, d.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await query
    .orderBy('d.claimed_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows.map(toLine), size, (d) => [d.claimedAt.toString(), d.id])
}

/** The oldest first: who has waited longest is looked at first. */
export async function waitingDelegations(
  db: Reader,
  limit: number,
): Promise<{ readonly rows: readonly DelegationLine[]; readonly total: number }> {
  const [rows, count] = await Promise.all([
    lines(db)
      .where('d.state', '=', 'submitted')
      .orderBy('d.claimed_at')
      .orderBy('d.id')
      .limit(limit)
      .execute(),
    db
      .selectFrom('delegations')
      .select(sql<number>`count(*)`.as('n'))
      .where('state', '=', 'submitted')
      .executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map(toLine), total: count.n }
}

/** People who speak for an organisation on a day. */
export type Speaker = {
  readonly id: RepresentativeId
  readonly name: string
  readonly email: string
  readonly locale: 'uk' | 'en'
  readonly post: string
  readonly to: CivilDate
}

/** For letters and for the office: these are personal data. */
export async function speakersOf(
  db: Reader,
  ids: readonly OrganisationId[],
  day: CivilDate,
): Promise<ReadonlyMap<OrganisationId, readonly Speaker[]>> {
  const found = new Map<OrganisationId, Speaker[]>()
  if (ids.length === 0) return found
  const rows = await db
    .selectFrom('delegations as d')
    .innerJoin('representatives as r', 'r.id', 'd.representative_id')
    .select(['d.organisation_id', 'r.id', 'r.name', 'r.email', 'r.locale', 'd.post', 'd.to_day'])
    .where('d.organisation_id', 'in', [...new Set(ids)])
    .where('d.state', '=', 'active')
    .where('d.from_day', '<=', day)
    .where('d.to_day', '>=', day)
    .where('r.state', '=', 'active')
    .orderBy('r.name')
    .execute()
  for (const row of rows) {
    if (row.email === null || row.to_day === null) continue
    const { id, name, email, locale, post } = row
    const list = found.get(row.organisation_id) ?? []
    list.push({ id, name, email, locale, post, to: row.to_day })
    found.set(row.organisation_id, list)
  }
  return found
}
