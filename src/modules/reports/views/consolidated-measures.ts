/** What was done, measure by measure, laid out for reading. The table with all columns is in the documents. */
import { type Html, html } from '../../../kernel/html.ts'
import { ROMAN } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { groupParts } from '../rules/parts.ts'
import { texts } from '../texts/index.ts'
import type { ConsolidatedMeasure, FrozenConsolidated } from '../types/frozen.ts'
import { indicatorLine, measureAnchor, stateWord } from './parts.ts'
import { headLine, saidOf } from './row-matter.ts'

export function measureBlocks(frame: ui.Frame, content: FrozenConsolidated): Html {
  // The first one stands under the rule of the part's own heading.
  return html`${content.measures.map((m, i) =>
    i === 0 ? block(frame, content, m) : html`<section>${block(frame, content, m)}</section>`,
  )}`
}

function block(frame: ui.Frame, content: FrozenConsolidated, m: ConsolidatedMeasure): Html {
  const { locale } = frame
  const title = locale === 'en' && m.titleEn ? m.titleEn : m.title
  return html`${ui.heading({
    level: 3,
    id: measureAnchor(m.number),
    text: texts[locale].report.measureHead(m.number, title),
  })}${headLine(frame, { ...m, own: [m.executorLabels.join(', '), m.term] })}${parts(
    frame,
    content,
    m,
  )}${m.indicators.length > 0 && ui.bullets(m.indicators.map((i) => indicatorLine(locale, i)))}`
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
    return html`${who.length > 0 && html`<p><b>${who.join(', ')}</b>${apart && html` ${stateWord(frame.locale, part.state)}`}</p>`}${saidOf(frame, part)}`
  })}`
}
