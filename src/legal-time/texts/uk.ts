import { civilDate } from '../../kernel/civil-date.ts'
import { dayMonth, figure, longDate, pluralUk, ROMAN, weekday } from '../../kernel/texts.ts'
import type { Explanation } from '../explanation.ts'
import { isoDate } from '../holidays.ts'
import type { LegalRule, RuleUnit } from '../rule.ts'
import type { Source } from '../source.ts'
import { actOf, articleKind, groupSkipped, shareText } from './cite.ts'
import { cliUk } from './cli-uk.ts'
import { ruleNamesUk } from './rule-names-uk.ts'
import type { LegalTimeTexts } from './shape.ts'

const long = (iso: string) => longDate('uk', isoDate(iso))
const short = (iso: string) => dayMonth('uk', isoDate(iso))

const SHORT_CODES: Readonly<Record<string, string>> = { '435-IV': 'ЦК України', '322-VIII': 'КЗпП України' }
const OWN_ACTS: Readonly<Record<string, readonly [nominative: string, genitive: string]>> = {
  programme: ['Програма', 'Програми'],
  statute: ['статут громади', 'статуту громади'],
  regulation: ['положення міста', 'положення міста'],
}

function actName(source: Source, genitive: boolean): string {
  const own = OWN_ACTS[source.act]
  if (own) return own[genitive ? 1 : 0]
  const code = SHORT_CODES[source.act]
  if (code) return code
  const act = actOf(source)
  if (act?.kind === 'law') return `${genitive ? 'Закону' : 'Закон'} України № ${act.number}`
  if (act?.kind === 'resolution')
    return `${genitive ? 'постанови' : 'постанова'} Кабінету Міністрів України № ${act.number}`
  return source.act
}

export function citeUk(source: Source): string {
  const kind = articleKind(source.article)
  if (kind === 'place') return `${source.article} ${actName(source, true)}`
  if (kind === 'none') return actName(source, false)
  if (kind === 'subject') return `${actName(source, false)} ${source.article}`
  return `${source.article}, ${actName(source, false)}`
}

function counted(e: Explanation): readonly string[] {
  const c = e.counting
  const rule = e.basis ? ` (${citeUk(e.basis.source)})` : ''
  const start = 'день події не рахується (ст. 253 ЦК України)'
  switch (c.how) {
    case 'workingDaysAfter':
      return c.count === 0
        ? [`день події ${long(c.event)}${rule}`]
        : [`${c.count}-й робочий день після ${long(c.event)}${rule}`, start]
    case 'calendarDaysAfter':
      return c.count === 0
        ? [`день події${rule}`]
        : [`${c.count}-й календарний день після ${long(c.event)}${rule}`, start]
    case 'monthsAfter':
    case 'yearsAfter': {
      const unit = c.how === 'monthsAfter' ? 'months' : 'years'
      const ends = `строк ${amount(c.count, unit)} від ${long(c.event)}${rule} спливає ${long(c.nominal)}`
      return c.lastOfMonth
        ? [`${ends}, останнього дня місяця, бо такого числа в ньому немає (ст. 254 ч. 4 ЦК України)`]
        : [ends]
    }
    case 'workingDaysBefore':
      return c.strict
        ? [`між цим днем і ${long(c.event)} – повних ${amount(c.count, 'workingDays')}${rule}`]
        : [
            `${c.count}-й робочий день, рахуючи назад від ${long(c.event)}${rule}`,
            'сам цей день не рахується',
          ]
    case 'calendarDaysBefore':
      return [`за ${amount(c.count, 'calendarDays')} до ${long(c.event)}${rule}`]
    case 'dayAfterQuarter':
      return [`${c.day}-й день місяця після ${ROMAN[c.quarter.quarter]} кварталу${rule}`]
    case 'dayAfterMonth':
      return [`${c.day}-й день місяця, наступного за звітним${rule}`]
    case 'fixedDay':
      return [`визначений день${rule}`]
  }
}

function nominalClause(e: Explanation): readonly string[] {
  const c = e.counting
  if (!('nominal' in c)) return []
  if (c.nominal === e.date) return c.how === 'calendarDaysAfter' && c.count === 0 ? [] : ['день робочий']
  const why = skippedList(e)
  return c.nominal > e.date
    ? [`${why}, тому діяти треба до останнього робочого дня перед цим включно`]
    : [`${why}, тому строк спливає першого робочого дня після цього (ст. 254 ч. 5 ЦК України)`]
}

function skippedList(e: Explanation): string {
  const { weekends, special } = groupSkipped(e.skipped)
  const total = e.skipped.filter((s) => s.off.reason === 'weekend').length
  const parts: string[] = []
  if (weekends.length > 3) parts.push(`${total} ${pluralUk(total, 'вихідний', 'вихідні', 'вихідних')}`)
  else
    for (const [first, last] of weekends)
      parts.push(`${run(first, last)} – ${first === last ? 'вихідний' : 'вихідні'}`)
  for (const { date, off } of special) {
    if (off.reason === 'holiday')
      parts.push(`${short(date)} – ${off.holidays.map((h) => h.name.uk).join(', ')}`)
    else if (off.reason === 'moved')
      parts.push(
        `${short(date)} – вихідний, перенесений зі свята ${short(off.holidayOn)} (ст. 67 ч. 3 КЗпП України)`,
      )
    else
      parts.push(`${short(date)} – вихідний, відпрацьований ${short(off.workedOn)} (${citeUk(off.source)})`)
  }
  return parts.join(', ')
}

