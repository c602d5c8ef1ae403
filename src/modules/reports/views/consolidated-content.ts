/** What a consolidated report says, in the office and for everybody: only from its content. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import { figure, money, quarterName } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { groupParts } from '../rules/parts.ts'
import { tallied } from '../rules/together.ts'
import { rowStates, texts } from '../texts/index.ts'
import { unstopped, upperFirst } from '../texts/official-uk.ts'
import { tallyWords } from '../texts/state-words.ts'
import type { Arrival, FrozenConsolidated, MoneyLine, SpanFigures, TaskSummary } from '../types/frozen.ts'
import { ROW_STATES } from '../types.ts'
import { measureBlocks } from './consolidated-measures.ts'
import { isoDay, measureAnchor, official, STITCHES } from './parts.ts'

/** Addresses of what a page links to; the office and the public have their own. */
export type ContentLinks = { readonly report?: (arrival: Arrival) => string }

export function consolidatedContent(
  frame: ui.Frame,
  content: FrozenConsolidated,
  links: ContentLinks = {},
): Html {
  const { locale } = frame
  const t = texts[locale].content
  const c = texts[locale].consolidated
  return html`${headFigures(frame, content)}${ui.section({ title: c.introduction, content: official(locale, content.introduction) })}${ui.section(
    {
      title: t.arrivals,
      content: arrivalTable(frame, content, links),
    },
  )}${ui.section({ title: t.tasks, content: taskTable(frame, content.tasks) })}${ui.section({
    title: t.measures,
    content: measureBlocks(frame, content),
  })}${ui.section({ title: t.undone, content: undone(frame, content) })}${ui.section({
    title: t.money,
    content: moneyPart(frame, content),
  })}${content.before !== null && ui.section({ title: t.before, content: comparison(frame, content.figures, content.before) })}${ui.section(
    {
      title: c.conclusions,
      content: official(locale, content.conclusions),
    },
  )}`
}

/** The picture first: how many measures in each state, who came to the work, what it cost. */
export function headFigures(frame: ui.Frame, content: FrozenConsolidated): Html {
  const { locale } = frame
  const t = texts[locale].content
  const { tally, events, participants, cash } = content.figures
  const states = ROW_STATES.filter((s) => tally[s] > 0)
  return html`${ui.figures([
    {
      value: `${figure(locale, tally.done + tally.underWay)} / ${figure(locale, content.measures.length)}`,
      label: `${rowStates[locale].done}, ${rowStates[locale].underWay}`,
    },
    { value: figure(locale, events), label: t.events },
    { value: figure(locale, participants), label: t.participants },
    { value: money(locale, cash), label: t.cashShort },
  ])}${
    tallied(tally) > 0 &&
    ui.columnChart({
      locale,
      caption: t.states,
      points: states.map((s) => ({
        label: rowStates[locale][s],
        value: tally[s],
        ...(s === 'notDone' ? { tone: 'late' as const } : {}),
      })),
    })
  }`
}

function arrivalTable(frame: ui.Frame, content: FrozenConsolidated, links: ContentLinks): Html {
  const { locale } = frame
  const t = texts[locale]
  const words = { accepted: t.content.accepted, submitted: t.content.waiting, missing: t.content.missing }
  const tones = { accepted: 'done', submitted: 'due', missing: 'late' } as const
  return ui.table<Arrival>({
    locale,
    caption: t.content.arrivals,
    captionHidden: true,
    rows: content.arrivals,
    columns: [
      {
        label: t.columns.unit,
        rowHeader: true,
        cell: (a) =>
          a.state === 'accepted' && links.report
            ? html`<a href="${links.report(a)}">${a.unitLabel}</a>`
            : a.unitLabel,
      },
      ...(content.kind === 'quarter'
        ? []
        : [{ label: t.columns.quarter, cell: (a: Arrival) => quarterName(locale, a) }]),
      { label: t.columns.due, cell: (a) => isoDay(locale, a.due) },
      { label: t.columns.submitted, cell: (a) => isoDay(locale, a.submittedOn) },
      {
        label: t.columns.state,
        cell: (a) =>
          html`<span>${ui.tag(words[a.state], tones[a.state])} ${
            a.daysLate > 0
              ? a.submittedOn === null
                ? t.lateNow(a.daysLate)
                : t.late(a.daysLate)
              : a.state === 'accepted' && t.inTime
          }</span>`,
      },
    ],
  })
}

