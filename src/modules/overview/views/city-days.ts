/** The first thing a resident reads: where to come, what to have a say in, what organisations write. */
import { dayOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { dayMonth, type Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { dayAndTime, type EventLine, eventKindName, eventPath, placeOf } from '../../events/index.ts'
import { type NewsItem, newsPath } from '../../publications/index.ts'
import { homeTexts } from '../texts/index.ts'
import { sitePages } from './addresses.ts'
import { inUkrainian, told } from './shared.ts'

export type CityDays = {
  readonly events: readonly EventLine[]
  readonly hearings: readonly EventLine[]
  /** Latest first. */
  readonly news: readonly NewsItem[]
}

/** Nothing as long as the city has neither events nor news. */
export function cityDays(locale: Locale, days: CityDays): Html | false {
  if (days.events.length + days.hearings.length + days.news.length === 0) return false
  const t = homeTexts[locale].city
  const at = sitePages(locale)
  return ui.columns({
    main: ui.section({
      title: t.events,
      actions: ui.link({ href: at.events, text: t.allEvents }),
      content: ui.rows({ items: days.events.map((e) => eventRow(locale, e)), empty: t.noEvents }),
    }),
    aside: [hearings(locale, days.hearings), news(locale, days.news)],
  })
}

function eventRow(locale: Locale, event: EventLine): ui.Row {
  const [first] = event.days
  const place = first && placeOf(locale, first)
  // “Other” says something among kinds only.
  const kind = event.kind === 'other' ? '' : eventKindName(locale, event.kind)
  return {
    when: when(locale, event),
    title: told(locale, event),
    href: localPath(locale, eventPath(event)),
    text: html`${kind}${kind && place && '; '}${place && inUkrainian(locale, place)}`,
  }
}

function when(locale: Locale, { days, firstDay, lastDay }: EventLine): string {
  const [first] = days
  if (first && firstDay.equals(lastDay)) return dayAndTime(locale, first)
  return firstDay.month === lastDay.month && firstDay.year === lastDay.year
    ? `${firstDay.day}–${dayMonth(locale, lastDay)}`
    : `${dayMonth(locale, firstDay)} – ${dayMonth(locale, lastDay)}`
}

function hearings(locale: Locale, events: readonly EventLine[]): Html | false {
  return (
    events.length > 0 &&
    ui.box({
      title: homeTexts[locale].city.opinion,
      content: ui.bullets(
        events.map(
          (e) =>
            html`<a href="${localPath(locale, eventPath(e))}">${told(locale, e)}</a><br><span class="soft">${eventKindName(locale, e.kind)}, ${when(locale, e)}</span>`,
        ),
      ),
    })
  )
}

function news(locale: Locale, items: readonly NewsItem[]): Html | false {
  const t = homeTexts[locale].city
  const at = sitePages(locale)
  return (
    items.length > 0 &&
    ui.box({
      title: t.news,
      content: [
        ui.bullets(
          items.map((n) => {
            const name = (locale === 'en' ? n.organisationNameEn : null) ?? n.organisationName
            return html`<a href="${localPath(locale, newsPath(n.id))}">${inUkrainian(locale, n.title)}</a><br><span class="soft">${name}, ${dayMonth(locale, dayOf(n.publishedAt))}</span>`
          }),
        ),
        ui.paragraph(
          [
            ui.link({ href: at.news, text: t.allNews }),
            ' · ',
            ui.link({ href: at.organisations, text: t.organisations }),
            ' · ',
            ui.link({ href: at.follow, text: t.follow }),
            ' · ',
            ui.link({ href: at.represent, text: t.represent }),
          ],
          'small',
        ),
      ],
    })
  )
}
