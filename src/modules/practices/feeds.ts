/** The feed of practices, and what the weekly letter says of them. */
import { Temporal } from '../../kernel/civil-date.ts'
import { digestSources } from '../../platform/digest.ts'
import { atomFeed } from '../../platform/feeds/atom.ts'
import { anyone, localPath, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { organisationLabel } from '../organisations/index.ts'
import { publishedPractices } from './store/published.ts'
import { bilingual, texts } from './texts/index.ts'
import type { Published } from './types.ts'
import { PUBLIC } from './views/parts.ts'
import { shortened } from './views/public.ts'

const ENTRIES = 50
const MOST_A_WEEK = 1_000
/** Of a feed without entries. */
const EPOCH = Temporal.Instant.fromEpochMilliseconds(0)

async function feed(request: WebRequest): Promise<Reply> {
  const { ctx, house, locale } = request
  const { rows } = await publishedPractices(ctx.db, {}, '', ENTRIES)
  const address = (path: string) => `${house.baseUrl}${localPath(locale, path)}`
  const body = atomFeed({
    id: address(`${PUBLIC}.atom`),
    title: texts[locale].feed(house.city.name[locale]),
    self: address(`${PUBLIC}.atom`),
    site: address(PUBLIC),
    lang: locale,
    author: house.city.council[locale],
    updated: rows.map((p) => p.publishedAt).reduce((a, b) => (a.since(b).sign > 0 ? a : b), EPOCH),
    entries: rows.map((p) => ({
      id: `urn:uuid:${p.id}`,
      title: p.content.title,
      href: address(`${PUBLIC}/${p.id}`),
      published: p.firstPublishedAt,
      updated: p.publishedAt,
      summary: shortened(p.content.result ?? ''),
      author: organisationLabel(p.organisation, locale),
      category: p.organisation.kind,
    })),
  })
  return { kind: 'bytes', type: 'application/atom+xml; charset=utf-8', body }
}

export const feedRoutes: readonly Route[] = [
  { method: 'GET', path: `${PUBLIC}.atom`, policy: anyone, handle: feed },
]

export const practiceDigest = digestSources.with({
  title: bilingual((t) => t.title),
  order: 30,
  items: async (db, since, until) => {
    const { rows } = await publishedPractices(db, { since, until }, '', MOST_A_WEEK)
    return rows.map(digestItem)
  },
})

function digestItem(p: Published) {
  return {
    path: `${PUBLIC}/${p.id}`,
    title: { uk: p.content.title, en: p.content.title },
    text: { uk: organisationLabel(p.organisation, 'uk'), en: organisationLabel(p.organisation, 'en') },
    at: p.firstPublishedAt,
    organisations: [
      p.organisation.id,
      ...p.content.partners.flatMap((one) => (one.organisationId ? [one.organisationId] : [])),
    ],
    kinds: [p.organisation.kind],
    directions: p.content.directionId ? [p.content.directionId] : [],
  }
}
