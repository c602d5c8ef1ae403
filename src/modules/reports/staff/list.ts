/** The list of quarterly reports, and opening a quarter by hand. */
import { asId, isId } from '../../../kernel/ids.ts'
import { quarterName } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  one,
  type Policy,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { listUnits } from '../../people/index.ts'
import { programmes } from '../../programmes/index.ts'
import { openQuarter } from '../actions/open.ts'
import { openForm } from '../forms.ts'
import * as policies from '../policy.ts'
import { daysLate } from '../rules/report.ts'
import { countReports, listReports, type ReportQuery, reportYears } from '../store/lists.ts'
import { sentenceOf, texts } from '../texts/index.ts'
import { REPORT_STATES, type ReportLine } from '../types.ts'
import { listPage } from '../views/list.ts'
import { REPORTS } from '../views/parts.ts'

const sees: Policy = { name: 'report.see', allows: policies.maySeeReports }
const opens: Policy = { name: 'report.open', allows: policies.mayDecideReports }
const PAGE_SIZE = 50
const EXPORTED = 10_000

function queryOf(request: WebRequest): ReportQuery {
  const { query, ctx } = request
  const year = Number(one(query, 'year'))
  const quarter = ([1, 2, 3, 4] as const).find((q) => String(q) === one(query, 'quarter'))
  const unit = one(query, 'unit')
  const state = one(query, 'state')
  return {
    scope: policies.reportScope(ctx.actor),
    programmeId: null,
    year: Number.isInteger(year) && year > 0 && year < 3000 ? year : null,
    quarter: quarter ?? null,
    unitId: isId(unit) ? asId<'unit'>(unit) : null,
    state: state === 'late' ? 'late' : (REPORT_STATES.find((s) => s === state) ?? null),
    today: ctx.today,
  }
}

async function draw(request: WebRequest, form: FormState = CLEAN) {
  const { db, actor } = request.ctx
  const query = queryOf(request)
  const [rows, total, waiting, years, units] = await Promise.all([
    listReports(db, query, one(request.query, 'after'), PAGE_SIZE),
    countReports(db, query),
    countReports(db, { ...query, year: null, quarter: null, unitId: null, state: 'submitted' }),
    reportYears(db),
    listUnits(db, { kind: 'unit', all: true }),
  ])
  const scope = query.scope
  const opened = one(request.query, 'opened')
  return listPage(request.frame, {
    page: rows,
    total,
    waiting: policies.mayDecideReports(actor) ? waiting : 0,
    query,
    years,
    units: scope === 'all' ? units : units.filter((u) => scope.includes(u.id)),
    programmes: await programmes(db),
    mayOpen: policies.mayDecideReports(actor),
    opened: /^\d{1,5}$/.test(opened) ? Number(opened) : null,
    form,
  })
}

async function list(request: WebRequest): Promise<Reply> {
  const format = exportFormat(request)
  if (!format) return page(await draw(request))
  const { rows } = await listReports(request.ctx.db, queryOf(request), '', EXPORTED)
  return exportReply(request, sheetOf(request, rows), format, 'reports')
}

function sheetOf(request: WebRequest, rows: readonly ReportLine[]): Sheet<ReportLine> {
  const { locale, ctx } = request
  const t = texts[locale]
  return {
    name: t.title,
    rows,
    columns: [
      { key: 'unit', title: t.columns.unit, kind: 'text', value: (r) => r.unitName },
      { key: 'programme', title: t.columns.programme, kind: 'text', value: (r) => r.programmeTitle },
      {
        key: 'quarter',
        title: t.columns.quarter,
        kind: 'text',
        value: (r) => quarterName(locale, r.quarter),
      },
      { key: 'due', title: t.columns.due, kind: 'date', value: (r) => r.due },
      { key: 'state', title: t.columns.state, kind: 'text', value: (r) => t.states[r.state] },
      { key: 'submitted', title: t.columns.submitted, kind: 'date', value: (r) => r.firstSubmittedOn },
      {
        key: 'daysLate',
        title: t.columns.daysLate,
        kind: 'integer',
        value: (r) => daysLate(r.due, r.firstSubmittedOn, ctx.today),
      },
      { key: 'measures', title: t.columns.measures, kind: 'integer', value: (r) => r.measures },
    ],
  }
}

async function open(request: WebRequest): Promise<Reply> {
  return submit(request, {
    schema: openForm,
    act: ({ programme, year, quarter }) => openQuarter(request.ctx, programme, { year, quarter }),
    done: (made) => redirect(`${REPORTS}?opened=${made.length}`),
    sentence: (r) => sentenceOf(request.locale, r),
    again: (form) => draw(request, form),
  })
}

export const listRoutes: readonly Route[] = [
  { method: 'GET', path: REPORTS, policy: sees, handle: list },
  { method: 'POST', path: `${REPORTS}/open`, policy: opens, handle: open },
]
