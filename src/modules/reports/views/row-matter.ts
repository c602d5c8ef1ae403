/** How a measure is told: a line of what it is, then what was done, like a short letter. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import { figure, money } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { percentOf } from '../rules/together.ts'
import { texts } from '../texts/index.ts'
import type { ReportRow, RowState } from '../types.ts'
import { indicatorLine, official, stateWord } from './parts.ts'

/** The state, and beside it what is Ukrainian whatever the language of the page, and money where there was any. */
export function headLine(
  frame: ui.Frame,
  m: {
    readonly state: RowState | null
    readonly own: readonly string[]
    readonly plan: Kopiykas
    readonly cash: Kopiykas
  },
): Html {
  const { locale } = frame
  const own = m.own.filter(Boolean).join(' · ')
  const about = [own && (locale === 'uk' ? own : ui.foreign('uk', own)), moneyWords(frame, m)].filter(Boolean)
  return html`<p>${stateWord(locale, m.state)}${about.length > 0 && html` <span class="soft">${about.map((text) => html` · ${text}`)}</span>`}</p>`
}

/** `заплановано 6 000 грн, касові видатки 1 500 грн (25 %)` */
function moneyWords(
  { locale }: ui.Frame,
  { plan, cash }: { readonly plan: Kopiykas; readonly cash: Kopiykas },
): string {
  if (plan === 0 && cash === 0) return ''
  const percent = percentOf(cash, plan)
  return texts[locale].content.moneyOf(
    plan === 0 ? null : money(locale, plan),
    money(locale, cash),
    percent === null ? null : figure(locale, percent),
  )
}

export function rowMatter(
  frame: ui.Frame,
  row: Pick<
    ReportRow,
    'state' | 'term' | 'result' | 'reason' | 'nextStep' | 'indicators' | 'cashPlan' | 'cashFact'
  >,
): Html {
  const { locale } = frame
  return html`${headLine(frame, { state: row.state, own: [row.term], plan: row.cashPlan, cash: row.cashFact })}${saidOf(
    frame,
    row,
  )}${row.indicators.length > 0 && ui.bullets(row.indicators.map((i) => indicatorLine(locale, i)))}`
}

/** What was done; why not all of it; what comes next. */
export function saidOf({ locale }: ui.Frame, said: Pick<ReportRow, 'result' | 'reason' | 'nextStep'>): Html {
  const t = texts[locale].columns
  const led = (label: string, text: string | null) =>
    text !== null && html`<p>${label}: ${locale === 'uk' ? text : ui.foreign('uk', text)}</p>`
  return html`${official(locale, said.result)}${led(t.reason, said.reason)}${led(t.nextStep, said.nextStep)}`
}
