/** Addresses for everyone: what was published. */
import { type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts'
import { found, NotFound } from '../../kernel/errors.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import { anyone, one, page, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { deliverFrozen } from './documents/deliver.ts'
import { compare } from './rules/compare.ts'
import * as store from './store/passports.ts'
import { mergedInto, shapesOf } from './store/registry.ts'
import type { Frozen } from './types.ts'
import { PUBLIC } from './views/parts.ts'
import { archivePage, comparePage, noPassportPage, passportPage } from './views/public.ts'
import { archiveSheet } from './views/sheets.ts'

const PAGE = 20
const MOST = 1_000
/** Days offered to compare with: a passport a year. */
const DAYS = 60

function dayOfText(text: string): CivilDate | null {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? parseCivilDate(text) : null
}

async function draw(request: WebRequest, shown: Frozen): Promise<Reply> {
  const file = await deliverFrozen(request, shown)
  if (file) return file
  const { db } = request.ctx
  const [others, versions, shapes] = await Promise.all([
    store.listPublished(db, { year: null, latest: true }, '', DAYS),
    store.publishedVersions(db, shown.asOf),
    shapesOf(db),
  ])
  return page(
    passportPage(request.frame, {
      site: { baseUrl: request.house.baseUrl, council: request.house.city.council[request.locale] },
      shown,
      others: others.rows,
      newestVersion: Math.max(...versions),
      versions,
      shapes,
    }),
  )
}

async function latest(request: WebRequest): Promise<Reply> {
  const shown = await store.latestPublished(request.ctx.db)
  return shown ? draw(request, shown) : page(noPassportPage(request.frame))
}

async function ofDay(request: WebRequest): Promise<Reply> {
  const day = found(dayOfText(request.params['date'] ?? ''), 'passport')
  const asked = one(request.query, 'version')
  if (asked !== '' && !/^\d{1,6}$/.test(asked)) throw new NotFound('version')
  const version = asked === '' ? null : Number(asked)
  return draw(request, found(await store.publishedOn(request.ctx.db, day, version), 'passport'))
}

async function archive(request: WebRequest): Promise<Reply> {
  const year = one(request.query, 'year').trim().slice(0, 4)
  const filter = { year: /^\d{4}$/.test(year) ? Number(year) : null, latest: false }
  const format = exportFormat(request)
  const { db } = request.ctx
  if (format) {
    const { rows } = await store.listPublished(db, filter, '', MOST)
    return exportReply(request, archiveSheet(request.locale, rows), format, 'passports')
  }
  const list = await store.listPublished(db, filter, one(request.query, 'after'), PAGE)
  return page(archivePage(request.frame, { page: list, year }))
}

/** `?from=…&to=…`; without them the two latest. */
async function comparison(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const { rows: days } = await store.listPublished(db, { year: null, latest: true }, '', DAYS)
  const asked = (name: string, usual: CivilDate | undefined) =>
    dayOfText(one(request.query, name)) ?? usual ?? null
  const [a, b] = [asked('from', days[1]?.asOf), asked('to', days[0]?.asOf)]
  const [one_, other] = await Promise.all(
    [a, b].map((day) => (day === null ? null : store.publishedOn(db, day))),
  )
  // Whichever was chosen first: the earlier is what was.
  const [before, after] = [one_ ?? null, other ?? null].sort((x, y) =>
    x && y ? (x.asOf.toString() < y.asOf.toString() ? -1 : 1) : 0,
  )
  const both = before && after && !before.asOf.equals(after.asOf)
  return page(
    comparePage(request.frame, {
      days,
      before: before ?? null,
      after: after ?? null,
      found: both ? compare(before.content, after.content, await mergedInto(db)) : null,
    }),
  )
}

const read = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  policy: anyone,
  cached: true,
  handle,
})

export const publicRoutes: readonly Route[] = [
  read(PUBLIC, latest),
  read(`${PUBLIC}/archive`, archive),
  read(`${PUBLIC}/compare`, comparison),
  read(`${PUBLIC}/:date`, ofDay),
]
