/** Events for other programs: public facts, read by everybody. */
import { z } from 'zod'
import { NotFound } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { choice, optionalDate } from '../../kernel/inputs.ts'
import { apiList, apiPage, apiQuery } from '../../platform/http/api.ts'
import { anyone, json, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { daysOf } from './store/days.ts'
import { type PublishedEvent, publishedEvents } from './store/published.ts'
import { EVENT_KINDS, EVENT_STATES } from './types.ts'

const eventsQuery = z.strictObject({
  kind: choice(EVENT_KINDS).optional(),
  from: optionalDate(),
  to: optionalDate(),
})

const eventShape = z.strictObject({
  id: z.string(),
  kind: z.enum(EVENT_KINDS),
  title: z.string(),
  titleEn: z.string().nullable(),
  purpose: z.string().nullable(),
  state: z.enum(EVENT_STATES),
  firstDay: z.string(),
  lastDay: z.string(),
  starts: z.string().nullable(),
  place: z.string().nullable(),
  address: z.string().nullable(),
  unit: z.string().nullable(),
  participants: z.number().nullable(),
  summary: z.string().nullable(),
  questions: z.number(),
  page: z.string(),
})

const dayShape = z.strictObject({
  day: z.string(),
  starts: z.string().nullable(),
  ends: z.string().nullable(),
  title: z.string().nullable(),
  place: z.string().nullable(),
  address: z.string().nullable(),
  link: z.string().nullable(),
})

function present(baseUrl: string, e: PublishedEvent): z.infer<typeof eventShape> {
  return {
    id: e.id,
    kind: e.kind,
    title: e.title,
    titleEn: e.titleEn,
    purpose: e.purpose,
    state: e.state,
    firstDay: e.firstDay.toString(),
    lastDay: e.lastDay.toString(),
    starts: e.starts,
    place: e.place,
    address: e.address,
    unit: e.unit,
    participants: e.participants,
    summary: e.summary,
    questions: e.questions,
    page: `${baseUrl}/events/${e.id}`,
  }
}

async function list(request: WebRequest): Promise<Reply> {
  const { kind, from, to } = apiQuery(eventsQuery, request)
  const { after, size } = apiPage(request)
  const page = await publishedEvents(request.ctx.db, { kind: kind ?? null, from, to }, after, size)
  return apiList(request, page, (e) => present(request.house.baseUrl, e))
}

async function one(request: WebRequest): Promise<Reply> {
  const id = request.params['id'] ?? ''
  const { db } = request.ctx
  const { rows } = isId(id) ? await publishedEvents(db, { id: asId<'event'>(id) }, '', 1) : { rows: [] }
  const [row] = rows
  if (!row) throw new NotFound('event')
  const days = await daysOf(db, [row.id])
  return json({
    ...present(request.house.baseUrl, row),
    days: days.map((d) => ({
      day: d.day.toString(),
      starts: d.starts,
      ends: d.ends,
      title: d.title,
      place: d.place,
      address: d.address,
      link: d.link,
    })),
  })
}

export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/events',
    policy: anyone,
    cached: true,
    api: {
      summary: 'Events of the city, the latest first; between two days where they are given',
      tag: 'events',
      query: eventsQuery,
      output: eventShape,
      list: true,
      example: '/api/v1/events',
    },
    handle: list,
  },
  {
    method: 'GET',
    path: '/api/v1/events/:id',
    policy: anyone,
    cached: true,
    api: {
      summary: 'One event with its days',
      tag: 'events',
      output: eventShape.extend({ days: z.array(dayShape) }),
    },
    handle: one,
  },
]
