/** One event for everybody, its questions, and the screen of the hall. */
import { setTimeout as sleep } from 'node:timers/promises'
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { qrCode } from '../../../platform/documents/qr.ts'
import {
  anyone,
  localPath,
  page,
  type Reply,
  type Route,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { hashSecret } from '../../../platform/random.ts'
import { organisationsByIds } from '../../organisations/index.ts'
import { unitsByIds } from '../../people/index.ts'
import { type PracticeForTalk, practiceForTalk } from '../../practices/index.ts'
import { additionsOf } from '../events.ts'
import { hasFeature } from '../rules/kinds.ts'
import { registrationOpen } from '../rules/registration.ts'
import { isPublic } from '../rules/state.ts'
import { daysOf } from '../store/days.ts'
import { eventById } from '../store/events.ts'
import { invitationsOf } from '../store/invitations.ts'
import { countsOf, organisationsThatCame } from '../store/participants.ts'
import { hostsOf, itemsOf, materialsOf, peopleOf } from '../store/parts.ts'
import { questionsOf } from '../store/questions.ts'
import { attendanceOf, freePlaces } from '../store/registrations.ts'
import { photosOf, recommendationsOf } from '../store/results.ts'
import { seriesById } from '../store/series.ts'
import { talksOf } from '../store/talks.ts'
import { textsOf } from '../texts/index.ts'
import type { CityEvent, EventDay } from '../types.ts'
import { eventPage, eventPath } from '../views/event.ts'
import { hallPage, questionsFatePage } from '../views/public-questions.ts'

/** The event of the address, where visitors may know of it. */
export async function publicEvent(
  request: WebRequest,
): Promise<{ readonly event: CityEvent; readonly days: readonly EventDay[] }> {
  const text = request.params['id'] ?? ''
  const { db } = request.ctx
  const event = isId(text) ? await eventById(db, asId<'event'>(text)) : null
  const shown = found(event && isPublic(event.state) ? event : null, 'event')
  return { event: shown, days: await daysOf(db, [shown.id]) }
}

async function show(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const { event, days } = await publicEvent(request)
  const done = event.state === 'summedUp' || event.state === 'closed'
  const open = registrationOpen(event, ctx.today) === true
  const [hosts, people, items, materials, questions, unit, free, results] = await Promise.all([
    hostsOf(ctx.db, event.id),
    peopleOf(ctx.db, event.id),
    itemsOf(ctx.db, event.id),
    materialsOf(ctx.db, event.id, true),
    questionsOf(ctx.db, event.id, ['accepted', 'answered', 'grouped']),
    event.unitId ? unitsByIds(ctx.db, [event.unitId]) : null,
    open ? freePlaces(ctx.db, event.id, event.seats) : null,
    done ? resultsOf(request, event) : null,
  ])
  const sections: Html[] = []
  for (const addition of additionsOf(event.kind)) {
    const section = await addition.section?.(request, event)
    if (section) sections.push(section)
  }
  return page(
    eventPage(request.frame, {
      event,
      days,
      unitName: (event.unitId && unit?.get(event.unitId)?.name) ?? null,
      hosts,
      organisations: await organisationsByIds(
        ctx.db,
        hosts.map((h) => h.organisationId),
      ),
      people,
      items,
      materials,
      cards: await cardsOf(request, event),
      series: event.seriesId ? await seriesById(ctx.db, event.seriesId) : null,
      free,
      registrationOpen: open,
      questions: questions.length,
      results,
      sections,
      baseUrl: house.baseUrl,
    }),
  )
}

/** Of accepted talks, as far as the cards are still public. */
async function cardsOf({ ctx }: WebRequest, event: CityEvent): Promise<readonly PracticeForTalk[]> {
  if (!hasFeature(event.kind, 'practiceCards')) return []
  const talks = await talksOf(ctx.db, event.id)
  const ids = talks.flatMap((talk) => (talk.state === 'accepted' ? (talk.practiceId ?? []) : []))
  const cards = await Promise.all(ids.map((id) => practiceForTalk(ctx.db, id)))
  return cards.filter((card) => card !== null)
}

async function resultsOf(request: WebRequest, event: CityEvent) {
  const { db } = request.ctx
  const [attendance, counts, came, photos, recommendations, invited] = await Promise.all([
    attendanceOf(db, event.id),
    countsOf(db, event.id),
    organisationsThatCame(db, event.id),
    photosOf(db, event.id),
    recommendationsOf(db, event.id),
    invitationsOf(db, event.id),
  ])
  const lines = await organisationsByIds(db, came.ids)
  return {
    participants: attendance.checkedIn + attendance.counted,
    counts,
    // Those of the registry alone: what a visitor wrote of himself is nobody else's matter.
    organisations: came.ids.map((id) => lines.get(id)?.name ?? '').filter((name) => name !== ''),
    invited: invited.length,
    photos,
    recommendations,
  }
}

async function questions(request: WebRequest): Promise<Reply> {
  const { event, days } = await publicEvent(request)
  return page(
    questionsFatePage(request.frame, {
      event,
      days,
      questions: await questionsOf(request.ctx.db, event.id, ['accepted', 'answered', 'grouped']),
      mayAsk: event.questionsOpen && (event.state === 'announced' || event.state === 'held'),
    }),
  )
}

/** On the screen: questions that still wait, the newest few. */
const ON_SCREEN = 5

async function hall(request: WebRequest): Promise<Reply> {
  const { ctx, house, locale } = request
  const { event, days } = await publicEvent(request)
  const [items, waiting] = await Promise.all([
    itemsOf(ctx.db, event.id),
    questionsOf(ctx.db, event.id, ['accepted']),
  ])
  const at = items.findIndex((item) => item.id === event.currentItemId)
  const ask = `${house.baseUrl}${localPath(locale, eventPath(event, '/ask'))}`
  return page(
    hallPage(request.frame, {
      event,
      days,
      now: items[at] ?? null,
      next: items[at + 1] ?? null,
      questions: waiting.filter((q) => q.instruction === null).slice(-ON_SCREEN),
      qr: qrCode(ask, textsOf(locale).public.hall.qr),
      address: ask,
      live: localPath(locale, eventPath(event, '/hall/live')),
      state: await hallState(request, event),
    }),
  )
}

/** What the screen shows, as a mark that changes with it. */
async function hallState(request: WebRequest, event: CityEvent): Promise<string> {
  const [now, waiting] = await Promise.all([
    eventById(request.ctx.db, event.id),
    questionsOf(request.ctx.db, event.id, ['accepted']),
  ])
  return hashSecret(
    JSON.stringify([now?.version, now?.currentItemId, waiting.map((q) => [q.number, q.version])]),
  ).slice(0, 16)
}

/** Screens that are answered only when something changes, all together; more than these ask again at once. */
const MOST_HELD = 100
const HELD_SECONDS = 10
let held = 0

/**
 * Server-sent events for the hall's screen. The first answer comes at once; a browser that comes again with what it
 * knows (Last-Event-ID) waits until it is otherwise, or ten seconds, so that no connection stays for good.
 */
async function hallLive(request: WebRequest): Promise<Reply> {
  const { event } = await publicEvent(request)
  const known = request.headers['last-event-id']
  let state = await hallState(request, event)
  if (held < MOST_HELD) {
    held += 1
    try {
      for (let waited = 0; state === known && waited < HELD_SECONDS; waited++) {
        await sleep(1_000)
        state = await hallState(request, event)
      }
    } finally {
      held -= 1
    }
  }
  return {
    kind: 'bytes',
    type: 'text/event-stream; charset=utf-8',
    body: `retry: 2000\nid: ${state}\ndata: ${state}\n\n`,
  }
}

export const eventPageRoutes: readonly Route[] = [
  { method: 'GET', path: '/events/:id', policy: anyone, cached: true, handle: show },
  { method: 'GET', path: '/events/:id/questions', policy: anyone, cached: true, handle: questions },
  { method: 'GET', path: '/events/:id/hall', policy: anyone, cached: true, handle: hall },
  { method: 'GET', path: '/events/:id/hall/live', policy: anyone, handle: hallLive },
]
