/** Pages for everybody: how dates are counted, the year, the rules, the acts. */
import { type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts'
import { found } from '../../kernel/errors.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { shortDate } from '../../kernel/texts.ts'
import { calendar } from '../../legal-time/calendar.ts'
import { ACTS } from '../../legal-time/data/acts.ts'
import { isRuleKey, LEGAL_RULES, type RuleKey } from '../../legal-time/data/rules.ts'
import { dueByRule } from '../../legal-time/due-by-rule.ts'
import type { RuleUnit } from '../../legal-time/rule.ts'
import { resolveRule } from '../../legal-time/rules.ts'
import type { Due } from '../../legal-time/terms.ts'
import { yearOfWork } from '../../legal-time/year.ts'
import { anyone, many, one, page, type Route, type WebRequest } from '../../platform/http/route.ts'
import { CLEAN, type FormState, parseForm } from '../../platform/http/submit.ts'
import { apiAddressOf } from './api.ts'
import { calculatorForm, yearForm } from './forms.ts'
import { calendarOf, countTerm } from './rules/count.ts'
import { lineOf, RULE_KEYS, type RuleFilter, rowsOf, selectLines } from './rules/rule-list.ts'
import * as store from './store.ts'
import { texts } from './texts/index.ts'
import { datesPage } from './views/dates.ts'
import { rulePage } from './views/rule.ts'
import { actsPage, rulesPage, VERIFIED, wordsOf } from './views/rules.ts'
import { yearPage } from './views/year.ts'

const DEFAULTS = { direction: 'after', unit: 'workingDays', week: '5', martialLaw: 'by-date' } as const

function dates(request: WebRequest) {
  const { locale, frame } = request
  const values = { ...DEFAULTS, ...request.query }
  if (one(request.query, 'event') === '' && one(request.query, 'count') === '')
    return page(
      datesPage(
        frame,
        { values: { ...values, event: shortDate(locale, frame.today), count: '5' }, errors: [] },
        null,
      ),
    )
  const parsed = parseForm(calculatorForm, request.query, locale)
  if (!parsed.ok) return page(datesPage(frame, { values, errors: parsed.errors }, null), 422)
  const due = countTerm(parsed.value)
  if (isRefusal(due)) {
    const message = texts[locale].refusals[due.refused](due.values ?? {})
    return page(datesPage(frame, { values, errors: [{ field: due.field ?? null, message }] }, null), 422)
  }
  return page(datesPage(frame, { values, errors: [] }, { due, apiHref: apiAddressOf(parsed.value, locale) }))
}

function year(request: WebRequest) {
  const values = { ...DEFAULTS, year: String(request.frame.today.year), ...request.query }
  const parsed = parseForm(yearForm, values, request.locale)
  if (!parsed.ok) return page(yearPage(request.frame, { values, errors: parsed.errors }, null), 422)
  const work = yearOfWork(calendarOf(parsed.value), parsed.value.year)
  return page(yearPage(request.frame, { values, errors: [] }, work))
}

async function rules(request: WebRequest) {
  const { locale } = request
  const overrides = await store.currentValues(request.ctx.db)
  const all = RULE_KEYS.map((key) => lineOf(overrides, key, request.ctx.today))
  const units: readonly RuleUnit[] = [...new Set(all.map((l) => l.row.unit))]
  const filter: RuleFilter = {
    text: one(request.query, 'q').slice(0, 100),
    verified: VERIFIED.find((v) => v === one(request.query, 'verified')) ?? null,
    unit: units.find((u) => u === one(request.query, 'unit')) ?? null,
    own: many(request.query, 'own').length > 0,
  }
  const lines = selectLines(all, filter, (line) => wordsOf(locale, line))
  return page(rulesPage(request.frame, { lines, filter, units, all }))
}

async function rule(request: WebRequest) {
  const { db, today } = request.ctx
  const typed = request.params['key'] ?? ''
  const key = found(isRuleKey(typed) ? typed : null, 'rule')
  const values = await store.valuesOf(db, key)
  const current = values.filter((v) => v.withdrawnAt === null)
  const line = lineOf(current, key, today)
  const counted = countByRule(request, key, (date) => resolveRule(LEGAL_RULES, current, key, date))
  const isTerm = line.resolved !== null && !isRefusal(dueByRule(calendar(), line.resolved, today))
  return page(
    rulePage(request.frame, { line, wordings: rowsOf(key), values, isTerm, ...counted }),
    counted.form.errors.length > 0 ? 422 : 200,
  )
}

/** The rule is the one in force on the day of the event, with the city's value of that day. */
function countByRule(
  request: WebRequest,
  key: RuleKey,
  resolve: (date: CivilDate) => ReturnType<typeof resolveRule>,
): { readonly form: FormState; readonly due: Due | null } {
  const typed = one(request.query, 'event')
  if (typed === '') return { form: CLEAN, due: null }
  const wrong = (message: string) => ({
    form: { values: request.query, errors: [{ field: 'event', message }] },
    due: null,
  })
  const { refusals, rulePage: t } = texts[request.locale]
  const event = parseCivilDate(typed)
  if (event === null) return wrong(t.notADate)
  const resolved = resolve(event)
  if (isRefusal(resolved)) return wrong(refusals.rule_not_in_force({ key }))
  const due = dueByRule(calendar(), resolved, event)
  if (isRefusal(due)) return wrong(refusals.rule_not_a_term({ key }))
  return { form: { values: request.query, errors: [] }, due }
}

function acts(request: WebRequest) {
  const text = one(request.query, 'q').slice(0, 100).trim()
  const on = parseCivilDate(one(request.query, 'on')) ?? request.ctx.today
  const wanted = text.toLowerCase()
  const found = ACTS.filter((a) => `${a.number} ${a.title} ${a.body}`.toLowerCase().includes(wanted))
  return page(actsPage(request.frame, { acts: found, text, on }))
}

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/dates', policy: anyone, cached: true, handle: dates },
  { method: 'GET', path: '/dates/year', policy: anyone, cached: true, handle: year },
  { method: 'GET', path: '/dates/rules', policy: anyone, cached: true, handle: rules },
  { method: 'GET', path: '/dates/rules/:key', policy: anyone, cached: true, handle: rule },
  { method: 'GET', path: '/dates/acts', policy: anyone, cached: true, handle: acts },
]
