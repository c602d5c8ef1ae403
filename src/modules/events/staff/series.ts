/** Series, the plan of events and the quarterly summary as documents, settings. */
import {
  type Period,
  parseCivilDate,
  type QuarterNumber,
  quarterOf,
  quarterPeriod,
  yearPeriod,
} from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { documentFormat, documentReply } from '../../../platform/http/document.ts'
import { one, page, type Reply, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { readSetting } from '../../../platform/settings.ts'
import { listUnits } from '../../people/index.ts'
import { FORGET_AFTER_MONTHS } from '../actions/remind.ts'
import { changeSeries, makeNext, makeSeries } from '../actions/series.ts'
import { setForgetting } from '../actions/settings.ts'
import { informationSummary } from '../documents/information-summary.ts'
import { planOfEvents } from '../documents/plan.ts'
import { nothing, seriesForm, settingsForm } from '../forms/office.ts'
import { mayKeepSeries } from '../policy.ts'
import { gapOf, nextSlot } from '../rules/recurrence.ts'
import { readForPlan, readForSummary } from '../store/reports.ts'
import { allSeries, eventsOfSeries, seriesById } from '../store/series.ts'
import { EVENT_KINDS, type EventSeries } from '../types.ts'
import { OFFICE, officePath } from '../views/office-page.ts'
import { planPage } from '../views/plan.ts'
import { seriesFormPage, seriesListPage } from '../views/series.ts'
import { doneKey, idParam, keeps, keepsSeries, reads, sentences } from './common.ts'

async function list(
  request: WebRequest,
  settings: FormState = CLEAN,
  errors: FormState['errors'] = [],
): Promise<Html> {
  const { ctx } = request
  const all = await allSeries(ctx.db)
  const events = await eventsOfSeries(
    ctx.db,
    all.map((s) => s.id),
  )
  const months = (await readSetting(ctx.db, 'events.forgetAfterMonths')) ?? FORGET_AFTER_MONTHS
  return seriesListPage(request.frame, {
    rows: all.map((series) => {
      const own = events.filter((e) => e.seriesId === series.id)
      return {
        series,
        events: own,
        next: nextSlot(series.recurrence, own, ctx.today),
        gap: series.active ? gapOf(series.recurrence, own, ctx.today) : null,
      }
    }),
    keeps: mayKeepSeries(ctx.actor),
    months,
    settings,
    errors,
    done: doneKey(request),
  })
}

type SeriesTyped = ReturnType<(typeof seriesForm)['parse']>

function inputOf(typed: SeriesTyped) {
  return {
    title: typed.title,
    titleEn: typed.titleEn,
    kind: EVENT_KINDS.find((k) => k === typed.kind) ?? ('other' as const),
    unitId: typed.unit,
    recurrence: typed.recurrence,
    active: typed.active,
  }
}

async function formPage(request: WebRequest, form: FormState, series: EventSeries | null): Promise<Html> {
  return seriesFormPage(request.frame, {
    form,
    id: series?.id ?? null,
    units: await listUnits(request.ctx.db, { kind: 'unit' }),
  })
}

function valuesOf(series: EventSeries): FormState['values'] {
  const figures = Object.fromEntries(
    Object.entries(series.recurrence).map(([key, value]) => [key, String(value)]),
  )
  return {
    title: series.title,
    titleEn: series.titleEn ?? '',
    kind: series.kind,
    unit: series.unitId ?? '',
    ...figures,
    active: series.active ? ['yes'] : [],
    version: String(series.version),
  }
}

async function editing(request: WebRequest): Promise<EventSeries> {
  return found(await seriesById(request.ctx.db, idParam(request, 'eventSeries')), 'series')
}

/** What a plan is of: a year, a quarter of it, or the days between two. */
function planPeriod(request: WebRequest): { period: Period; year: number; quarter: QuarterNumber | null } {
  const { query, ctx } = request
  const year = /^\d{4}$/.test(one(query, 'year')) ? Number(one(query, 'year')) : ctx.today.year
  const quarter = ([1, 2, 3, 4] as const).find((q) => String(q) === one(query, 'quarter')) ?? null
  const [from, to] = [parseCivilDate(one(query, 'from')), parseCivilDate(one(query, 'to'))]
  const named = quarter === null ? yearPeriod(year) : quarterPeriod({ year, quarter })
  return {
    period: from && to && to.since(from).sign >= 0 ? { from, to } : named,
    year,
    quarter,
  }
}

async function plan(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const asked = planPeriod(request)
  const kind = EVENT_KINDS.find((k) => k === one(request.query, 'kind')) ?? null
  const rows = await readForPlan(ctx.db, asked.period, kind)
  const format = documentFormat(request)
  const dress = { city: house.city, madeAt: ctx.now, today: ctx.today, demonstration: house.demonstration }
  if (format)
    return documentReply(format, {
      key: null,
      name: `plan-${asked.period.from}-${asked.period.to}`,
      doc: () => planOfEvents({ ...asked, kind, rows }, dress),
    })
  const typed = { from: one(request.query, 'from').slice(0, 20), to: one(request.query, 'to').slice(0, 20) }
  return page(planPage(request.frame, { ...asked, kind, rows, typed }))
}

/** Information days of a quarter: where, who spoke, how many came, what was asked and what became of it. */
async function summary(request: WebRequest): Promise<Reply> {
  const { ctx, house, query } = request
  const now = quarterOf(ctx.today)
  const year = /^\d{4}$/.test(one(query, 'year')) ? Number(one(query, 'year')) : now.year
  const quarter = ([1, 2, 3, 4] as const).find((q) => String(q) === one(query, 'quarter')) ?? now.quarter
  const rows = await readForSummary(ctx.db, quarterPeriod({ year, quarter }))
  return documentReply(documentFormat(request) ?? 'docx', {
    key: null,
    name: `information-days-${year}-${quarter}`,
    doc: () =>
      informationSummary(
        { quarter: { year, quarter }, rows },
        { city: house.city, madeAt: ctx.now, today: ctx.today, demonstration: house.demonstration },
      ),
  })
}

export const seriesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${OFFICE}/series`,
    policy: reads,
    handle: async (request) => page(await list(request)),
  },
  {
    method: 'GET',
    path: `${OFFICE}/series/new`,
    policy: keepsSeries,
    handle: async (request) =>
      page(
        await formPage(
          request,
          { values: { kind: 'informationDay', every: 'quarter', active: ['yes'] }, errors: [] },
          null,
        ),
      ),
  },
  {
    method: 'POST',
    path: `${OFFICE}/series/new`,
    policy: keepsSeries,
    handle: (request) =>
      submit(request, {
        schema: seriesForm,
        act: (typed) => makeSeries(request.ctx, inputOf(typed)),
        done: () => redirect(`${OFFICE}/series?done=saved`),
        sentence: sentences(request),
        again: (form) => formPage(request, form, null),
      }),
  },
  {
    method: 'GET',
    path: `${OFFICE}/series/:id/edit`,
    policy: keepsSeries,
    handle: async (request) => {
      const series = await editing(request)
      return page(await formPage(request, { values: valuesOf(series), errors: [] }, series))
    },
  },
  {
    method: 'POST',
    path: `${OFFICE}/series/:id/edit`,
    policy: keepsSeries,
    handle: async (request) => {
      const series = await editing(request)
      return submit(request, {
        schema: seriesForm,
        act: (typed) => changeSeries(request.ctx, series.id, typed.version ?? 0, inputOf(typed)),
        done: () => redirect(`${OFFICE}/series?done=saved`),
        sentence: sentences(request),
        again: (form) => formPage(request, form, series),
      })
    },
  },
  {
    method: 'POST',
    path: `${OFFICE}/series/:id/next`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: nothing,
        act: () => makeNext(request.ctx, idParam(request, 'eventSeries')),
        done: (id) => redirect(`${officePath(id)}?done=copied`),
        sentence: sentences(request),
        again: (form) => list(request, CLEAN, form.errors),
      }),
  },
  {
    method: 'POST',
    path: `${OFFICE}/settings`,
    policy: keepsSeries,
    handle: (request) =>
      submit(request, {
        schema: settingsForm,
        act: ({ months }) => setForgetting(request.ctx, months),
        done: () => redirect(`${OFFICE}/series?done=saved`),
        sentence: sentences(request),
        again: (form) => list(request, form),
      }),
  },
  { method: 'GET', path: `${OFFICE}/plan`, policy: reads, handle: plan },
  { method: 'GET', path: `${OFFICE}/information-days`, policy: reads, handle: summary },
]
