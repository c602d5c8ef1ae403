/** Addresses for everyone: measures, years, evidence. The same for every reader, so they are kept in the cache. */
import { yearPeriod } from '../../kernel/civil-date.ts'
import { found, NotFound } from '../../kernel/errors.ts'
import { asBytes } from '../../kernel/html.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  anyone,
  localPath,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../platform/http/route.ts'
import { USUAL_SIZE } from '../../platform/keyset.ts'
import { listUnits } from '../people/index.ts'
import { type Programme, programmeById, programmeBySlug } from '../programmes/index.ts'
import { evidenceSheet, yearSheet } from './documents/sheets.ts'
import { readEvidenceFilter, readYear } from './forms/list.ts'
import { yearsWithDuties } from './store/counts.ts'
import * as store from './store/evidence-lists.ts'
import { lifeOf } from './store/measure-life.ts'
import { measureByNumber } from './store/measures.ts'
import { evidenceNames } from './store/names.ts'
import { yearRibbon } from './store/summaries.ts'
import { textsOf } from './texts/index.ts'
import { evidenceFilters } from './views/evidence.ts'
import { evidenceRow, measurePath } from './views/parts.ts'
import * as views from './views/public.ts'

const EXPORT_SIZE = 20_000

function siteOf({ house, locale }: WebRequest): views.Site {
  return { baseUrl: house.baseUrl, council: house.city.council[locale] }
}

async function programmeOf(request: WebRequest): Promise<Programme> {
  return found(await programmeBySlug(request.ctx.db, request.params['slug'] ?? ''), 'programme')
}

async function measure(request: WebRequest): Promise<Reply> {
  const { ctx, locale } = request
  const programme = await programmeOf(request)
  const number = request.params['number'] ?? ''
  const row = found(await measureByNumber(ctx.db, programme.id, number), 'measure')
  const at = localPath(locale, measurePath(programme, row.number))
  // A number that the measure bore once leads to where it is now.
  if (row.number !== number) return redirect(at)
  const life = await lifeOf(ctx.db, programme, row, readYear(request.query), ctx.today)
  return page(
    views.publicMeasurePage(request.frame, siteOf(request), {
      ...life,
      programme,
      measure: row,
      yearHref: (year) => `${at}?year=${year}`,
      dutyHref: null,
      evidenceHref: (line) => localPath(locale, `/evidence/${line.id}`),
      allEvidenceHref: localPath(locale, `/evidence?measure=${row.id}`),
      today: ctx.today,
    }),
  )
}

async function year(request: WebRequest): Promise<Reply> {
  const { ctx, locale } = request
  const programme = await programmeOf(request)
  const wanted = found(readYear(request.params, 'year'), 'year')
  const { from, to } = programme.period
  if (wanted < from.year || wanted > to.year) throw new NotFound('year')
  const [rows, years] = await Promise.all([
    yearRibbon(ctx.db, programme.id, wanted, ctx.today),
    yearsWithDuties(ctx.db, programme.id),
  ])
  const format = exportFormat(request)
  if (format)
    return exportReply(
      request,
      yearSheet(locale, wanted, rows),
      format,
      textsOf(locale).year.fileName(wanted),
    )
  return page(
    views.publicYearPage(request.frame, siteOf(request), {
      programme,
      year: wanted,
      years,
      rows,
      today: ctx.today,
    }),
  )
}

async function list(request: WebRequest): Promise<Reply> {
  const { ctx, locale, remember, draw } = request
  const filter = readEvidenceFilter(request.query)
  const query: store.EvidenceQuery = {
    programmeId: null,
    scope: 'all',
    state: 'recorded',
    ...filter,
    happened: filter.year === null ? null : yearPeriod(filter.year),
  }
  const format = exportFormat(request)
  if (format) {
    const rows = await store.listEvidenceInFull(ctx.db, query, EXPORT_SIZE)
    return exportReply(request, evidenceSheet(locale, rows), format, textsOf(locale).evidence.list.fileName)
  }
  const { after: _, ...filters } = filter
  const filtered = Object.values(filters).some((value) => value !== null && value !== '')
  const count = () => store.countEvidence(ctx.db, query)
  const action = localPath(locale, '/evidence')
  const choices = async () => {
    const [units, years] = await Promise.all([
      remember('units', () => listUnits(ctx.db, { kind: 'unit' })),
      remember('evidence.years', () => store.yearsOfEvidence(ctx.db)),
    ])
    return asBytes(evidenceFilters(locale, { filter, filtered, units, years, action, keep: {} }))
  }
  const [marks, known, total, filterForm] = await Promise.all([
    store.markEvidence(ctx.db, query, filter.after, USUAL_SIZE),
    remember('evidence.names', () => evidenceNames(ctx.db)),
    filtered ? count() : remember('evidence.total', count),
    filtered ? choices() : remember(`evidence.filters ${locale}`, choices),
  ])
  const rows = await draw({
    list: `evidence ${locale}`,
    beside: known.digest,
    marks: marks.rows,
    read: (ids) => store.evidenceLines(ctx.db, ids, 'recorded', known),
    draw: (line) => asBytes(evidenceRow(locale, line, `${action}/${line.id}`, 2)),
  })
  return page(
    views.publicEvidenceList(request.frame, siteOf(request), {
      page: { rows, next: marks.next },
      total,
      state: 'recorded',
      filtered,
      filters: filterForm,
    }),
  )
}

async function evidence(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const id = request.params['id'] ?? ''
  const whole = isId(id) ? await store.evidenceById(db, asId<'evidence'>(id)) : null
  if (whole?.state !== 'recorded') throw new NotFound('evidence')
  const programme = found(await programmeById(db, whole.programmeId), 'programme')
  return page(views.publicEvidencePage(request.frame, siteOf(request), whole, programme))
}

export const publicRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/programmes/:slug/measures/:number',
    policy: anyone,
    cached: true,
    handle: measure,
  },
  { method: 'GET', path: '/programmes/:slug/year/:year', policy: anyone, cached: true, handle: year },
  { method: 'GET', path: '/evidence', policy: anyone, cached: true, handle: list },
  { method: 'GET', path: '/evidence/:id', policy: anyone, cached: true, handle: evidence },
]
