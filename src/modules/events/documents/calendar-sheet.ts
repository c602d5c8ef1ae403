/** The calendar as a table to take away. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { eventKindName, eventStateName, eventTitle, placeOf, timeOf } from '../texts/names.ts'
import type { EventLine } from '../types.ts'

export function calendarSheet(
  locale: Locale,
  events: readonly EventLine[],
  addressOf: (event: EventLine) => string,
): Sheet<EventLine> {
  const t = calendarTexts[locale]
  const c = t.columns
  const places = (e: EventLine) =>
    [...new Set(e.days.map((d) => placeOf(locale, d)))].filter(Boolean).join('; ')
  return {
    name: t.sheet,
    rows: events,
    columns: [
      { key: 'title', title: c.title, kind: 'text', value: (e) => eventTitle(locale, e) },
      { key: 'kind', title: c.kind, kind: 'text', value: (e) => eventKindName(locale, e.kind) },
      { key: 'state', title: c.state, kind: 'text', value: (e) => eventStateName(locale, e.state) },
      { key: 'from', title: c.from, kind: 'date', value: (e) => e.firstDay },
      { key: 'to', title: c.to, kind: 'date', value: (e) => e.lastDay },
      {
        key: 'time',
        title: c.time,
        kind: 'text',
        value: (e) => e.days.map(timeOf).filter(Boolean).join('; '),
      },
      { key: 'place', title: c.place, kind: 'text', value: places },
      { key: 'unit', title: c.unit, kind: 'text', value: (e) => e.unitName ?? '' },
      { key: 'address', title: c.address, kind: 'text', value: addressOf },
    ],
  }
}
