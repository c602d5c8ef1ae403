/** What everybody reads: the list, one item, its texts, the counter, and the list for another site. */

import { type Quarter, quarterOf } from '../../../kernel/civil-date.ts'
import { found, foundId } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { quarterName } from '../../../kernel/texts.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  anyone,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { readSetting } from '../../../platform/settings.ts'
import {
  directions,
  districts,
  kindName,
  type OrganisationLine,
  organisationById,
} from '../../organisations/index.ts'
import { readKind } from '../forms.ts'
import { quarterKey, readQuarter } from '../rules/quarter.ts'
import { accessOf, quartersDecided, waitedByKind } from '../store/decisions.ts'
import { picturesByIds } from '../store/pictures.ts'
import { publicationById, revisionsOf } from '../store/publications.ts'
import { reasons } from '../store/reasons.ts'
import { kindsShown, shownItem, shownNews } from '../store/shown.ts'
import { silenceNow, silences } from '../store/silence.ts'
import { textsOf } from '../texts/index.ts'
import type { AccessLine, NewsItem, PublicationId } from '../types.ts'
import { accessPage } from '../views/access.ts'
import * as views from '../views/public.ts'

const EXPORT_LIMIT = 10_000
const EMBED_SHOWN = 10
const OTHERS_SHOWN = 5

async function organisationAsked(request: WebRequest): Promise<OrganisationLine | null> {
  const text = one(request.query, 'organisation')
  if (text === '') return null
  return found(
    isId(text) ? await organisationById(request.ctx.db, asId<'organisation'>(text)) : null,
    'organisation',
  )
}

async function list(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const organisation = await organisationAsked(request)
  const kind = readKind(one(request.query, 'kind'))
  const text = one(request.query, 'q').slice(0, 100)
  const [allDirections, allDistricts] = await Promise.all([directions(ctx.db), districts(ctx.db)])
  const direction = allDirections.find((d) => d.id === one(request.query, 'direction')) ?? null
  const district = allDistricts.find((d) => d.id === one(request.query, 'district')) ?? null
  const filter = {
    organisation: organisation?.id ?? null,
    kind,
    direction: direction?.id ?? null,
    district: district?.id ?? null,
    text,
  }
  const format = exportFormat(request)
  if (format) return exportNews(request, filter, format)
  const [rows, kinds, silence] = await Promise.all([
    shownNews(ctx.db, ctx.today, filter, one(request.query, 'after')),
    kindsShown(ctx.db, ctx.today),
    silenceNow(ctx.db, ctx.today),
  ])
  const pictures = await picturesByIds(
    ctx.db,
    rows.rows.flatMap((r) => r.pictures[0]?.id ?? []),
  )
  return page(
    views.listPage(request.frame, {
      page: rows,
      pictures,
      kinds,
      kind,
      direction,
      district,
      directions: allDirections.filter((d) => d.active),
      districts: allDistricts.filter((d) => d.active),
      organisation,
      text,
      silence,
    }),
  )
}

async function exportNews(
  request: WebRequest,
  filter: Parameters<typeof shownNews>[2],
  format: NonNullable<ReturnType<typeof exportFormat>>,
): Promise<Reply> {
  const { ctx, locale, house } = request
  const t = textsOf(locale)
  const { rows } = await shownNews(ctx.db, ctx.today, filter, '', EXPORT_LIMIT)
  return exportReply<NewsItem>(
    request,
    {
      name: t.public.title,
      rows,
      columns: [
        { key: 'title', title: t.cabinet.columns.title, kind: 'text', value: (n) => n.title },
        { key: 'organisation', title: t.public.organisation, kind: 'text', value: (n) => n.organisationName },
        {
          key: 'kind',
          title: t.public.kind,
          kind: 'text',
          value: (n) => kindName(locale, n.organisationKind),
        },
        {
          key: 'publishedAt',
          title: t.cabinet.columns.published,
          kind: 'instant',
          value: (n) => n.publishedAt,
        },
        {
          key: 'url',
          title: t.openData.columns['url']![0],
          kind: 'link',
          value: (n) => ({ text: n.title, href: house.baseUrl + localPath(locale, views.newsPath(n.id)) }),
        },
      ],
    },
    format,
    'news',
  )
}

function idOf(request: WebRequest): PublicationId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'publication', 'news')
}

async function item(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const id = idOf(request)
  const shown = await shownItem(ctx.db, ctx.today, id)
  if (!shown) return gone(request, id)
  const [pictures, more] = await Promise.all([
    picturesByIds(
      ctx.db,
      shown.pictures.map((p) => p.id),
    ),
    shownNews(ctx.db, ctx.today, { organisation: shown.organisationId }, '', OTHERS_SHOWN + 1),
  ])
  const others = more.rows.filter((n) => n.id !== id).slice(0, OTHERS_SHOWN)
  return page(
    views.itemPage(request.frame, { item: shown, pictures, others, baseUrl: request.house.baseUrl }),
  )
}

