import { civilDate } from '../../kernel/civil-date.ts'
import { dayMonth, figure, longDate, pluralEn, quarterName, weekday } from '../../kernel/texts.ts'
import type { Explanation } from '../explanation.ts'
import { isoDate } from '../holidays.ts'
import type { LegalRule, RuleUnit } from '../rule.ts'
import type { Source } from '../source.ts'
import { actOf, articleKind, groupSkipped, shareText } from './cite.ts'
import { cliEn } from './cli-en.ts'
import { ruleNamesEn } from './rule-names-en.ts'
import type { LegalTimeTexts } from './shape.ts'

const long = (iso: string) => longDate('en', isoDate(iso))
const short = (iso: string) => dayMonth('en', isoDate(iso))

const NAMES: Readonly<Record<string, string>> = {
  '435-IV': 'Civil Code of Ukraine',
  '322-VIII': 'Labour Code of Ukraine',
  programme: 'the Programme',
  statute: 'the community’s statute',
  regulation: 'the city’s regulation',
}

const PARTS: Readonly<Record<string, string>> = {
  Порядок: 'Procedure',
  Положення: 'Regulation',
  'Типове положення': 'Model Regulation',
  'про електронні петиції': 'on e-petitions',
  'про відзнаки': 'on awards',
}

function actName(source: Source): string {
  const name = NAMES[source.act]
  if (name) return name
  const act = actOf(source)
  if (act?.kind === 'law') return `Law of Ukraine No. ${act.number}`
  if (act?.kind === 'resolution') return `Resolution of the Cabinet of Ministers No. ${act.number}`
  return source.act
}

/** `ст. 67 ч. 3–5` → `art. 67 part 3–5`. */
function place(article: string): string {
  return article.replaceAll('ст.', 'art.').replaceAll('ч.', 'part').replaceAll('п.', 'item')
}

export function citeEn(source: Source): string {
  const kind = articleKind(source.article)
  if (kind === 'none') return actName(source)
  const part = PARTS[source.article] ?? place(source.article)
  return kind === 'subject' ? `${actName(source)} ${part}` : `${part}, ${actName(source)}`
}

function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return `${n}${(!teen && ['th', 'st', 'nd', 'rd'][n % 10]) || 'th'}`
}

function counted(e: Explanation): readonly string[] {
  const c = e.counting
  const rule = e.basis ? ` (${citeEn(e.basis.source)})` : ''
  const start = 'the day of the event does not count (art. 253, Civil Code of Ukraine)'
  switch (c.how) {
    case 'workingDaysAfter':
      return c.count === 0
        ? [`the day of the event, ${long(c.event)}${rule}`]
        : [`the ${ordinal(c.count)} working day after ${long(c.event)}${rule}`, start]
    case 'calendarDaysAfter':
      return c.count === 0
        ? [`the day of the event${rule}`]
        : [`the ${ordinal(c.count)} calendar day after ${long(c.event)}${rule}`, start]
    case 'monthsAfter':
    case 'yearsAfter': {
      const unit = c.how === 'monthsAfter' ? 'months' : 'years'
      const ends = `the term of ${amount(c.count, unit)} from ${long(c.event)}${rule} ends on ${long(c.nominal)}`
      return c.lastOfMonth
        ? [
            `${ends}, the last day of the month, which has no such day (art. 254 part 4, Civil Code of Ukraine)`,
          ]
        : [ends]
    }
    case 'workingDaysBefore':
      return c.strict
        ? [`${amount(c.count, 'workingDays')} in full between this day and ${long(c.event)}${rule}`]
        : [
            `the ${ordinal(c.count)} working day counted back from ${long(c.event)}${rule}`,
            'that day does not count',
          ]
    case 'calendarDaysBefore':
      return [`${amount(c.count, 'calendarDays')} before ${long(c.event)}${rule}`]
    case 'dayAfterQuarter':
      return [`the ${ordinal(c.day)} day of the month after ${quarterName('en', c.quarter)}${rule}`]
    case 'dayAfterMonth':
      return [`the ${ordinal(c.day)} day of the month after the reported one${rule}`]
    case 'fixedDay':
      return [`the day named${rule}`]
  }
}

function nominalClause(e: Explanation): readonly string[] {
  const c = e.counting
  if (!('nominal' in c)) return []
  if (c.nominal === e.date) return c.how === 'calendarDaysAfter' && c.count === 0 ? [] : ['a working day']
  const why = skippedList(e)
  return c.nominal > e.date
    ? [`${why}, so it must be done by the last working day before that`]
    : [
        `${why}, so the term ends on the first working day after that (art. 254 part 5, Civil Code of Ukraine)`,
      ]
}

