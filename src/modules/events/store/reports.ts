/** What documents about many events read. */
import { sql } from 'kysely'
import type { Period } from '../../../kernel/civil-date.ts'
import { organisationsByIds } from '../../organisations/index.ts'
import type { Question } from '../types/question.ts'
import type { Attendance } from '../types/registration.ts'
import type { CityEvent, EventKind, EventLine, EventPerson } from '../types.ts'
import type { Reader } from './days.ts'
import { eventById } from './events.ts'
import { eventsWithin } from './lists.ts'
import { peopleOf } from './parts.ts'
import { questionsOf } from './questions.ts'
import { attendanceOf } from './registrations.ts'

export type PlanRow = EventLine & {
  /** Departments and organisations with a share of the work, and co-hosts. */
  readonly executors: readonly string[]
}

/** In the order in which they happen; cancelled ones are left out. */
export async function readForPlan(db: Reader, period: Period, kind: EventKind | null): Promise<PlanRow[]> {
  const lines = (await eventsWithin(db, { period, kind })).filter((line) => line.state !== 'cancelled')
  const ids = lines.map((line) => line.id)
  if (ids.length === 0) return []
  const shares = await db
    .selectFrom('event_shares as s')
    .leftJoin('units as u', 'u.id', 's.unit_id')
    .select([
      's.event_id as eventId',
      's.organisation_id as organisationId',
      sql<string | null>`coalesce(u.short_name, u.name)`.as('unit'),
    ])
    .where('s.event_id', 'in', ids)
    .where('s.state', '<>', 'dropped')
    .orderBy('s.created_at')
    .execute()
  const named = await organisationsByIds(db, [
    ...shares.flatMap((s) => s.organisationId ?? []),
    ...lines.flatMap((line) => line.hosts),
  ])
  const nameOf = (id: EventLine['hosts'][number]) => named.get(id)?.shortName ?? named.get(id)?.name ?? ''
  return lines.map((line) => {
    const own = shares.filter((s) => s.eventId === line.id)
    const executors = [
      ...own.flatMap((s) => s.unit ?? []),
      ...line.hosts.map(nameOf),
      ...own.flatMap((s) => (s.organisationId === null ? [] : [nameOf(s.organisationId)])),
    ]
    return { ...line, executors: [...new Set(executors.filter((name) => name !== ''))] }
  })
}

export type SummaryRow = {
  readonly line: EventLine
  readonly event: CityEvent
  readonly people: readonly EventPerson[]
  readonly attendance: Attendance
  readonly questions: readonly Question[]
}

/** Information days that were held in a period. */
export async function readForSummary(db: Reader, period: Period): Promise<SummaryRow[]> {
  const lines = await eventsWithin(db, { period, kind: 'informationDay' })
  const rows: SummaryRow[] = []
  for (const line of lines) {
    if (line.state !== 'held' && line.state !== 'summedUp' && line.state !== 'closed') continue
    const event = await eventById(db, line.id)
    if (!event) continue
    const [people, attendance, questions] = [
      await peopleOf(db, line.id),
      await attendanceOf(db, line.id),
      await questionsOf(db, line.id, ['accepted', 'answered', 'grouped']),
    ]
    rows.push({ line, event, people, attendance, questions })
  }
  return rows
}
