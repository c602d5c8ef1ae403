/** Addresses for everyone: what was accepted and published. */

import type { QuarterNumber } from '../../kernel/civil-date.ts'
import { found, NotFound } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import {
  anyone,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  type WebRequest,
} from '../../platform/http/route.ts'
import { type Programme, programmeBySlug } from '../programmes/index.ts'
import { deliverConsolidated, deliverReport } from './documents/deliver.ts'
import { reportsFeed } from './documents/feed.ts'
import { nameOf } from './search.ts'
import { frozenVersions, publishedVersions, withdrawnSince } from './store/frozen.ts'
import { listReports } from './store/lists.ts'
import { publicReports } from './store/published.ts'
import { latestPublished } from './store/standing.ts'
import { texts } from './texts/index.ts'
import type { Frozen } from './types/frozen.ts'
import type { Span } from './types.ts'
import { addressOf } from './views/addresses.ts'
import * as views from './views/public.ts'

const MOST = 200
const FEED = 50

async function programmeOf(request: WebRequest): Promise<Programme> {
  return found(await programmeBySlug(request.ctx.db, request.params['slug'] ?? ''), 'programme')
}

function siteOf({ house, locale }: WebRequest): views.Site {
  return { baseUrl: house.baseUrl, council: house.city.council[locale] }
}

async function list(request: WebRequest): Promise<Reply> {
  const { db, today } = request.ctx
  const programme = await programmeOf(request)
  const query = {
    scope: 'all' as const,
    programmeId: programme.id,
    year: null,
    quarter: null,
    unitId: null,
    state: null,
    today,
  }
  const [published, { rows }, accepted] = await Promise.all([
    latestPublished(db, programme.id, MOST),
    listReports(db, query, '', MOST),
    publicReports(db, { programme: programme.slug, kind: 'report', latest: true }, '', MOST),
  ])
  return page(
    views.reportsOfProgramme(request.frame, {
      programme,
      published,
      lines: rows,
      accepted: new Set(accepted.rows.map((r) => `${r.unitId} ${r.year} ${r.quarter}`)),
    }),
  )
}

function yearOf(request: WebRequest): number {
  const text = request.params['year'] ?? ''
  if (!/^\d{4}$/.test(text)) throw new NotFound('year')
  return Number(text)
}

function quarterOf(request: WebRequest): QuarterNumber {
  const quarter = ([1, 2, 3, 4] as const).find((q) => String(q) === request.params['quarter'])
  return found(quarter, 'quarter')
}

/** The version that the address names, else the latest. */
function chosen<T>(request: WebRequest, versions: readonly Frozen<T>[]): Frozen<T> | null {
  const wanted = one(request.query, 'version')
  return (wanted === '' ? versions[0] : versions.find((v) => String(v.version) === wanted)) ?? null
}

async function consolidated(request: WebRequest, programme: Programme, span: Span): Promise<Reply | null> {
  const versions = await publishedVersions(request.ctx.db, programme.id, span)
  if (versions.length === 0) return null
  const shown = found(chosen(request, versions), 'version')
  const file = await deliverConsolidated(request, shown)
  return file ?? page(views.consolidatedPublicPage(request.frame, siteOf(request), versions, shown))
}

/** The yearly report; until it is there, what there is of the year. */
async function year(request: WebRequest): Promise<Reply> {
  const programme = await programmeOf(request)
  if (request.params['year'] === 'final') {
    const span: Span = { kind: 'final', year: programme.period.to.year, quarter: null }
    return found(await consolidated(request, programme, span), 'report')
  }
  const wanted = yearOf(request)
  const yearly = await consolidated(request, programme, { kind: 'year', year: wanted, quarter: null })
  if (yearly) return yearly
  const filter = { programme: programme.slug, year: wanted, latest: true }
  const { rows } = await publicReports(request.ctx.db, filter, '', MOST)
  if (rows.length === 0) throw new NotFound('year')
  return page(views.yearPage(request.frame, programme, wanted, rows))
}

async function quarter(request: WebRequest): Promise<Reply> {
  const programme = await programmeOf(request)
  const span: Span = { kind: 'quarter', year: yearOf(request), quarter: quarterOf(request) }
  return found(await consolidated(request, programme, span), 'report')
}

async function executor(request: WebRequest): Promise<Reply> {
  const programme = await programmeOf(request)
  const unit = request.params['unit'] ?? ''
  if (!isId(unit)) throw new NotFound('unit')
  const versions = await frozenVersions(request.ctx.db, {
    programmeId: programme.id,
    unitId: asId<'unit'>(unit),
    quarter: { year: yearOf(request), quarter: quarterOf(request) },
  })
  const shown = found(chosen(request, versions), 'report')
  const file = await deliverReport(request, shown)
  if (file) return file
  const withdrawn = await withdrawnSince(request.ctx.db, shown.content)
  return page(views.executorReportPage(request.frame, siteOf(request), versions, shown, withdrawn))
}

async function feed(request: WebRequest): Promise<Reply> {
  const { house, locale, ctx } = request
  const t = texts[locale]
  const { rows } = await publicReports(ctx.db, {}, '', FEED)
  const address = (path: string) => house.baseUrl + localPath(locale, path)
  return reportsFeed({
    locale,
    self: address('/reports.atom'),
    site: address('/'),
    title: t.public.feed,
    author: house.city.council[locale],
    now: ctx.now,
    entries: rows.map((r) => ({
      id: r.id,
      title: nameOf(locale, r),
      href: `${address(addressOf(r))}?version=${r.version}`,
      updated: r.publishedAt,
      summary: locale === 'en' && r.programmeTitleEn ? r.programmeTitleEn : r.programmeTitle,
    })),
  })
}

const PATH = '/programmes/:slug/reports'

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, policy: anyone, cached: true, handle: list },
  { method: 'GET', path: `${PATH}/:year`, policy: anyone, cached: true, handle: year },
  { method: 'GET', path: `${PATH}/:year/:quarter`, policy: anyone, cached: true, handle: quarter },
  { method: 'GET', path: `${PATH}/:year/:quarter/:unit`, policy: anyone, cached: true, handle: executor },
  { method: 'GET', path: '/reports.atom', policy: anyone, cached: true, handle: feed },
]
