/** Rows that leave the house: open data, API, search, sitemap, pages of organisations. Each names its fields. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { QuestionId } from '../types/question.ts'
import type { EventId, EventKind, EventState, OrganisationId } from '../types.ts'
import type { Reader } from './days.ts'

export type PublishedEvent = {
  readonly id: EventId
  readonly kind: EventKind
  readonly title: string
  readonly titleEn: string | null
  readonly purpose: string | null
  readonly state: EventState
  readonly firstDay: CivilDate
  readonly lastDay: CivilDate
  readonly starts: string | null
  readonly place: string | null
  readonly address: string | null
  readonly unit: string | null
  /** Once summed up. */
  readonly participants: number | null
  readonly summary: string | null
  readonly questions: number
}

export type PublishedFilter = {
  readonly id?: EventId
  readonly kind?: EventKind | null
  readonly from?: CivilDate | null
  readonly to?: CivilDate | null
  readonly text?: string
  readonly organisationId?: OrganisationId
}

const over = sql<boolean>`e.state in ('summedUp', 'closed')`

export async function publishedEvents(
  db: Reader,
  filter: PublishedFilter,
  after: string,
  size: number,
): Promise<Page<PublishedEvent>> {
  const cursor = decodeCursor(after, ['string', 'string'])
  let query = db
    .selectFrom('events as e')
    .leftJoin('units as u', 'u.id', 'e.unit_id')
    .leftJoin('event_days as d', (j) => j.onRef('d.event_id', '=', 'e.id').on('d.ordinal', '=', 0))
    .select([
      'e.id',
      'e.kind',
      'e.title',
      'e.title_en as titleEn',
      'e.purpose',
      'e.state',
      'e.first_day as firstDay',
      'e.last_day as lastDay',
      'e.first_starts as starts',
      'd.place',
      'd.address',
      'u.name as unit',
      sql<number | null>`case when ${over} then
        (select count(*) from event_registrations r where r.event_id = e.id and r.checked_in_at is not null)
        + (select coalesce(sum(c.number), 0) from event_counts c where c.event_id = e.id) end`.as(
        'participants',
      ),
      sql<string | null>`case when ${over} then e.summary end`.as('summary'),
      sql<number>`(select count(*) from event_questions q where q.event_id = e.id
        and q.state in ('accepted', 'answered', 'grouped'))`.as('questions'),
    ])
    .where('e.state', '<>', 'planned')
  if (filter.id) query = query.where('e.id', '=', filter.id)
  if (filter.kind) query = query.where('e.kind', '=', filter.kind)
  if (filter.from) query = query.where('e.last_day', '>=', filter.from)
  if (filter.to) query = query.where('e.first_day', '<=', filter.to)
  if (filter.organisationId)
    query = query.where(sql<boolean>`exists (select 1 from event_hosts h
      where h.event_id = e.id and h.organisation_id = ${filter.organisationId})`)
  if (filter.text) {
    const like = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) => eb.or([eb('e.title', 'ilike', like), eb('e.purpose', 'ilike', like)]))
  }
  if (cursor)
    query = query.where(sql<boolean>`(e.first_day, e.id) < (${cursor[0]}::date, ${cursor[1]}::uuid)`)
  const rows = await query
    .orderBy('e.first_day', 'desc')
    .orderBy('e.id', 'desc')
    .limit(onePast(size))
    .execute()
  const whole = rows.map((row) => ({
    ...row,
    participants: row.participants === null ? null : Number(row.participants),
    questions: Number(row.questions),
  }))
  return cutPage(whole, size, (row) => [row.firstDay.toString(), row.id])
}

export type PublishedQuestion = {
  readonly id: QuestionId
  readonly event: EventId
  readonly number: number
  readonly text: string
  readonly topic: string | null
  readonly state: 'waiting' | 'answered' | 'instructed' | 'grouped'
  readonly answer: string | null
  readonly unit: string | null
  readonly due: CivilDate | null
}

export async function publishedQuestions(db: Reader, limit: number): Promise<PublishedQuestion[]> {
  return db
    .selectFrom('event_questions as q')
    .innerJoin('events as e', 'e.id', 'q.event_id')
    .leftJoin('event_instructions as i', 'i.question_id', 'q.id')
    .leftJoin('units as u', 'u.id', 'i.unit_id')
    .select([
      'q.id',
      'q.event_id as event',
      'q.number',
      'q.text',
      'q.topic',
      sql<PublishedQuestion['state']>`case when q.state = 'grouped' then 'grouped'
        when q.state = 'answered' then 'answered' when i.id is not null then 'instructed' else 'waiting' end`.as(
        'state',
      ),
      'q.answer',
      'u.name as unit',
      'i.due',
    ])
    .where('q.state', 'in', ['accepted', 'answered', 'grouped'])
    .where('e.state', '<>', 'planned')
    .orderBy('q.event_id')
    .orderBy('q.number')
    .limit(limit)
    .execute()
}

export async function publishedAddresses(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('events as e')
    .select([
      'e.id',
      sql<boolean>`exists (select 1 from event_questions q where q.event_id = e.id
        and q.state in ('accepted', 'answered'))`.as('asked'),
    ])
    .where('e.state', '<>', 'planned')
    .orderBy('e.first_day', 'desc')
    .limit(5_000)
    .execute()
  return rows.flatMap((row) => [`/events/${row.id}`, ...(row.asked ? [`/events/${row.id}/questions`] : [])])
}

/** Events that are over and have no results yet, of departments. */
export async function unsummed(
  db: Reader,
  today: CivilDate,
  limit: number,
): Promise<
  {
    readonly id: EventId
    readonly title: string
    readonly unitId: UnitId | null
    readonly lastDay: CivilDate
  }[]
> {
  return db
    .selectFrom('events')
    .select(['id', 'title', 'unit_id as unitId', 'last_day as lastDay'])
    .where('state', 'in', ['announced', 'held'])
    .where('last_day', '<', today)
    .orderBy('last_day')
    .limit(limit)
    .execute()
}
