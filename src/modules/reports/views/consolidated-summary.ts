/** For the speaker at the session: what matters on one page. And what one version changed of another. */
import { type Html, html } from '../../../kernel/html.ts'
import { money } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { groupParts } from '../rules/parts.ts'
import { rowStates, spanName, texts } from '../texts/index.ts'
import type { ConsolidatedMeasure, FrozenConsolidated } from '../types/frozen.ts'
import { comparison, headFigures, moneyPart, undone } from './consolidated-content.ts'
import { CONSOLIDATED, official } from './parts.ts'

export function summaryPage(frame: ui.Frame, id: string, content: FrozenConsolidated): Html {
  const { locale } = frame
  const t = texts[locale]
  const title = t.consolidated.titleOf(spanName(locale, content, content.programme))
  return ui.page(frame, {
    title,
    lead: t.consolidated.summaryLead,
    breadcrumbs: [
      { label: t.consolidatedTitle, href: CONSOLIDATED },
      { label: title, href: `${CONSOLIDATED}/${id}` },
    ],
    main: html`${headFigures(frame, content)}${ui.section({
      title: t.consolidated.conclusions,
      content: official(locale, content.conclusions),
    })}${ui.section({ title: t.content.undone, content: undone(frame, content) })}${ui.section({
      title: t.content.money,
      content: moneyPart(frame, content),
    })}${
      content.before !== null &&
      ui.section({
        title: t.content.before,
        content: comparison(frame, content.figures, content.before),
      })
    }`,
  })
}

/** Only what differs: words, and each measure's state, results and money. */
export function consolidatedDiff(
  frame: ui.Frame,
  before: FrozenConsolidated,
  after: FrozenConsolidated,
): Html {
  const { locale } = frame
  const t = texts[locale]
  const words = [
    { label: t.consolidated.introduction, before: before.introduction, after: after.introduction },
    { label: t.consolidated.conclusions, before: before.conclusions, after: after.conclusions },
  ]
  const ids = [...new Set([...before.measures, ...after.measures].map((m) => m.measureId))]
  const said = (m: ConsolidatedMeasure | undefined) =>
    m === undefined
      ? null
      : [
          m.state === null ? t.content.none : rowStates[locale][m.state],
          `${t.content.cashShort}: ${money(locale, m.cash)}`,
          ...groupParts(m.parts).map(
            (p) => `${p.labels.join(', ')}: ${[p.result, p.reason].filter(Boolean).join(' ')}`,
          ),
        ].join('\n')
  const measures = ids.map((id) => {
    const [a, b] = [before, after].map((c) => c.measures.find((m) => m.measureId === id))
    return { label: `${(b ?? a)?.number ?? ''}`, before: said(a), after: said(b) }
  })
  const version = (c: FrozenConsolidated) => t.version(c.version)
  return ui.diffView({
    locale,
    caption: t.report.compare,
    rows: [...words, ...measures].filter((row) => row.before !== row.after),
    beforeLabel: `${t.report.before} (${version(before)})`,
    afterLabel: `${t.report.after} (${version(after)})`,
  })
}
