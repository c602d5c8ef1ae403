/** Events on lists and in calendars. */

import { type Expression, type SqlBool, sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate, Period } from '../../../kernel/civil-date.ts'
import { lookOf, type Mark } from '../../../platform/database/marks.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { DistrictId, EventDay, EventId, EventKind, EventLine, EventState, SeriesId } from '../types.ts'
import { daysOf, type Reader } from './days.ts'

export const PAGE_SIZE = 20

export type EventFilter = {
  readonly kind?: EventKind | null
  readonly state?: EventState | null
  /** Only what visitors see. */
  readonly publicOnly?: boolean
  /** Touching these days, both included. */
  readonly period?: Period | null
  readonly unitId?: UnitId | null
  readonly organisationId?: OrganisationId | null
  readonly districtId?: DistrictId | null
  readonly seriesId?: SeriesId | null
  /** Over before this day. */
  readonly before?: CivilDate | null
  /** In the title. */
  readonly text?: string
}

function matching(db: Reader, filter: EventFilter) {
  let query = db.selectFrom('events as e')
  const { kind, state, publicOnly, period, unitId, organisationId, districtId, seriesId, before, text } =
    filter
  if (kind) query = query.where('e.kind', '=', kind)
  if (state) query = query.where('e.state', '=', state)
  if (publicOnly) query = query.where('e.state', '<>', 'planned')
  if (period) query = query.where('e.first_day', '<=', period.to).where('e.last_day', '>=', period.from)
  if (unitId) query = query.where('e.unit_id', '=', unitId)
  if (before) query = query.where('e.last_day', '<', before)
  if (seriesId) query = query.where('e.series_id', '=', seriesId)
  if (text) query = query.where('e.title', 'ilike', `%${text.replace(/[\\%_]/g, '\\$&')}%`)
  if (districtId)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('event_days as d')
          .select('d.id')
          .whereRef('d.event_id', '=', 'e.id')
          .where('d.district_id', '=', districtId),
      ),
    )
  if (organisationId)
    query = query.where((eb) =>
      eb.or([
        hostedBy(eb.ref('e.id'), organisationId),
        sql<boolean>`exists (select 1 from event_invitations i where i.event_id = ${eb.ref('e.id')}
          and i.organisation_id = ${organisationId} and i.state = 'accepted')`,
      ]),
    )
  return query
}

function lines(db: Reader, filter: EventFilter) {
  return matching(db, filter)
    .leftJoin('units as u', 'u.id', 'e.unit_id')
    .select([
      'e.id',
      'e.kind',
      'e.title',
      'e.title_en as titleEn',
      'e.purpose',
      'e.state',
      'e.state_reason as stateReason',
      'e.participation',
      'e.unit_id as unitId',
      'u.name as unitName',
      sql<string | null>`coalesce(u.short_name, u.name)`.as('unitShort'),
      'e.first_day as firstDay',
      'e.last_day as lastDay',
      'e.sequence',
      'e.changed_at as changedAt',
      'e.first_starts as firstStarts',
    ])
}

function hostedBy(id: Expression<EventId>, organisationId: OrganisationId): Expression<SqlBool> {
  return sql<boolean>`exists (select 1 from event_hosts h where h.event_id = ${id} and h.organisation_id = ${organisationId})`
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

async function whole(db: Reader, rows: readonly Row[]): Promise<EventLine[]> {
  const ids = rows.map((row) => row.id)
  const [days, hosts] = await Promise.all([daysOf(db, ids), hostsOfEvents(db, ids)])
  const daysById = Map.groupBy(days, (d: EventDay & { readonly eventId: EventId }) => d.eventId)
  const hostsById = Map.groupBy(hosts, (h) => h.eventId)
  return rows.map(({ firstStarts: _, ...row }) => ({
    ...row,
    days: daysById.get(row.id) ?? [],
    hosts: (hostsById.get(row.id) ?? []).map((h) => h.organisationId),
  }))
}

async function hostsOfEvents(db: Reader, ids: readonly EventId[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('event_hosts')
    .select(['event_id as eventId', 'organisation_id as organisationId'])
    .where('event_id', 'in', ids)
    .orderBy('event_id')
    .orderBy('ordinal')
    .execute()
}

/** A page of a list: the latest first. */
export async function listEvents(
  db: Reader,
  filter: EventFilter,
  after = '',
  size = PAGE_SIZE,
): Promise<Page<EventLine>> {
  const from = decodeCursor(after, ['string', 'string'])
  let query = lines(db, filter)
  if (from) query = query.where(sql<boolean>`(e.first_day, e.id) < (${from[0]}::date, ${from[1]}::uuid)`)
  const rows = await query
    .orderBy('e.first_day', 'desc')
    .orderBy('e.id', 'desc')
    .limit(onePast(size))
    .execute()
  const page = cutPage(rows, size, (row) => [row.firstDay.toString(), row.id])
  return { rows: await whole(db, page.rows), next: page.next }
}

const MOST_WITHIN = 1_000

/** Everything that touches a period, in the order in which it happens. At most `limit`. */
export async function eventsWithin(
  db: Reader,
  filter: EventFilter & { readonly period: Period },
  limit = MOST_WITHIN,
): Promise<EventLine[]> {
  const rows = await lines(db, filter)
    .orderBy('e.first_day')
    .orderBy('e.first_starts')
    .orderBy('e.id')
    .limit(limit)
    .execute()
  return whole(db, rows)
}

/** The same by marks only: days of an event are written together with it, so that its look tells of them too. */
export function markEventsWithin(
  db: Reader,
  filter: EventFilter & { readonly period: Period },
): Promise<Mark[]> {
  return matching(db, filter)
    .select(['e.id', lookOf('e').as('look')])
    .orderBy('e.first_day')
    .orderBy('e.first_starts')
    .orderBy('e.id')
    .limit(MOST_WITHIN)
    .execute()
}

/** In no order; those that visitors do not see any more are left out. */
export async function publicEventsOf(db: Reader, ids: readonly string[]): Promise<EventLine[]> {
  const rows = await lines(db, { publicOnly: true }).where(sql<boolean>`e.id = any(${ids}::uuid[])`).execute()
  return whole(db, rows)
}

/** What visitors may come to from a day on. */
export async function eventsAhead(
  db: Reader,
  today: CivilDate,
  limit: number,
  filter: EventFilter = {},
): Promise<EventLine[]> {
  const rows = await lines(db, { ...filter, publicOnly: true })
    .where('e.last_day', '>=', today)
    .where('e.state', 'in', ['announced', 'held'])
    .orderBy('e.first_day')
    .orderBy('e.first_starts')
    .orderBy('e.id')
    .limit(limit)
    .execute()
  return whole(db, rows)
}

export async function lineOf(db: Reader, id: EventId): Promise<EventLine | null> {
  const rows = await lines(db, {}).where('e.id', '=', id).execute()
  return (await whole(db, rows))[0] ?? null
}

export async function yearsWithEvents(db: Reader): Promise<number[]> {
  const rows = await db
    .selectFrom('events')
    .select(sql<number>`extract(year from first_day)::int`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}
