/** The programme of an event as a table. */
import type { Html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { textsOf } from '../texts/index.ts'
import type { EventDay, EventItem } from '../types.ts'

export function agendaTable(
  locale: Locale,
  view: { readonly items: readonly EventItem[]; readonly days: readonly EventDay[] },
): Html {
  const t = textsOf(locale).office.agenda
  const tracks = view.items.some((i) => i.track !== null)
  return ui.table<EventItem>({
    locale,
    caption: t.title,
    captionHidden: true,
    rows: view.items,
    empty: t.none,
    narrow: 'stack',
    columns: [
      {
        label: t.time,
        cell: (i) => {
          const day = view.days.length > 1 ? view.days.find((d) => d.id === i.dayId) : undefined
          return [day && shortDate(locale, day.day), i.starts].filter(Boolean).join(', ')
        },
      },
      { label: t.item, cell: (i) => (locale === 'en' ? (i.titleEn ?? i.title) : i.title), rowHeader: true },
      { label: t.speakers, cell: (i) => i.speakers },
      ...(tracks ? [{ label: t.track, cell: (i: EventItem) => i.track }] : []),
    ],
  })
}
