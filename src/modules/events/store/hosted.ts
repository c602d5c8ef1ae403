/** What organisations host, for those who follow them. */
import { sql } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

export type HostedEvent = {
  readonly id: EventId
  readonly title: string
  readonly titleEn: string | null
  readonly firstDay: CivilDate
  readonly announcedAt: Temporal.Instant
  readonly organisations: readonly string[]
  readonly kinds: readonly string[]
  readonly directions: readonly string[]
}

/** Announced from `since` on and before `until`, and not called off. */
export async function hostedEvents(
  db: Reader,
  since: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly HostedEvent[]> {
  const rows = await db
    .selectFrom('events as e')
    .innerJoin('event_hosts as h', 'h.event_id', 'e.id')
    .innerJoin('organisations as o', 'o.id', 'h.organisation_id')
    .leftJoin('organisation_directions as d', 'd.organisation_id', 'o.id')
    .where('e.announced_at', '>=', since)
    .where('e.announced_at', '<', until)
    .where('e.state', 'not in', ['planned', 'cancelled'])
    .groupBy('e.id')
    .select([
      'e.id',
      'e.title',
      'e.title_en as titleEn',
      'e.first_day as firstDay',
      'e.announced_at as announcedAt',
      sql<string[]>`array_agg(distinct o.id::text)`.as('organisations'),
      sql<string[]>`array_agg(distinct o.kind)`.as('kinds'),
      sql<string[]>`array_remove(array_agg(distinct d.direction_id::text), null)`.as('directions'),
    ])
    .orderBy('e.first_day')
    .orderBy('e.id')
    .limit(1_000)
    .execute()
  return rows.flatMap((row) => (row.announcedAt === null ? [] : [{ ...row, announcedAt: row.announcedAt }]))
}
