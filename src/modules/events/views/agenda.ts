/** The programme of an event: a table for each of its days. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { timeAfter } from '../rules/lines.ts'
import { textsOf } from '../texts/index.ts'
import type { EventDay, EventItem } from '../types.ts'

type Agenda = { readonly items: readonly EventItem[]; readonly days: readonly EventDay[] }

export function agendaTable(locale: Locale, view: Agenda): Html {
  const t = textsOf(locale).office.agenda
  if (view.days.length < 2 || view.items.length === 0) return dayTable(locale, view.items, t.title, true)
  const undated = view.items.filter((i) => !view.days.some((d) => d.id === i.dayId))
  return html`${view.days.map((day, n) => {
    const items = view.items.filter((i) => i.dayId === day.id)
    const caption = [longDate(locale, day.day), day.title].filter(Boolean).join(', ')
    const shown = n === 0 ? [...undated, ...items] : items
    return shown.length > 0 && dayTable(locale, shown, caption, false)
  })}`
}

function dayTable(
  locale: Locale,
  items: readonly EventItem[],
  caption: string,
  captionHidden: boolean,
): Html {
  const t = textsOf(locale).office.agenda
  const tracks = items.some((i) => i.track !== null)
  return ui.table<EventItem>({
    locale,
    caption,
    captionHidden,
    rows: items,
    empty: t.none,
    narrow: 'stack',
    columns: [
      { label: t.time, cell: timeOf },
      { label: t.item, cell: (i) => (locale === 'en' ? (i.titleEn ?? i.title) : i.title), rowHeader: true },
      { label: t.speakers, cell: (i) => i.speakers },
      ...(tracks ? [{ label: t.track, cell: (i: EventItem) => i.track }] : []),
    ],
  })
}

function timeOf({ starts, minutes }: EventItem): string {
  if (starts === null) return ''
  return minutes === null ? starts : `${starts}–${timeAfter(starts, minutes)}`
}
