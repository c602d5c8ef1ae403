/** What an accepted report says: in the office and for everybody. Only from what was frozen. */

import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { dayMonth } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import type { EvidenceId } from '../../duties/index.ts'
import { rowStates, texts } from '../texts/index.ts'
import type { FrozenEvidence, FrozenReport, FrozenRow } from '../types/frozen.ts'
import { cashLine, indicatorLine, measureAnchor, official } from './parts.ts'
import { rowMatter } from './row-matter.ts'

/** Where it is read, and which of its evidence was withdrawn after it was frozen. */
export type FrozenPlace = {
  readonly area: 'public' | 'office'
  readonly withdrawn: ReadonlySet<EvidenceId>
}

export function frozenReportView(frame: ui.Frame, content: FrozenReport, place: FrozenPlace): Html {
  const { locale } = frame
  const t = texts[locale]
  return html`${content.nothingToDo && ui.notice({ locale, tone: 'info', title: t.nothing })}${content.rows.map(
    (row) => rowView(frame, row, place),
  )}${content.note !== null && ui.section({ title: t.report.note, content: official(locale, content.note) })}`
}

function rowView(frame: ui.Frame, row: FrozenRow, place: FrozenPlace): Html {
  const { locale } = frame
  const t = texts[locale].report
  const title = locale === 'en' && row.titleEn ? row.titleEn : row.title
  const matter = rowMatter(frame, row)
  return ui.section({
    id: measureAnchor(row.number),
    title: t.measureHead(row.number, title),
    content:
      row.evidence.length === 0
        ? matter
        : ui.columns({
            main: matter,
            aside: ui.box({
              title: t.evidence(row.evidence.length),
              content: ui.bullets(row.evidence.map((e) => evidenceLine(frame, e, place))),
            }),
          }),
  })
}

/** The report keeps what it rested on; a page that is no longer there is not linked to. */
function evidenceLine(frame: ui.Frame, e: FrozenEvidence, { area, withdrawn }: FrozenPlace): Html {
  const { locale } = frame
  const day = parseCivilDate(e.from)
  const gone = withdrawn.has(e.id)
  const href = area === 'office' ? `/office/evidence/${e.id}` : localPath(locale, `/evidence/${e.id}`)
  const linked = gone ? e.title : html`<a href="${href}">${e.title}</a>`
  return html`${linked}${day && html`, ${dayMonth(locale, day)}`}${e.place && html`, ${e.place}`}${
    gone && html` <span class="soft">(${texts[locale].report.evidenceGone})</span>`
  }`
}

/** Two versions side by side: only what differs. */
export function versionDiff(frame: ui.Frame, before: FrozenReport, after: FrozenReport): Html {
  const { locale } = frame
  const t = texts[locale]
  const old = new Map(before.rows.map((row) => [row.measureId, row]))
  const now = new Map(after.rows.map((row) => [row.measureId, row]))
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  const rows = ids.flatMap((id) => {
    const [a, b] = [old.get(id), now.get(id)]
    const number = (b ?? a)?.number ?? ''
    const pairs: readonly (readonly [string, string | null, string | null])[] = [
      [t.columns.measureState, stateText(frame, a), stateText(frame, b)],
      [t.columns.result, a?.result ?? null, b?.result ?? null],
      [t.columns.indicators, indicatorText(frame, a), indicatorText(frame, b)],
      [t.columns.cash, a ? cashLine(locale, a) : null, b ? cashLine(locale, b) : null],
      [t.columns.reason, a?.reason ?? null, b?.reason ?? null],
      [t.columns.nextStep, a?.nextStep ?? null, b?.nextStep ?? null],
    ]
    return pairs
      .filter(([, x, y]) => (x ?? '') !== (y ?? ''))
      .map(([label, x, y]) => ({ label: `${number}. ${label}`, before: x, after: y }))
  })
  if ((before.note ?? '') !== (after.note ?? ''))
    rows.push({ label: t.report.note, before: before.note, after: after.note })
  if (before.nothingToDo !== after.nothingToDo)
    rows.push({
      label: t.report.nothingToDo,
      before: before.nothingToDo ? '✓' : null,
      after: after.nothingToDo ? '✓' : null,
    })
  return ui.diffView({
    locale,
    caption: t.report.compare,
    rows,
    beforeLabel: `${t.report.before} (${t.version(before.version)})`,
    afterLabel: `${t.report.after} (${t.version(after.version)})`,
  })
}

function stateText({ locale }: ui.Frame, row: FrozenRow | undefined): string | null {
  return row?.state ? rowStates[locale][row.state] : null
}

function indicatorText({ locale }: ui.Frame, row: FrozenRow | undefined): string | null {
  return row ? row.indicators.map((i) => indicatorLine(locale, i)).join('\n') : null
}
