/** An event to take along: for a calendar, for a wall. */
import { found } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { documentReply } from '../../../platform/http/document.ts'
import { anyone, type Reply, type Route, type WebRequest } from '../../../platform/http/route.ts'
import { poster } from '../documents/poster.ts'
import { isPublic } from '../rules/state.ts'
import { eventById } from '../store/events.ts'
import { lineOf } from '../store/lists.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { eventTitle } from '../texts/names.ts'
import type { EventLine } from '../types.ts'
import { eventPath } from '../views/calendar/bodies.ts'
import { calendarReply } from './calendar.ts'

/** An event that visitors see; another is not there. */
async function publicLine(request: WebRequest): Promise<EventLine> {
  const text = request.params['id'] ?? ''
  const line = isId(text) ? await lineOf(request.ctx.db, asId<'event'>(text)) : null
  return found(line && isPublic(line.state) ? line : null, 'event')
}

async function oneEvent(request: WebRequest): Promise<Reply> {
  const line = await publicLine(request)
  return calendarReply(request, [line], { name: eventTitle(request.locale, line), file: 'event.ics' })
}

async function posterFile(request: WebRequest): Promise<Reply> {
  const { ctx, house, locale } = request
  const line = await publicLine(request)
  const event = found(await eventById(ctx.db, line.id), 'event')
  const { poster: t } = calendarTexts[locale]
  return documentReply('pdf', {
    key: `event poster ${event.id} ${event.version} ${event.sequence} ${locale}`,
    name: 'poster',
    doc: () =>
      poster({
        locale,
        council: house.city.council[locale],
        event,
        days: line.days,
        host: line.unitName,
        address: `${house.baseUrl}${eventPath(locale, line)}`,
        demonstration: house.demonstration ? t.demonstration : null,
      }),
  })
}

export const eventFileRoutes: readonly Route[] = [
  { method: 'GET', path: '/events/:id/event.ics', policy: anyone, handle: oneEvent },
  { method: 'GET', path: '/events/:id/poster.pdf', policy: anyone, handle: posterFile },
]
