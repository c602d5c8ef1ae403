/** By what the public calendar can be narrowed: only what some event of it has. */
import { sql } from 'kysely'
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
  const { rows } = await sql<CalendarChoices>`
    with seen as (select id, kind from events where state <> 'planned')
    select array(select distinct kind from seen) as kinds,
      array(select distinct d.district_id from event_days d join seen on seen.id = d.event_id
        where d.district_id is not null) as districts,
      array(select distinct h.organisation_id from event_hosts h join seen on seen.id = h.event_id
        limit ${MOST_HOSTS}) as hosts`.execute(db)
  return rows[0] ?? { kinds: [], districts: [], hosts: [] }
}
