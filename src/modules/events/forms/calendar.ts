/** What an address asks of the public calendar. */
import { asId, isId } from '../../../kernel/ids.ts'
import { one, type WebRequest } from '../../../platform/http/route.ts'
import type { EventFilter } from '../store/lists.ts'
import { EVENT_KINDS } from '../types.ts'
import type { Narrowed } from '../views/calendar/page.ts'

/** What an address narrows the calendar by; what it cannot be is passed over. */
export function narrowedBy({ query }: Pick<WebRequest, 'query'>): {
  readonly filter: EventFilter
  readonly narrowed: Narrowed
} {
  const idOf = <Of extends string>(name: string) => {
    const text = one(query, name)
    return isId(text) ? asId<Of>(text) : null
  }
  const kind = EVENT_KINDS.find((k) => k === one(query, 'kind')) ?? null
  const districtId = idOf<'district'>('district')
  const organisationId = idOf<'organisation'>('organisation')
  return {
    filter: { kind, districtId, organisationId, seriesId: idOf<'eventSeries'>('series'), publicOnly: true },
    narrowed: { kind: kind ?? '', district: districtId ?? '', organisation: organisationId ?? '' },
  }
}