function run(first: string, last: string): string {
  if (first === last) return short(first)
  const [a, b] = [isoDate(first), isoDate(last)]
  return a.month === b.month ? `${a.day}–${short(last)}` : `${short(first)} – ${short(last)}`
}

function suspendedClause(e: Explanation): readonly string[] {
  if (e.suspended.length === 0 || e.martialLaw === null) return []
  const days = e.suspended.map((s) => `${short(s.date)} (${s.holiday.name.uk})`).join(', ')
  const is = e.suspended.length === 1 ? 'не є неробочим днем' : 'не є неробочими днями'
  return [`${days} у воєнний стан ${is} (${citeUk(e.martialLaw)})`]
}

function sentence(e: Explanation): string {
  const date = isoDate(e.date)
  const overridden = e.basis?.overridden
  const clauses = [
    ...counted(e),
    ...('nominal' in e.counting
      ? nominalClause(e)
      : e.skipped.length > 0
        ? [`не враховано: ${skippedList(e)}`]
        : []),
    ...suspendedClause(e),
    ...(overridden ? [ownValue(overridden)] : []),
  ]
  return `${longDate('uk', date)}, ${weekday('uk', date)}: ${clauses.join('; ')}.`
}

function ownValue(o: { readonly decision: string | null; readonly reason: string }): string {
  return `місто встановило своє значення: ${o.decision ? `${o.decision}, ` : ''}${o.reason}`
}

const UNITS: Readonly<Partial<Record<RuleUnit, readonly [one: string, few: string, many: string]>>> = {
  hours: ['година', 'години', 'годин'],
  workingDays: ['робочий день', 'робочі дні', 'робочих днів'],
  calendarDays: ['календарний день', 'календарні дні', 'календарних днів'],
  months: ['місяць', 'місяці', 'місяців'],
  years: ['рік', 'роки', 'років'],
  yearsOfAge: ['рік', 'роки', 'років'],
  pages: ['сторінка', 'сторінки', 'сторінок'],
  timesAYear: ['раз на рік', 'рази на рік', 'разів на рік'],
  timesAQuarter: ['раз на квартал', 'рази на квартал', 'разів на квартал'],
  timesAMonth: ['раз на місяць', 'рази на місяць', 'разів на місяць'],
}
/** «протягом 1 робочого дня, 2 робочих днів»: genitive of one; the genitive of more is the third form above. */
const GENITIVE_OF_ONE: Readonly<Partial<Record<RuleUnit, string>>> = {
  hours: 'години',
  workingDays: 'робочого дня',
  calendarDays: 'календарного дня',
  months: 'місяця',
  years: 'року',
}

function amount(value: number, unit: RuleUnit): string {
  if (unit === 'share') return shareText(value)
  if (unit === 'percent') return `${figure('uk', value)} %`
  if (unit === 'dayOfMonth') return `${value} числа місяця, наступного за звітним періодом`
  if (unit === 'monthDay') return dayMonth('uk', civilDate(2000, Math.floor(value / 100), value % 100))
  const forms = UNITS[unit]
  return forms ? `${figure('uk', value)} ${pluralUk(value, ...forms)}` : figure('uk', value)
}

function value(rule: Pick<LegalRule, 'bound' | 'unit'>, n: number): string {
  switch (rule.bound) {
    case 'within': {
      if (n === 0) return 'того самого дня'
      const one = pluralUk(n, 'one', 'few', 'many') === 'one'
      return `протягом ${figure('uk', n)} ${one ? GENITIVE_OF_ONE[rule.unit] : UNITS[rule.unit]?.[2]}`
    }
    case 'before':
      return `не пізніш як за ${amount(n, rule.unit)}`
    case 'by':
      return `до ${amount(n, rule.unit)}`
    case 'from':
    case 'atLeast':
      return `щонайменше ${amount(n, rule.unit)}`
    case 'atMost':
      return `щонайбільше ${amount(n, rule.unit)}`
    case 'moreThan':
      return `понад ${amount(n, rule.unit)}`
    case 'exactly':
      return amount(n, rule.unit)
  }
}

const verified = {
  L: 'звірено з текстом акта',
  'L-old': 'звірено зі старішою редакцією акта',
  P: 'за публікаціями, текст акта не звірено',
  C: 'за відкритим кодом, текст акта не звірено',
  M: 'не звірено: перевірте за текстом акта',
} as const

export const uk: LegalTimeTexts = {
  ruleNames: ruleNamesUk,
  verified,
  cite: citeUk,
  sentence,
  value,
  rule: ({ rule, value: n, overriddenBy }, name) =>
    `${name}: ${value(rule, n)} (${citeUk(rule.source)}; ${verified[rule.source.verified]})${
      overriddenBy ? `; за законом – ${value(rule, rule.value)}; ${ownValue(overriddenBy)}` : ''
    }.`,
  ruleNotInForce: (name, key, date) => `${name} (${key}): ${longDate('uk', date)} правило не діє.`,
  year: ({ year, total, workingDays }) =>
    `${year} рік: ${total} ${pluralUk(total, ...UNITS.workingDays!)}; за місяцями: ${workingDays.join(', ')}.`,
  cli: cliUk,
}
