/** Public addresses: memorial days, monuments. */
import { Temporal } from '../../kernel/civil-date.ts'
import { found } from '../../kernel/errors.ts'
import { iCalendar } from '../../platform/feeds/icalendar.ts'
import { readFile } from '../../platform/files.ts'
import {
  anyone,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  type WebRequest,
} from '../../platform/http/route.ts'
import { type CityEvent, isAhead } from '../events/index.ts'
import { districts } from '../organisations/index.ts'
import { memorialYear, yearOf } from './actions/dates.ts'
import { monumentExport, monumentFilterOf, monumentIdOf } from './staff/monuments.ts'
import { ceremoniesAt, ceremonyOf, wreathsOf } from './store/ceremonies.ts'
import * as store from './store/monuments.ts'
import { texts } from './texts/index.ts'
import { publicCeremony } from './views/ceremony.ts'
import { MEMORIALS, MONUMENTS, monumentName, titleIn } from './views/parts.ts'
import { memorialsPage, monumentPage, monumentsPage } from './views/public.ts'

const CEREMONIES_SHOWN = 50

async function memorials(request: WebRequest): Promise<Reply> {
  const { db, today } = request.ctx
  const year = yearOf(one(request.query, 'year'), today)
  return page(memorialsPage(request.frame, { year, today, days: await memorialYear(db, year) }))
}

/** Two years of whole days, for calendars. */
async function feed(request: WebRequest): Promise<Reply> {
  const { ctx, locale, house } = request
  const years = [ctx.today.year, ctx.today.year + 1]
  const days = (await Promise.all(years.map((year) => memorialYear(ctx.db, year)))).flat()
  const t = texts[locale].calendar
  const host = new URL(house.baseUrl).host
  const body = iCalendar({
    name: `${t.feed}: ${house.city.name[locale]}`,
    madeAt: Temporal.Instant.from(`${ctx.today}T00:00:00Z`),
    events: days.map(({ date, day }) => ({
      uid: `${date.key}-${day.year}@${host}`,
      when: { days: { from: day, to: day } },
      summary: titleIn(locale, date),
      description: [date.silenceAt && t.silence(date.silenceAt), date.sourceText].filter(Boolean).join('\n'),
      url: `${house.baseUrl}${localPath(locale, MEMORIALS)}?year=${day.year}`,
    })),
  })
  return { kind: 'bytes', type: 'text/calendar; charset=utf-8', body }
}

async function monuments(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const { filter, typed } = monumentFilterOf(request)
  const file = await monumentExport(request, filter)
  if (file) return file
  return page(
    monumentsPage(request.frame, {
      page: await store.listMonuments(db, filter, one(request.query, 'after')),
      onMap: await store.monumentsOnMap(db, filter),
      districts: await districts(db),
      filter: typed,
    }),
  )
}

async function monument(request: WebRequest): Promise<Reply> {
  const { ctx, locale, house } = request
  const shown = found(await store.monumentById(ctx.db, monumentIdOf(request)), 'monument')
  const held = await ceremoniesAt(ctx.db, shown.id, { publicOnly: true, limit: CEREMONIES_SHOWN })
  const { latitude, longitude } = shown
  const jsonLd = {
    '@context': 'https://schema.org',
    '@type': 'LandmarksOrHistoricalBuildings',
    name: monumentName(locale, shown),
    address: shown.place,
    url: `${house.baseUrl}${localPath(locale, `${MONUMENTS}/${shown.id}`)}`,
    ...(latitude !== null && longitude !== null
      ? { geo: { '@type': 'GeoCoordinates', latitude, longitude } }
      : {}),
  }
  return page(monumentPage(request.frame, { monument: shown, held, jsonLd }))
}

async function picture(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const { picture: kept } = found(await store.monumentById(db, monumentIdOf(request)), 'monument')
  const file = found(kept && (await readFile(db, kept.fileId)), 'picture')
  return {
    kind: 'bytes',
    type: file.mediaType,
    body: file.bytes,
    headers: { 'cache-control': 'public, max-age=86400' },
  }
}

/** What the public page of an event shows of its ceremony. */
export async function ceremonySection(request: WebRequest, event: CityEvent) {
  const { db } = request.ctx
  const ceremony = await ceremonyOf(db, event.id)
  return publicCeremony(request.locale, {
    ceremony,
    monument: ceremony?.monumentId ? await store.monumentById(db, ceremony.monumentId) : null,
    wreaths: await wreathsOf(db, event.id),
    held: !isAhead(event.state),
  })
}

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: MEMORIALS, policy: anyone, cached: true, handle: memorials },
  { method: 'GET', path: `${MEMORIALS}.ics`, policy: anyone, handle: feed },
  { method: 'GET', path: MONUMENTS, policy: anyone, cached: true, handle: monuments },
  { method: 'GET', path: `${MONUMENTS}/:id`, policy: anyone, cached: true, handle: monument },
  { method: 'GET', path: `${MONUMENTS}/:id/picture.jpg`, policy: anyone, handle: picture },
]
