/** What was done, measure by measure, laid out for reading. The table with all columns is in the documents. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, money, ROMAN } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { groupParts, type PartGroup } from '../rules/parts.ts'
import { percentOf } from '../rules/together.ts'
import { texts } from '../texts/index.ts'
import type { ConsolidatedMeasure, FrozenConsolidated } from '../types/frozen.ts'
import { indicatorLine, measureAnchor, official, stateWord } from './parts.ts'

export function measureBlocks(frame: ui.Frame, content: FrozenConsolidated): Html {
  // The first one stands under the rule of the part's own heading.
  return html`${content.measures.map((m, i) =>
    i === 0 ? block(frame, content, m) : html`<section>${block(frame, content, m)}</section>`,
  )}`
}

function block(frame: ui.Frame, content: FrozenConsolidated, m: ConsolidatedMeasure): Html {
  const { locale } = frame
  const title = locale === 'en' && m.titleEn ? m.titleEn : m.title
  // The programme's own words are Ukrainian, whatever the language of the page.
  const own = [m.executorLabels.join(', '), m.term].filter(Boolean).join(' · ')
  const about = [own && (locale === 'uk' ? own : ui.foreign('uk', own)), moneyWords(frame, m)].filter(Boolean)
  return html`${ui.heading({
    level: 3,
    id: measureAnchor(m.number),
    text: texts[locale].report.measureHead(m.number, title),
  })}<p>${stateWord(locale, m.state)} ${about.length > 0 && html`<span class="soft">${about.map((text) => html` · ${text}`)}</span>`}</p>${parts(
    frame,
    content,
    m,
  )}${m.indicators.length > 0 && ui.bullets(m.indicators.map((i) => indicatorLine(locale, i)))}`
}

/** `заплановано 6 000 грн, касові видатки 1 500 грн (25 %)`; nothing where there was no money. */
function moneyWords({ locale }: ui.Frame, m: ConsolidatedMeasure): string {
  if (m.plan === 0 && m.cash === 0) return ''
  const percent = percentOf(m.cash, m.plan)
  return texts[locale].content.moneyOf(
    m.plan === 0 ? null : money(locale, m.plan),
    money(locale, m.cash),
    percent === null ? null : figure(locale, percent),
  )
}

function parts(frame: ui.Frame, content: FrozenConsolidated, m: ConsolidatedMeasure): Html {
  const groups = groupParts(m.parts)
  const several = new Set(m.parts.map((p) => p.unitName)).size > 1
  return html`${groups.map((part) => {
    const who = [
      content.kind === 'quarter' ? '' : `${ROMAN[part.quarter]} ${part.year}`,
      several ? part.labels.join(', ') : '',
    ].filter(Boolean)
    const apart = groups.some((other) => other.state !== part.state)
    return html`${who.length > 0 && html`<p><b>${who.join(', ')}</b>${apart && html` ${stateWord(frame.locale, part.state)}`}</p>`}${said(
      frame,
      part,
    )}`
  })}`
}

function said({ locale }: ui.Frame, part: PartGroup): Html {
  const t = texts[locale].columns
  return html`${official(locale, part.result)}${part.reason !== null && led(locale, t.reason, part.reason)}${
    part.nextStep !== null && led(locale, t.nextStep, part.nextStep)
  }`
}

/** A word of the interface, and after it what was written in Ukrainian. */
export function led(locale: ui.Frame['locale'], label: string, text: string): Html {
  return html`<p>${label}: ${locale === 'uk' ? text : ui.foreign('uk', text)}</p>`
}
