/** By what the public calendar can be narrowed: only what some event of it has. */
import type { OrganisationId } from '../../organisations/index.ts'
import type { DistrictId, EventKind } from '../types.ts'
import type { Reader } from './days.ts'

const MOST_HOSTS = 300

export type CalendarChoices = {
  readonly kinds: readonly EventKind[]
  readonly districts: readonly DistrictId[]
  readonly hosts: readonly OrganisationId[]
}

export async function calendarChoices(db: Reader): Promise<CalendarChoices> {
  const [kinds, districts, hosts] = await Promise.all([
    db.selectFrom('events').select('kind').distinct().where('state', '<>', 'planned').execute(),
    db
      .selectFrom('event_days as d')
      .innerJoin('events as e', 'e.id', 'd.event_id')
      .select('d.district_id as id')
      .distinct()
      .where('e.state', '<>', 'planned')
      .where('d.district_id', 'is not', null)
      .execute(),
    db
      .selectFrom('event_hosts as h')
      .innerJoin('events as e', 'e.id', 'h.event_id')
      .select('h.organisation_id as id')
      .distinct()
      .where('e.state', '<>', 'planned')
      .limit(MOST_HOSTS)
      .execute(),
  ])
  return {
    kinds: kinds.map((row) => row.kind),
    districts: districts.flatMap((row) => (row.id === null ? [] : [row.id])),
    hosts: hosts.map((row) => row.id),
  }
}
