/** A year of dates on one line, with its table. */
import { type CivilDate, civilDate, compareDates, daysBetween } from '../../kernel/civil-date.ts'
import { type Html, html } from '../../kernel/html.ts'
import { dayMonth, type Locale } from '../../kernel/texts.ts'
import { day, link } from '../content.ts'
import { type StitchState, stateWord, stitchShape } from '../stitch.ts'
import { table } from '../table.ts'
import { disclosure } from '../why.ts'
import { words } from '../words.ts'

export type TimelineEvent = { date: CivilDate; label: string; state: StitchState; href?: string }

export type TimelineOptions = {
  locale: Locale
  caption: string
  year: number
  /** Events of other years are left out. */
  events: readonly TimelineEvent[]
  today?: CivilDate
  tableOpen?: boolean
}

const LANE = 26
const HEAD = 24
const MOST_LANES = 8
/** Days within which two marks would touch on a narrow screen. */
const TOUCH = 12

/** Marks that would touch are set one under the other. */
function lanes(events: readonly TimelineEvent[]): readonly { event: TimelineEvent; lane: number }[] {
  const last: CivilDate[] = []
  return events.map((event) => {
    let lane = last.findIndex((date) => daysBetween(date, event.date) >= TOUCH)
    if (lane < 0) lane = Math.min(last.length, MOST_LANES - 1)
    last[lane] = event.date
    return { event, lane }
  })
}

export function timeline({ locale, caption, year, events, today, tableOpen }: TimelineOptions): Html {
  const w = words(locale)
  const own = events.filter((e) => e.date.year === year).sort((a, b) => compareDates(a.date, b.date))
  const placed = lanes(own)
  const height = HEAD + LANE * (Math.max(0, ...placed.map((p) => p.lane)) + 1) + 8
  const told = own.map((e) => say(locale, e)).join('; ')
  const now = today?.year === year && place(today)
  const picture = html`<svg class="timeline" width="100%" height="${height}" role="img" aria-label="${caption}. ${told}">
${w.months.map((name, i) => month(civilDate(year, i + 1, 1), name, height))}
<line class="axis" x1="0" x2="100%" y1="${HEAD - 3}" y2="${HEAD - 3}"/>
${now && html`<line class="today" x1="${now}" x2="${now}" y1="${HEAD - 3}" y2="${height}"/>`}
${placed.map(({ event, lane }) => mark(locale, event, lane))}
</svg>`
  const listed = table({
    locale,
    caption,
    captionHidden: true,
    rows: own,
    columns: [
      { label: w.chart.date, cell: (e) => day({ locale, date: e.date, style: 'dayMonth' }) },
      {
        label: w.chart.what,
        cell: (e) => (e.href === undefined ? e.label : link({ href: e.href, text: e.label })),
      },
      { label: w.chart.state, cell: (e) => stateWord({ locale, state: e.state }) },
    ],
  })
  return html`<figure class="chart"><figcaption>${caption}</figcaption>${picture}${disclosure({
    summary: w.table.asTable,
    open: tableOpen === true,
    content: listed,
  })}</figure>`
}

function say(locale: Locale, event: TimelineEvent): string {
  return `${dayMonth(locale, event.date)} – ${event.label} (${words(locale).states[event.state]})`
}

/** Where in the year, in per cent of its width. */
function place(date: CivilDate, shift = 0.5): string {
  const passed = daysBetween(civilDate(date.year, 1, 1), date) + shift
  return `${Math.round((passed / date.daysInYear) * 10000) / 100}%`
}

function month(first: CivilDate, name: string, height: number): Html {
  const opens = first.month % 3 === 1
  const x = place(first, 0)
  return html`<line class="${opens ? 'quarter' : 'month'}" x1="${x}" x2="${x}" y1="0" y2="${height}"/><text class="${
    opens ? 'tick' : 'tick minor'
  }" x="${place(first, 15)}" y="14">${name}</text>`
}

function mark(locale: Locale, event: TimelineEvent, lane: number): Html {
  return html`<svg class="mark" x="${place(event.date)}" y="${HEAD + lane * LANE}"><g class="st-${event.state}" transform="translate(-11 2) scale(.92)"><title>${say(
    locale,
    event,
  )}</title>${stitchShape(event.state)}</g></svg>`
}