/** 410 with its reason for what was withdrawn; what is silent comes back, so it is only away: 503 would lie, 404 too. */
async function gone(request: WebRequest, id: PublicationId): Promise<Reply> {
  const { ctx } = request
  const publication = found(await publicationById(ctx.db, id), 'news')
  found(publication.publishedRevision, 'news')
  const reason = (await reasons(ctx.db)).find((r) => r.code === publication.withdrawn?.reason) ?? null
  const silence = await silenceNow(ctx.db, ctx.today)
  return page(
    views.gonePage(request.frame, { publication, reason, silence }),
    publication.withdrawn ? 410 : 200,
  )
}

async function versions(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const shown = found(await shownItem(ctx.db, ctx.today, idOf(request)), 'news')
  const all = await revisionsOf(ctx.db, shown.id)
  return page(
    views.versionsPage(request.frame, { item: shown, seen: all.filter((r) => r.publishedAt !== null) }),
  )
}

async function embed(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const organisation = await organisationAsked(request)
  const filter = { organisation: organisation?.id ?? null, kind: readKind(one(request.query, 'kind')) }
  const [rows, silence, settings] = await Promise.all([
    shownNews(ctx.db, ctx.today, filter, '', EMBED_SHOWN),
    silenceNow(ctx.db, ctx.today),
    readSetting(ctx.db, 'publications'),
  ])
  const body = views.embedPage(request.frame, { page: rows, organisation, silence, baseUrl: house.baseUrl })
  return { kind: 'page', status: 200, body, embedIn: settings?.embedIn ?? [] }
}

async function access(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const now = quarterOf(ctx.today)
  const quarter = readQuarter(one(request.query, 'quarter'), ctx.today) ?? now
  const lines = await accessOf(ctx.db, quarter)
  const known = await reasons(ctx.db)
  const format = exportFormat(request)
  if (format) return exportAccess(request, quarter, lines, format)
  const [waited, decided, periods] = await Promise.all([
    waitedByKind(ctx.db, quarter),
    quartersDecided(ctx.db),
    silences(ctx.db),
  ])
  const all = new Map([now, quarter, ...decided].map((q) => [quarterKey(q), q]))
  const order = (q: Quarter) => q.year * 4 + q.quarter
  return page(
    accessPage(request.frame, {
      quarter,
      quarters: [...all.values()].sort((a, b) => order(b) - order(a)),
      lines,
      waited,
      reasons: known,
      silences: periods.filter((s) => s.cancelledAt === null),
    }),
  )
}

function exportAccess(
  request: WebRequest,
  quarter: Quarter,
  lines: readonly AccessLine[],
  format: NonNullable<ReturnType<typeof exportFormat>>,
): Promise<Reply> {
  const { locale } = request
  const { columns } = textsOf(locale).access
  const count = (key: 'published' | 'edits' | 'returned' | 'upheld' | 'overturned' | 'withdrawn') => ({
    key,
    title: columns[key],
    kind: 'integer' as const,
    value: (l: AccessLine) => l[key],
  })
  return exportReply<AccessLine>(
    request,
    {
      name: quarterName(locale, quarter),
      rows: lines,
      columns: [
        { key: 'organisation', title: columns.organisation, kind: 'text', value: (l) => l.organisationName },
        { key: 'kind', title: columns.kind, kind: 'text', value: (l) => kindName(locale, l.kind) },
        count('published'),
        count('edits'),
        count('returned'),
        count('upheld'),
        count('overturned'),
        count('withdrawn'),
        {
          key: 'waitedDays',
          title: columns.waited,
          kind: 'decimal',
          value: (l) => (l.waited === null ? null : Math.round((l.waited / 24) * 10) / 10),
        },
        {
          key: 'reasons',
          title: columns.reasons,
          kind: 'text',
          value: (l) =>
            Object.entries(l.reasons)
              .map(([code, n]) => `${code}: ${n}`)
              .join('; '),
        },
      ],
    },
    format,
    `news-equal-access-${quarterKey(quarter)}`,
  )
}

const read = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  policy: anyone,
  cached: true,
  handle,
})

export const newsRoutes: readonly Route[] = [
  read(views.NEWS, list),
  read(views.ACCESS, access),
  read(`${views.NEWS}/:id`, item),
  read(`${views.NEWS}/:id/versions`, versions),
  read('/embed/news', embed),
]
