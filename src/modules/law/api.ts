/** Legal time for other programs: the same answers as the command line gives. */
import { found } from '../../kernel/errors.ts'
import { accept, isRefusal } from '../../kernel/refusal.ts'
import type { Locale } from '../../kernel/texts.ts'
import { yearOfWork } from '../../legal-time/year.ts'
import { apiList, apiQuery, apiSlice } from '../../platform/http/api.ts'
import { anyone, json, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { dueAnswer, dueShape, ruleAnswer, ruleKey, ruleShape, yearShape } from './api/answers.ts'
import { beforeQuery, dueQuery, rulesQuery, yearQuery } from './forms.ts'
import { cityRules } from './index.ts'
import { calendarOf, countTerm } from './rules/count.ts'
import { RULE_KEYS } from './rules/rule-list.ts'
import type { TermQuestion } from './types.ts'

const PATH = '/api/v1/legal-time'

function due(request: WebRequest): Reply {
  const { lang, question } = apiQuery(dueQuery, request)
  return json(dueAnswer(lang, accept(countTerm(question))))
}

function before(request: WebRequest): Reply {
  const { lang, question } = apiQuery(beforeQuery, request)
  return json(dueAnswer(lang, accept(countTerm(question))))
}

function year(request: WebRequest): Reply {
  const query = apiQuery(yearQuery, request)
  const work = yearOfWork(calendarOf(query), query.year)
  return json({
    year: work.year,
    workingDays: work.workingDays,
    total: work.total,
    ...(query.shortened ? { shortened: work.shortened.map(String) } : {}),
  })
}

/** Those in force on the day: about a hundred. */
async function rules(request: WebRequest): Promise<Reply> {
  const { date, lang } = apiQuery(rulesQuery, request)
  const day = date ?? request.ctx.today
  const lookUp = await cityRules(request.ctx.db)
  const rows = RULE_KEYS.flatMap((key) => {
    const resolved = lookUp(key, day)
    return isRefusal(resolved) ? [] : [ruleAnswer(lang, key, resolved, day)]
  })
  return apiList(
    request,
    apiSlice(request, rows, (row) => row.key),
  )
}

async function rule(request: WebRequest): Promise<Reply> {
  const { date, lang } = apiQuery(rulesQuery, request)
  const key = found(ruleKey(request.params['key']), 'rule')
  const day = date ?? request.ctx.today
  const lookUp = await cityRules(request.ctx.db)
  return json(ruleAnswer(lang, key, accept(lookUp(key, day)), day))
}

const api = { tag: 'legal-time' } as const

export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${PATH}/due`,
    policy: anyone,
    cached: true,
    api: {
      ...api,
      summary: 'The last day of a term that begins with an event; exactly one length is given',
      query: dueQuery,
      output: dueShape,
      example: `${PATH}/due?from=2026-03-02&workingDays=5`,
    },
    handle: due,
  },
  {
    method: 'GET',
    path: `${PATH}/before`,
    policy: anyone,
    cached: true,
    api: {
      ...api,
      summary: 'The last day for a deed due so many days before an event',
      query: beforeQuery,
      output: dueShape,
      example: `${PATH}/before?date=2026-05-14&workingDays=10`,
    },
    handle: before,
  },
  {
    method: 'GET',
    path: `${PATH}/year`,
    policy: anyone,
    cached: true,
    api: {
      ...api,
      summary: 'Working days of a year, month by month',
      query: yearQuery,
      output: yearShape,
      example: `${PATH}/year?year=2024`,
    },
    handle: year,
  },
  {
    method: 'GET',
    path: `${PATH}/rules`,
    policy: anyone,
    cached: true,
    api: {
      ...api,
      summary: 'Rules of law in force on a day, with the city’s own values',
      query: rulesQuery,
      output: ruleShape,
      list: true,
      example: `${PATH}/rules?date=2026-05-14`,
    },
    handle: rules,
  },
  {
    method: 'GET',
    path: `${PATH}/rules/:key`,
    policy: anyone,
    cached: true,
    api: {
      ...api,
      summary: 'One rule of law on a day',
      query: rulesQuery,
      output: ruleShape,
      example: `${PATH}/rules/session.draft.publish?date=2014-01-31`,
    },
    handle: rule,
  },
]

/** The address at which a program gets what the calculator shows. */
export function apiAddressOf(question: TermQuestion, locale: Locale): string {
  const { direction, event, count, unit } = question
  const params = new URLSearchParams({
    [direction === 'before' ? 'date' : 'from']: event.toString(),
    [unit]: String(count),
  })
  if (question.strict && direction === 'before') params.set('strict', 'true')
  if (question.week !== '5') params.set('week', question.week)
  if (question.martialLaw !== 'by-date') params.set('martialLaw', question.martialLaw)
  if (question.transfers) params.set('transfers', 'true')
  if (locale !== 'uk') params.set('lang', locale)
  return `${PATH}/${direction === 'before' ? 'before' : 'due'}?${params}`
}
