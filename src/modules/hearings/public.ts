/** Public addresses of hearings: from the day on which they are called. */
import { found } from '../../kernel/errors.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  anyone,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  type WebRequest,
} from '../../platform/http/route.ts'
import { type CityEvent, type EventLine, isPublic, lineOf } from '../events/index.ts'
import { hearingSheet } from './documents/sheets.ts'
import { isPublicHearing } from './rules/state.ts'
import { hearingIdOf } from './staff/read.ts'
import { hearingById, hearingOfEvent, listHearings } from './store/hearings.ts'
import { followUpsOf, minutesOf, proposalsOf } from './store/parts.ts'
import type { Hearing } from './types.ts'
import { HEARINGS, hearingTitle } from './views/parts.ts'
import { hearingsPage, onEventPage, publicHearing } from './views/public.ts'

const EXPORTED = 10_000

/** What visitors may know of its event: nothing as long as that is only planned. */
async function publicEvent(request: WebRequest, hearing: Hearing): Promise<EventLine | null> {
  const event = hearing.eventId ? await lineOf(request.ctx.db, hearing.eventId) : null
  return event && isPublic(event.state) ? event : null
}

async function list(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const filter = { state: null, text: one(request.query, 'q').slice(0, 100), publicOnly: true }
  const format = exportFormat(request)
  if (format) {
    const { rows } = await listHearings(db, filter, '', EXPORTED)
    return exportReply<Hearing>(request, hearingSheet(request.locale, rows), format, 'hearings')
  }
  const shown = await listHearings(db, filter, one(request.query, 'after'))
  const events = await Promise.all(shown.rows.map((h) => publicEvent(request, h)))
  return page(
    hearingsPage(request.frame, {
      page: shown,
      events: new Map(events.flatMap((e) => (e ? [[e.id, e]] : []))),
      called: shown.rows.filter((h) => h.state === 'called').length,
      text: filter.text,
    }),
  )
}

async function show(request: WebRequest): Promise<Reply> {
  const { ctx, locale, house } = request
  const known = await hearingById(ctx.db, hearingIdOf(request))
  const hearing = found(known && isPublicHearing(known.state) ? known : null, 'hearing')
  const [event, minutes, proposals, followUps] = await Promise.all([
    publicEvent(request, hearing),
    minutesOf(ctx.db, hearing.id),
    proposalsOf(ctx.db, hearing.id),
    followUpsOf(ctx.db, hearing.id),
  ])
  const jsonLd = {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    name: hearingTitle(locale, hearing),
    serviceType: 'Public hearing',
    url: `${house.baseUrl}${localPath(locale, `${HEARINGS}/${hearing.id}`)}`,
    provider: { '@type': 'GovernmentOrganization', name: house.city.council[locale] },
  }
  return page(publicHearing(request.frame, { hearing, event, minutes, proposals, followUps, jsonLd }))
}

/** What the public page of an event says of its hearing. */
export async function hearingSection(request: WebRequest, event: CityEvent) {
  const hearing = await hearingOfEvent(request.ctx.db, event.id)
  return hearing && isPublicHearing(hearing.state) ? onEventPage(request.locale, hearing) : null
}

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: HEARINGS, policy: anyone, cached: true, handle: list },
  { method: 'GET', path: `${HEARINGS}/:id`, policy: anyone, cached: true, handle: show },
]
