/** A year of dates on one line, with its table. */
import { type CivilDate, civilDate, compareDates, daysBetween } from '../../kernel/civil-date.ts'
import { type Html, html } from '../../kernel/html.ts'
import { dayMonth, type Locale } from '../../kernel/texts.ts'
import { type StitchState, stateWord, stitchShape } from '../stitch.ts'
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

const two = (n: number) => Math.round(n * 100) / 100

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
  const first = civilDate(year, 1, 1)
  const days = first.daysInYear
  const at = (date: CivilDate) => `${two(((daysBetween(first, date) + 0.5) / days) * 100)}%`
  const own = events.filter((e) => e.date.year === year).sort((a, b) => compareDates(a.date, b.date))
  const placed = lanes(own)
  const height = HEAD + LANE * (Math.max(0, ...placed.map((p) => p.lane)) + 1) + 8
  const months = w.months.map((name, i) => {
    const start = `${two((daysBetween(first, civilDate(year, i + 1, 1)) / days) * 100)}%`
    const middle = `${two(((daysBetween(first, civilDate(year, i + 1, 1)) + 15) / days) * 100)}%`
    return html`<line class="${i % 3 === 0 ? 'quarter' : 'month'}" x1="${start}" x2="${start}" y1="0" y2="${height}"/><text class="${i % 3 === 0 ? 'tick' : 'tick minor'}" x="${middle}" y="14">${name}</text>`
  })
  return html`<figure class="chart"><figcaption>${caption}</figcaption><svg class="timeline" width="100%" height="${height}" role="img" aria-label="${caption}. ${own
    .map((e) => `${dayMonth(locale, e.date)} – ${e.label} (${w.states[e.state]})`)
    .join('; ')}">${months}<line class="axis" x1="0" x2="100%" y1="${HEAD - 3}" y2="${HEAD - 3}"/>${
    today?.year === year &&
    html`<line class="today" x1="${at(today)}" x2="${at(today)}" y1="${HEAD - 3}" y2="${height}"/>`
  }${placed.map(
    ({ event, lane }) =>
      html`<svg class="mark" x="${at(event.date)}" y="${HEAD + lane * LANE}"><g class="st-${event.state}" transform="translate(-11 2) scale(.92)"><title>${dayMonth(
        locale,
        event.date,
      )} – ${event.label} (${w.states[event.state]})</title>${stitchShape(event.state)}</g></svg>`,
  )}</svg>${disclosure({
    summary: w.table.asTable,
    open: tableOpen === true,
    content: html`<table class="data stack"><caption class="sr">${caption}</caption><thead><tr><th scope="col">${w.chart.date}</th><th scope="col">${
      w.chart.what
    }</th><th scope="col">${w.chart.state}</th></tr></thead><tbody>${own.map(
      (e) =>
        html`<tr><th scope="row"><time datetime="${e.date.toString()}">${dayMonth(locale, e.date)}</time></th><td data-label="${w.chart.what}">${
          e.href === undefined ? e.label : html`<a href="${e.href}">${e.label}</a>`
        }</td><td data-label="${w.chart.state}">${stateWord({ locale, state: e.state })}</td></tr>`,
    )}</tbody></table>`,
  })}</figure>`
}
