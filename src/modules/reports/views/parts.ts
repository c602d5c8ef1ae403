/** What pages of reports share. */
import { type CivilDate, daysBetween, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import { figure, type Locale, longDate, money, shortDate } from '../../../kernel/texts.ts'
import { cite, sentence } from '../../../legal-time/explain.ts'
import type { Explanation } from '../../../legal-time/explanation.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import * as ui from '../../../ui/index.ts'
import { daysLate } from '../rules/report.ts'
import { rowStates, texts } from '../texts/index.ts'
import type { IndicatorValue, QuarterlyReport, ReportState, RowState } from '../types.ts'

export const REPORTS = '/office/reports'
export const CONSOLIDATED = '/office/consolidated'

export const STITCHES: Readonly<Record<RowState, ui.StitchState>> = {
  done: 'done',
  underWay: 'part',
  partly: 'part',
  notDone: 'late',
  carriedOver: 'carried',
}

/** The id of a measure's part of a page: no full stop in it, so that style sheets and scripts can name it. */
export function measureAnchor(number: string): string {
  return `measure-${number.replaceAll('.', '-')}`
}

export function stateWord(locale: Locale, state: RowState | null): Html {
  return state === null
    ? ui.stateWord({ locale, state: 'none', label: texts[locale].content.none })
    : ui.stateWord({ locale, state: STITCHES[state], label: rowStates[locale][state] })
}

export function reportTag(locale: Locale, state: ReportState): Html {
  const tone = { open: 'plain', submitted: 'info', returned: 'due', accepted: 'done' } as const
  return ui.tag(texts[locale].states[state], tone[state])
}

/** `подано 03.10.2026`, `із запізненням на 3 дні`, `залишилося 12 днів`. */
export function timeliness(
  locale: Locale,
  report: Pick<QuarterlyReport, 'due' | 'firstSubmittedOn'>,
  today: CivilDate,
): Html {
  const t = texts[locale]
  const late = daysLate(report.due, report.firstSubmittedOn, today)
  if (report.firstSubmittedOn) {
    const on = t.submittedOn(shortDate(locale, report.firstSubmittedOn))
    return late > 0 ? html`${on}, ${ui.tag(t.late(late), 'late')}` : html`${on}, ${t.inTime}`
  }
  if (late > 0) return ui.tag(t.lateNow(late), 'late')
  const left = daysBetween(today, report.due)
  return left <= 10 ? ui.tag(t.dueIn(left), 'due') : html`${t.dueIn(left)}`
}

/** Why the report is due on its day: the arithmetic, the law, and the programme's own rule. */
export function whyDue(locale: Locale, explanation: Explanation, ruleText: string | null): Html {
  const { basis, martialLaw } = explanation
  const sources = [basis?.source, martialLaw].flatMap((s) =>
    s ? [{ label: cite(locale, s), ...(s.url ? { href: s.url } : {}) }] : [],
  )
  const rule = ruleText && html` ${texts[locale].report.rule}: ${ui.foreign('uk', `«${ruleText}»`)}`
  return ui.why({ locale, explanation: html`${sentence(locale, explanation)}${rule}`, sources })
}

export function isoDay(locale: Locale, iso: string | null, style: 'short' | 'long' = 'short'): string {
  const day = iso === null ? null : parseCivilDate(iso)
  return day ? (style === 'long' ? longDate : shortDate)(locale, day) : ''
}

export function historyList(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = texts[locale]
  return ui.past({ locale, records, actions: t.actions })
}

/** `Учасники, осіб: план 200, факт 214`. */
export function indicatorLine(locale: Locale, i: IndicatorValue): string {
  const value = (n: number | null) => (n === null ? '–' : figure(locale, n))
  return `${i.name}, ${i.unitName}: ${texts[locale].content.planFact(value(i.plan), value(i.fact))}`
}

export function cashLine(
  locale: Locale,
  row: { readonly cashPlan: Kopiykas; readonly cashFact: Kopiykas },
): string {
  const t = texts[locale].report
  if (row.cashPlan === 0 && row.cashFact === 0) return t.noMoney
  const say = (sum: Kopiykas) => money(locale, sum)
  return t.money(say(row.cashPlan), say(row.cashFact))
}

/** Paragraphs of an official text, marked as Ukrainian where the page is in another language. */
export function official(locale: Locale, text: string): Html {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return html`${lines.map((line) => html`<p${locale === 'uk' ? '' : html` lang="uk"`}>${line}</p>`)}`
}
