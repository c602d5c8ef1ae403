/** Addresses of memorial days in the office. */
import { found } from '../../../kernel/errors.ts'
import type { Refused } from '../../../kernel/refusal.ts'
import { historyOf } from '../../../platform/audit.ts'
import {
  one,
  type Policy,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { listUnits } from '../../people/index.ts'
import { addDate, changeDate, decideYear, memorialYear, setTermOfMeasure, yearOf } from '../actions/dates.ts'
import { dateForm, dateValues, emptyForm, yearForm } from '../forms/dates.ts'
import { mayKeepMemorials, maySeeOffice } from '../policy.ts'
import { KNOWN_DATES } from '../rules/data/dates.ts'
import { mergeDates } from '../rules/date.ts'
import { ownDates } from '../store/dates.ts'
import { sentenceOf } from '../texts/index.ts'
import type { MemorialDate } from '../types.ts'
import { datePage, yearPage } from '../views/office-dates.ts'
import { OFFICE } from '../views/parts.ts'

const sees: Policy = { name: 'memorial.see', allows: maySeeOffice }
const keeps: Policy = { name: 'memorial.keep', allows: mayKeepMemorials }

async function draw(
  request: WebRequest,
  forms: { readonly year?: FormState; readonly term?: FormState } = {},
) {
  const { db, actor, today } = request.ctx
  const year = yearOf(one(request.query, 'year'), today)
  const [days, units, records] = await Promise.all([
    memorialYear(db, year),
    listUnits(db),
    historyOf(db, [{ type: 'memorialYear', id: String(year) }]),
  ])
  return yearPage(request.frame, {
    year,
    days,
    units,
    form: forms.year ?? CLEAN,
    term: forms.term ?? CLEAN,
    mayDecide: mayKeepMemorials(actor),
    done: one(request.query, 'done'),
    records,
  })
}

const sentence = (request: WebRequest) => (refusal: Refused['refusals'][number]) =>
  sentenceOf(request.locale, refusal)

function backTo(request: WebRequest, done: string) {
  return redirect(`${OFFICE}?year=${yearOf(one(request.query, 'year'), request.ctx.today)}&done=${done}`)
}

async function dateOf(request: WebRequest): Promise<MemorialDate> {
  const key = request.params['key'] ?? ''
  const dates = mergeDates(KNOWN_DATES, await ownDates(request.ctx.db))
  return found(
    dates.find((date) => date.key === key),
    'memorial date',
  )
}

async function drawDate(request: WebRequest, form?: FormState) {
  const date = await dateOf(request)
  return datePage(request.frame, {
    date,
    form: form ?? { values: dateValues(date), errors: [] },
    mayChange: mayKeepMemorials(request.ctx.actor),
    done: one(request.query, 'done'),
    records: await historyOf(request.ctx.db, [{ type: 'memorialDate', id: date.key }]),
  })
}

const NEW_DATE: FormState = { values: { every: 'yearOn', scope: 'city', verified: 'M' }, errors: [] }

function drawNew(request: WebRequest, form: FormState = NEW_DATE) {
  return datePage(request.frame, { date: null, form, mayChange: true, done: '', records: [] })
}

export const dateRoutes: readonly Route[] = [
  { method: 'GET', path: OFFICE, policy: sees, handle: async (request) => page(await draw(request)) },
  {
    method: 'POST',
    path: OFFICE,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: yearForm,
        act: ({ keep, unitId }) =>
          decideYear(request.ctx, {
            year: yearOf(one(request.query, 'year'), request.ctx.today),
            kept: keep,
            unitId,
          }),
        done: () => backTo(request, 'decided'),
        sentence: sentence(request),
        again: (year) => draw(request, { year }),
      }),
  },
  {
    method: 'POST',
    path: `${OFFICE}/term`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: emptyForm,
        act: () => setTermOfMeasure(request.ctx),
        done: () => backTo(request, 'term'),
        sentence: sentence(request),
        again: (term) =>
          draw(request, { term: { ...term, errors: term.errors.map((e) => ({ ...e, field: null })) } }),
      }),
  },
  { method: 'GET', path: `${OFFICE}/dates/new`, policy: keeps, handle: (request) => page(drawNew(request)) },
  {
    method: 'POST',
    path: `${OFFICE}/dates`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: dateForm,
        act: ({ input }) => addDate(request.ctx, input),
        done: (key) => redirect(`${OFFICE}/dates/${key}?done=saved`),
        sentence: sentence(request),
        again: (form) => drawNew(request, form),
      }),
  },
  {
    method: 'GET',
    path: `${OFFICE}/dates/:key`,
    policy: sees,
    handle: async (request) => page(await drawDate(request)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/dates/:key`,
    policy: keeps,
    handle: async (request) => {
      const { key } = await dateOf(request)
      return submit(request, {
        schema: dateForm,
        act: ({ version, input }) => changeDate(request.ctx, key, version, input),
        done: () => redirect(`${OFFICE}/dates/${key}?done=saved`),
        sentence: sentence(request),
        again: (form) => drawDate(request, form),
      })
    },
  },
]
