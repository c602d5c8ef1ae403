/** What pages of duties and evidence share: a state as a stitch, a date with its why, a history. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { attributes, type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import type { Programme } from '../../programmes/index.ts'
import { dutyState } from '../rules/duty.ts'
import { explainDuty, stateSentence } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import type { Duty, DutyLine, DutyState, EvidenceLine, MeasureRef } from '../types.ts'

export const STITCH_OF: Readonly<Record<DutyState, ui.StitchState>> = {
  planned: 'plan',
  open: 'due',
  fulfilled: 'done',
  overdue: 'late',
  excused: 'excused',
  carriedOver: 'carried',
}

export function stitchOf(duty: Duty, today: CivilDate): ui.StitchState {
  const state = dutyState(duty, today)
  return state === 'open' && duty.outcome === 'partly' ? 'part' : STITCH_OF[state]
}

export function dutyStateCell(locale: Locale, duty: Duty, today: CivilDate): Html {
  const word = ui.stateWord({
    locale,
    state: stitchOf(duty, today),
    label: stateSentence(locale, duty, today),
  })
  return html`${word}${duty.outcomeReason && html`<br><span class="soft">${duty.outcomeReason}</span>`}`
}

/** The day, and folded beside it why it is this day. */
export function dueCell(locale: Locale, duty: Pick<Duty, 'due' | 'explanation'>, short = true): Html {
  return html`${ui.day({ locale, date: duty.due, style: 'short' })}${ui.why({
    locale,
    explanation: explainDuty(locale, duty.explanation),
    ...(short ? { summary: textsOf(locale).duty.why } : {}),
  })}`
}

/** The unit's short name; the full one shows where the pointer rests. */
export function unitCell(locale: Locale) {
  return ({ unitName, unitLabel }: Pick<DutyLine, 'unitName' | 'unitLabel'>): Html =>
    html`<span${attributes({
      lang: locale !== 'uk' && 'uk',
      title: unitName !== unitLabel && unitName,
    })}>${unitLabel}</span>`
}

export function measureTitle(locale: Locale, measure: Pick<MeasureRef, 'title' | 'titleEn'>): string {
  return locale === 'en' ? (measure.titleEn ?? measure.title) : measure.title
}

export function programmeTitle(locale: Locale, programme: Programme): string {
  return locale === 'en' ? (programme.shortTitleEn ?? programme.shortTitle) : programme.shortTitle
}

export function measurePath(programme: Programme, number: string): string {
  return `/programmes/${programme.slug}/measures/${encodeURIComponent(number)}`
}

export function programmeCrumb(locale: Locale, programme: Programme): ui.Crumb {
  return {
    label: programmeTitle(locale, programme),
    href: localPath(locale, `/programmes/${programme.slug}`),
  }
}

/** `10.06.2026`, or `10.06.2026 – 12.06.2026`. */
export function happened(locale: Locale, { from, to }: EvidenceLine['happened']): string {
  return from === to || from.equals(to)
    ? shortDate(locale, from)
    : textsOf(locale).evidence.page.days(shortDate(locale, from), shortDate(locale, to))
}

/** Evidence as rows: when, what, and of which measures. */
export function evidenceRows(
  locale: Locale,
  lines: readonly EvidenceLine[],
  hrefOf: (line: EvidenceLine) => string,
  empty: string,
): Html {
  return ui.rowList(
    lines.map((line) => evidenceRow(locale, line, hrefOf(line))),
    empty,
  )
}

export function evidenceRow(locale: Locale, line: EvidenceLine, href: string, level: 2 | 3 = 3): Html {
  const t = textsOf(locale).evidence
  return ui.row(
    {
      when: happened(locale, line.happened),
      title: line.title || t.list.untitled,
      href,
      text: [
        t.kinds[line.kind],
        line.unitLabel,
        line.measures.join(', '),
        line.participants === null ? null : t.page.participants(line.participants),
      ]
        .filter(Boolean)
        .join(' · '),
    },
    level,
  )
}

export function historyList(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = textsOf(locale)
  return ui.past({ locale, records, actions: t.actions, details: ({ entry }) => changes(locale, entry) })
}

function changes(locale: Locale, entry: AuditRecord['entry']): Html | null {
  const names = textsOf(locale).facts
  const lines = [
    ...(entry.reason === undefined ? [] : [html`<b>${names['reason']}</b>: ${entry.reason}`]),
    ...Object.entries(names).flatMap(([key, name]) => {
      const [before, after] = [factOf(entry.before, key), factOf(entry.after, key)]
      if (after === null || before === after) return []
      return [html`${name}: ${before !== null && html`<del>${before}</del> `}${after}`]
    }),
  ]
  return lines.length === 0 ? null : ui.bullets(lines)
}

function factOf(facts: unknown, key: string): string | null {
  if (typeof facts !== 'object' || facts === null) return null
  const value = (facts as Readonly<Record<string, unknown>>)[key]
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join('; ')
  return typeof value === 'object' ? null : String(value)
}

/** What came of the last act, told by `?done=` of the address. */
export function doneNotice(locale: Locale, text: string | undefined): Html | null {
  return text === undefined ? null : ui.notice({ locale, tone: 'success', title: text, live: true })
}

/** Addresses of the same page as files, and of its next and first page. */
export function listFoot(
  frame: ui.Frame,
  list: { readonly shown: number; readonly total: number; readonly next: string | null; readonly of: string },
): Html {
  const { locale, path } = frame
  const isFirst = !/[?&]after=/.test(path)
  return html`${ui.pager({
    locale,
    shown: list.shown,
    total: list.total,
    previousHref: isFirst ? null : ui.withQuery(path, { after: null }),
    nextHref: list.next === null ? null : ui.withQuery(path, { after: list.next }),
  })}${ui.exportLinks({
    locale,
    ...ui.tableFiles(path),
    print: true,
    of: list.of,
  })}`
}
