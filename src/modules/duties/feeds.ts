/** What calendars and readers of news subscribe to. */
import { Temporal } from '../../kernel/civil-date.ts'
import { found } from '../../kernel/errors.ts'
import { atomFeed } from '../../platform/feeds/atom.ts'
import { iCalendar } from '../../platform/feeds/icalendar.ts'
import { anyone, localPath, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { programmeBySlug } from '../programmes/index.ts'
import { publishedEvidence, termsOf } from './store/published.ts'
import { explainDuty } from './texts/explain.ts'
import { textsOf } from './texts/index.ts'
import { happened, measurePath, measureTitle, programmeTitle } from './views/parts.ts'

const ENTRIES = 50
/** Of a feed without entries. */
const EPOCH = Temporal.Instant.fromEpochMilliseconds(0)

async function calendar(request: WebRequest): Promise<Reply> {
  const { ctx, house, locale } = request
  const programme = found(await programmeBySlug(ctx.db, request.params['slug'] ?? ''), 'programme')
  const t = textsOf(locale)
  const host = new URL(house.baseUrl).host
  const terms = await termsOf(ctx.db, programme.id)
  const body = iCalendar({
    name: t.ical.name(programmeTitle(locale, programme)),
    madeAt: ctx.now,
    events: terms.map((term) => ({
      uid: `${term.measureId}-${term.due}@${host}`,
      when: { days: { from: term.due, to: term.due } },
      summary: t.ical.summary(term.number, measureTitle(locale, term)),
      description: [explainDuty(locale, term.explanation), unitsLine(locale, term.units)].join('\n'),
      url: `${house.baseUrl}${localPath(locale, measurePath(programme, term.number))}`,
    })),
  })
  return { kind: 'bytes', type: 'text/calendar; charset=utf-8', body, name: `${programme.slug}.ics` }
}

function unitsLine(locale: WebRequest['locale'], units: readonly string[]): string {
  const [first = '', second, ...rest] = units
  if (second === undefined) return first
  return [first, second, ...(rest.length > 0 ? [textsOf(locale).ical.more(rest.length)] : [])].join('; ')
}

async function evidenceFeed(request: WebRequest): Promise<Reply> {
  const { ctx, house, locale } = request
  const t = textsOf(locale)
  const rows = await publishedEvidence(ctx.db, {}, ENTRIES)
  const address = (path: string) => `${house.baseUrl}${localPath(locale, path)}`
  const body = atomFeed({
    id: address('/evidence.atom'),
    title: t.feed.title(house.city.name[locale]),
    self: address('/evidence.atom'),
    site: address('/evidence'),
    lang: locale,
    author: house.city.council[locale],
    updated: rows.map((e) => e.recordedAt ?? ctx.now).reduce((a, b) => (a.since(b).sign > 0 ? a : b), EPOCH),
    entries: rows.map((e) => ({
      id: `urn:uuid:${e.id}`,
      title: e.title,
      href: address(`/evidence/${e.id}`),
      published: e.recordedAt ?? ctx.now,
      updated: e.recordedAt ?? ctx.now,
      summary: [happened(locale, e.happened), e.place, e.result].filter(Boolean).join('. '),
      author: e.unit ?? house.city.council[locale],
      category: e.kind,
    })),
  })
  return { kind: 'bytes', type: 'application/atom+xml; charset=utf-8', body }
}

export const feedRoutes: readonly Route[] = [
  { method: 'GET', path: '/programmes/:slug/duties.ics', policy: anyone, handle: calendar },
  { method: 'GET', path: '/evidence.atom', policy: anyone, handle: evidenceFeed },
]