function skippedList(e: Explanation): string {
  const { weekends, special } = groupSkipped(e.skipped)
  const total = e.skipped.filter((s) => s.off.reason === 'weekend').length
  const parts: string[] = []
  if (weekends.length > 3) parts.push(`${total} days off`)
  else
    for (const [first, last] of weekends)
      parts.push(`${run(first, last)} (${pluralEn(first === last ? 1 : 2, 'day', 'days')} off)`)
  for (const { date, off } of special) {
    if (off.reason === 'holiday')
      parts.push(`${short(date)} (${off.holidays.map((h) => h.name.en).join(', ')})`)
    else if (off.reason === 'moved')
      parts.push(
        `${short(date)} (day off moved from the holiday of ${short(off.holidayOn)}: art. 67 part 3, Labour Code of Ukraine)`,
      )
    else parts.push(`${short(date)} (day off, worked on ${short(off.workedOn)}: ${citeEn(off.source)})`)
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
  const days = e.suspended.map((s) => `${short(s.date)} (${s.holiday.name.en})`).join(', ')
  const are = e.suspended.length === 1 ? 'is not a holiday' : 'are not holidays'
  return [`${days} ${are} under martial law (${citeEn(e.martialLaw)})`]
}

function sentence(e: Explanation): string {
  const date = isoDate(e.date)
  const overridden = e.basis?.overridden
  const clauses = [
    ...counted(e),
    ...('nominal' in e.counting
      ? nominalClause(e)
      : e.skipped.length > 0
        ? [`not counted: ${skippedList(e)}`]
        : []),
    ...suspendedClause(e),
    ...(overridden ? [ownValue(overridden)] : []),
  ]
  return `${weekday('en', date)}, ${longDate('en', date)}: ${clauses.join('; ')}.`
}

function ownValue(o: { readonly decision: string | null; readonly reason: string }): string {
  return `the city set its own value: ${o.decision ? `${o.decision}, ` : ''}${o.reason}`
}

const UNITS: Readonly<Partial<Record<RuleUnit, readonly [one: string, other: string]>>> = {
  hours: ['hour', 'hours'],
  workingDays: ['working day', 'working days'],
  calendarDays: ['calendar day', 'calendar days'],
  months: ['month', 'months'],
  years: ['year', 'years'],
  yearsOfAge: ['year of age', 'years of age'],
  pages: ['page', 'pages'],
  timesAYear: ['time a year', 'times a year'],
  timesAQuarter: ['time a quarter', 'times a quarter'],
  timesAMonth: ['time a month', 'times a month'],
}

function amount(value: number, unit: RuleUnit): string {
  if (unit === 'share') return shareText(value)
  if (unit === 'percent') return `${figure('en', value)}%`
  if (unit === 'dayOfMonth') return `the ${ordinal(value)} of the month after the period`
  if (unit === 'monthDay') return dayMonth('en', civilDate(2000, Math.floor(value / 100), value % 100))
  const forms = UNITS[unit]
  return forms ? `${figure('en', value)} ${pluralEn(value, ...forms)}` : figure('en', value)
}

const BOUNDS: Readonly<Record<LegalRule['bound'], string>> = {
  within: 'within ',
  before: 'not later than ',
  by: 'by ',
  from: 'at least ',
  atLeast: 'at least ',
  atMost: 'at most ',
  moreThan: 'more than ',
  exactly: '',
}

function value(rule: Pick<LegalRule, 'bound' | 'unit'>, n: number): string {
  if (rule.bound === 'within' && n === 0) return 'the same day'
  return `${BOUNDS[rule.bound]}${amount(n, rule.unit)}${rule.bound === 'before' ? ' before' : ''}`
}

const verified = {
  L: 'checked against the act',
  'L-old': 'checked against an older wording of the act',
  P: 'from publications, not checked against the act',
  C: 'from public code, not checked against the act',
  M: 'not checked: look it up in the act',
} as const

export const en: LegalTimeTexts = {
  ruleNames: ruleNamesEn,
  verified,
  cite: citeEn,
  sentence,
  value,
  rule: ({ rule, value: n, overriddenBy }, name) =>
    `${name}: ${value(rule, n)} (${citeEn(rule.source)}; ${verified[rule.source.verified]})${
      overriddenBy ? `; by law ${value(rule, rule.value)}; ${ownValue(overriddenBy)}` : ''
    }.`,
  ruleNotInForce: (name, key, date) => `${name} (${key}): not in force on ${longDate('en', date)}.`,
  year: ({ year, total, workingDays }) =>
    `${year}: ${total} working days; by month: ${workingDays.join(', ')}.`,
  cli: cliEn,
}
