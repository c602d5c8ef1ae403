/** What readers of news and other sites subscribe to: Atom and JSON Feed 1.1; all, of an organisation, a kind, a direction, a district. */

import { Temporal } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { atomFeed } from '../../../platform/feeds/atom.ts'
import {
  anyone,
  json,
  localPath,
  type Reply,
  type Route,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { withQuery } from '../../../ui/index.ts'
import {
  directions,
  districts,
  kindName,
  type ListEntry,
  organisationById,
} from '../../organisations/index.ts'
import { readKind } from '../forms.ts'
import { excerpt } from '../rules/text.ts'
import { picturesByIds } from '../store/pictures.ts'
import { shownNews } from '../store/shown.ts'
import type { NewsItem } from '../types.ts'
import { bodyHtml, type Pictures } from '../views/article.ts'
import * as views from '../views/public.ts'

const ENTRIES = 50
/** Of a feed without entries. */
const EPOCH = Temporal.Instant.fromEpochMilliseconds(0)

async function asked({ ctx, params }: WebRequest): Promise<views.Narrowed> {
  const { id, kind, direction, district } = params
  const entry = (list: readonly ListEntry[], wanted: string | undefined) =>
    wanted === undefined ? null : found(list.find((e) => e.id === wanted) ?? null, 'list entry')
  return {
    organisation:
      id === undefined
        ? null
        : found(isId(id) ? await organisationById(ctx.db, asId<'organisation'>(id)) : null, 'organisation'),
    kind: kind === undefined ? null : found(readKind(kind), 'kind'),
    direction: entry(direction === undefined ? [] : await directions(ctx.db), direction),
    district: entry(district === undefined ? [] : await districts(ctx.db), district),
  }
}

async function load(request: WebRequest) {
  const { ctx, house, locale } = request
  const of = await asked(request)
  const filter = {
    organisation: of.organisation?.id ?? null,
    kind: of.kind,
    direction: of.direction?.id ?? null,
    district: of.district?.id ?? null,
  }
  const { rows } = await shownNews(ctx.db, ctx.today, filter, '', ENTRIES)
  const pictures = await picturesByIds(
    ctx.db,
    rows.flatMap((r) => r.pictures[0]?.id ?? []),
  )
  const at = (path: string) => house.baseUrl + localPath(locale, path)
  const title = `${views.titleOf(locale, of)}, ${house.city.name[locale]}`
  return { of, rows, pictures, title, at, site: withQuery(views.NEWS, filter) }
}

const changedAt = (n: NewsItem) => n.changedAt ?? n.publishedAt

async function atom(request: WebRequest): Promise<Reply> {
  const { house, locale, frame } = request
  const { of, rows, title, at, site } = await load(request)
  const self = at(views.feedsOf(of).atom)
  const body = atomFeed({
    id: self,
    title,
    self,
    site: at(site),
    lang: 'uk',
    author: house.city.council[locale],
    updated: rows.map(changedAt).reduce((a, b) => (a.since(b).sign > 0 ? a : b), EPOCH),
    entries: rows.map((n) => ({
      id: `urn:uuid:${n.id}`,
      title: n.title,
      href: at(views.newsPath(n.id)),
      published: n.publishedAt,
      updated: changedAt(n),
      summary: excerpt(n.body, 500),
      author: views.nameOf(n, frame),
      category: n.organisationKind,
    })),
  })
  return { kind: 'bytes', type: 'application/atom+xml; charset=utf-8', body }
}

/** https://www.jsonfeed.org/version/1.1/ */
async function jsonFeed(request: WebRequest): Promise<Reply> {
  const { house, locale, frame } = request
  const { of, rows, pictures, title, at, site } = await load(request)
  return {
    ...json({
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: at(site),
      feed_url: at(views.feedsOf(of).json),
      language: 'uk',
      authors: [{ name: house.city.council[locale], url: house.baseUrl }],
      items: rows.map((n) => ({
        id: `urn:uuid:${n.id}`,
        url: at(views.newsPath(n.id)),
        title: n.title,
        content_html: bodyHtml(n.body).toString(),
        content_text: n.body,
        summary: excerpt(n.body),
        ...imageOf(n, pictures, house.baseUrl),
        date_published: n.publishedAt.toString({ smallestUnit: 'second' }),
        date_modified: changedAt(n).toString({ smallestUnit: 'second' }),
        authors: [{ name: views.nameOf(n, frame), url: at(`/organisations/${n.organisationId}`) }],
        tags: [kindName(locale, n.organisationKind)],
        language: 'uk',
      })),
    }),
    type: 'application/feed+json; charset=utf-8',
    // Any page may read it: there is nothing in it but what is public.
    headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' },
  }
}

function imageOf(n: NewsItem, pictures: Pictures, baseUrl: string): { readonly image?: string } {
  const picture = n.pictures[0] && pictures.get(n.pictures[0].id)
  const size = picture?.sizes.at(-1)
  return picture && size ? { image: `${baseUrl}/news/pictures/${picture.id}/${size.width}` } : {}
}

const feed = (path: string, handle: Route['handle'], cached: boolean): Route => ({
  method: 'GET',
  path,
  policy: anyone,
  cached,
  handle,
})

export const feedRoutes: readonly Route[] = [
  '/news',
  '/organisations/:id/news',
  '/news/kinds/:kind/news',
  '/news/directions/:direction/news',
  '/news/districts/:district/news',
].flatMap((base) => [feed(`${base}.atom`, atom, false), feed(`${base}.json`, jsonFeed, true)])
