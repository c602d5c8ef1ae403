/** Recommendations of all events, with what became of them. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { Recommendation, RecommendationId, RecommendationState } from '../types/results.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

export type RecommendationLine = Recommendation & {
  readonly eventId: EventId
  readonly eventTitle: string
  readonly eventUnitId: UnitId | null
  readonly firstDay: CivilDate
}

export type RecommendationFilter = {
  readonly state?: RecommendationState | null
  readonly text?: string
  /** Only of events whose results visitors see. */
  readonly publicOnly?: boolean
}

const SHOWN = ['summedUp', 'closed'] as const

function lines(db: Reader, { state, text, publicOnly }: RecommendationFilter) {
  let query = db
    .selectFrom('event_recommendations as r')
    .innerJoin('events as e', 'e.id', 'r.event_id')
    .select([
      'r.id',
      'r.text',
      'r.addressee',
      'r.unit_id as unitId',
      'r.organisation_id as organisationId',
      'r.due',
      'r.state',
      'r.reason',
      'r.decided_on as decidedOn',
      'e.id as eventId',
      'e.title as eventTitle',
      'e.unit_id as eventUnitId',
      'e.first_day as firstDay',
    ])
  if (state) query = query.where('r.state', '=', state)
  if (publicOnly) query = query.where('e.state', 'in', SHOWN)
  if (text) {
    const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([eb('r.text', 'ilike', like), eb('r.addressee', 'ilike', like), eb('e.title', 'ilike', like)]),
    )
  }
  return query
}

/** A page of the list: of the latest event first. */
export async function listRecommendations(
  db: Reader,
  filter: RecommendationFilter,
  after: string,
  size = 20,
): Promise<Page<RecommendationLine>> {
  const from = decodeCursor(after, ['string', 'string'])
  let query = lines(db, filter)
  if (from) query = query.where(sql<boolean>`(e.first_day, r.id) < (${from[0]}::date, ${from[1]}::uuid)`)
  const rows = await query
    .orderBy('e.first_day', 'desc')
    .orderBy('r.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows, size, (row) => [row.firstDay.toString(), row.id])
}

export async function recommendationById(
  db: Reader,
  id: RecommendationId,
): Promise<RecommendationLine | null> {
  return (await lines(db, {}).where('r.id', '=', id).executeTakeFirst()) ?? null
}

export async function recommendationFigures(
  db: Reader,
  publicOnly: boolean,
): Promise<{ readonly all: number; readonly done: number }> {
  let query = db
    .selectFrom('event_recommendations as r')
    .innerJoin('events as e', 'e.id', 'r.event_id')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where r.state = 'done')`.as('done'),
    ])
  if (publicOnly) query = query.where('e.state', 'in', SHOWN)
  return query.executeTakeFirstOrThrow()
}

/** Those that wait for these departments: to be decided, or to be carried out by a day until then. */
export async function recommendationsFor(
  db: Reader,
  units: readonly UnitId[],
  until: CivilDate,
  limit: number,
): Promise<RecommendationLine[]> {
  if (units.length === 0) return []
  return lines(db, { publicOnly: true })
    .where('r.unit_id', 'in', units)
    .where((eb) =>
      eb.or([eb('r.state', '=', 'sent'), eb.and([eb('r.state', '=', 'accepted'), eb('r.due', '<=', until)])]),
    )
    .orderBy(sql`r.due nulls last`)
    .orderBy('r.id')
    .limit(limit)
    .execute()
}