function taskTable(frame: ui.Frame, tasks: readonly TaskSummary[]): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.table<TaskSummary>({
    locale,
    caption: t.content.tasks,
    captionHidden: true,
    rows: tasks,
    empty: t.content.noTask,
    columns: [
      {
        label: t.columns.task,
        rowHeader: true,
        cell: (task) => (task.text ? taskWords(locale, task.text) : t.content.withoutTask),
      },
      { label: t.content.ofTask, cell: (task) => task.measures.join(', ') },
      {
        label: t.columns.state,
        cell: (task) =>
          [
            tallyWords(locale, task.tally),
            task.silent > 0 ? `${t.content.silent} – ${figure(locale, task.silent)}` : '',
          ]
            .filter(Boolean)
            .join(', '),
      },
    ],
  })
}

/** A task stands in the programme as a line of a list: here it is a name of its own. */
function taskWords(locale: ui.Frame['locale'], text: string): ui.Content {
  const words = upperFirst(unstopped(text))
  return locale === 'uk' ? words : ui.foreign('uk', words)
}

export function undone(frame: ui.Frame, content: FrozenConsolidated): Html {
  const { locale } = frame
  const t = texts[locale]
  const rows = content.measures.filter(
    (m) => m.state === 'notDone' || m.state === 'partly' || m.state === 'carriedOver',
  )
  return ui.rows({
    empty: t.content.undoneNone,
    items: rows.map((m) => ({
      when: ui.stitch({
        locale,
        state: m.state === null ? 'none' : STITCHES[m.state],
        label: m.state === null ? t.content.none : rowStates[locale][m.state],
      }),
      title: `${m.number} ${locale === 'en' && m.titleEn ? m.titleEn : m.title}`,
      href: `#${measureAnchor(m.number)}`,
      text: html`${groupParts(m.parts).map(
        (p) =>
          html`${p.reason !== null && html`${p.labels.join(', ')}: ${p.reason} `}${p.nextStep !== null && html`${t.columns.nextStep}: ${p.nextStep} `}`,
      )}`,
    })),
  })
}

export function moneyPart(frame: ui.Frame, content: FrozenConsolidated): Html {
  const { locale } = frame
  const t = texts[locale]
  const { plan, committed, spent } = content.money
  const sum = (n: Kopiykas) => money(locale, n)
  if (content.money.bySource.length === 0) return html`<p class="soft">${t.content.noMoney}</p>`
  return html`${plan > 0 && ui.moneyBar({ locale, caption: t.content.money, captionHidden: true, planned: plan, committed, spent })}${ui.table<MoneyLine>(
    {
      locale,
      caption: t.content.money,
      captionHidden: true,
      rows: content.money.bySource,
      columns: [
        { label: t.columns.source, rowHeader: true, cell: (m) => m.source, total: t.content.moneyTotal },
        { label: t.columns.planSpan, numeric: true, cell: (m) => sum(m.plan), total: sum(plan) },
        { label: t.columns.committed, numeric: true, cell: (m) => sum(m.committed), total: sum(committed) },
        { label: t.columns.cash, numeric: true, cell: (m) => sum(m.spent), total: sum(spent) },
        { label: t.columns.left, numeric: true, cell: (m) => sum(m.left), total: sum(content.money.left) },
      ],
    },
  )}`
}

export function comparison(frame: ui.Frame, now: SpanFigures, before: SpanFigures): Html {
  const { locale } = frame
  const t = texts[locale].content
  const n = (value: number) => figure(locale, value)
  const signed = (value: number) => (value > 0 ? `+${n(value)}` : n(value))
  const lines: readonly (readonly [string, (f: SpanFigures) => number])[] = [
    ...ROW_STATES.map((s) => [rowStates[locale][s], (f: SpanFigures) => f.tally[s]] as const),
    [t.events, (f) => f.events],
    [t.participants, (f) => f.participants],
    [t.organisations, (f) => f.organisations],
    [t.cash, (f) => f.cash / 100],
    [t.reports, (f) => f.reports],
    [t.inTime, (f) => f.inTime],
  ]
  return ui.table({
    locale,
    caption: t.before,
    captionHidden: true,
    narrow: 'keep',
    rows: lines,
    columns: [
      { label: t.figure, rowHeader: true, cell: ([label]) => label },
      { label: t.now, numeric: true, cell: ([, of]) => n(of(now)) },
      { label: t.yearBefore, numeric: true, cell: ([, of]) => n(of(before)) },
      { label: t.change, numeric: true, cell: ([, of]) => signed(of(now) - of(before)) },
    ],
  })
}
