/** A month as a table of weeks; on a narrow screen the same days one under another, those with nothing left out. */
import { type CivilDate, civilDate, compareDates } from '../kernel/civil-date.ts'
import { attributes, type Html, html } from '../kernel/html.ts'
import { dayMonth, type Locale, weekday } from '../kernel/texts.ts'
import type { Content } from './content.ts'
import { words } from './words.ts'

export type MonthGridOptions = {
  locale: Locale
  caption: string
  captionHidden?: boolean
  year: number
  month: number
  today: CivilDate
  /** What stands on a day, in its order; nothing for a day without. */
  of: (day: CivilDate) => readonly Content[]
}

export function monthGrid(options: MonthGridOptions): Html {
  const { locale, caption, month } = options
  const weekdays = WEEK.map((day) => weekday(locale, day))
  return html`<table class="month"><caption${attributes({ class: options.captionHidden && 'sr' })}>${caption}</caption>
<thead><tr>${weekdays.map((name, i) => html`<th scope="col"><abbr title="${name}">${words(locale).weekdays[i]}</abbr></th>`)}</tr></thead>
<tbody>${weeksOf(options.year, month).map(
    (week) => html`<tr>${week.map((day) => cell(options, day, day.month === month))}</tr>`,
  )}</tbody></table>`
}

function cell({ locale, today, of }: MonthGridOptions, day: CivilDate, inside: boolean): Html {
  const items = inside ? of(day) : []
  const isToday = compareDates(day, today) === 0
  const kind = [!inside && 'outside', items.length === 0 && 'empty', isToday && 'today'].filter(Boolean)
  return html`<td${attributes({ class: kind.join(' ') || null })}><time datetime="${day.toString()}"${attributes(
    {
      'aria-current': isToday && 'date',
    },
  )}><span class="d">${day.day}</span><span class="long">${weekday(locale, day)}, ${dayMonth(locale, day)}</span></time>${
    items.length > 0 && html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
  }</td>`
}

/** A Monday and the six days after it: for the names of the days. */
const WEEK = Array.from({ length: 7 }, (_, i) => civilDate(2024, 1, 1 + i))

/** Whole weeks from Monday that hold the month. */
export function weeksOf(year: number, month: number): readonly (readonly CivilDate[])[] {
  const first = civilDate(year, month, 1)
  const start = first.subtract({ days: first.dayOfWeek - 1 })
  const count = Math.ceil((first.dayOfWeek - 1 + first.daysInMonth) / 7)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => start.add({ days: week * 7 + day })),
  )
}
