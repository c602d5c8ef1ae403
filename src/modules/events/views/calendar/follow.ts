/** How to keep the calendar: subscribe, follow, put it on another site. */
import { type Html, html } from '../../../../kernel/html.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { localPath } from '../../../../platform/http/route.ts'
import * as ui from '../../../../ui/index.ts'
import { calendarTexts } from '../../texts/calendar.ts'
import { CALENDAR, type Narrowed } from './page.ts'

export function followBox(
  locale: Locale,
  view: { readonly narrowed: Narrowed; readonly baseUrl: string },
): Html {
  const t = calendarTexts[locale].follow
  const narrowed = Object.fromEntries(Object.entries(view.narrowed).map(([n, v]) => [n, v || null]))
  const feed = `${view.baseUrl}${ui.withQuery(localPath(locale, `${CALENDAR}.ics`), narrowed)}`
  const embed = `${view.baseUrl}${ui.withQuery(localPath(locale, '/embed/calendar'), narrowed)}`
  return ui.section({
    title: t.title,
    id: 'follow',
    intro: t.text,
    content: html`<p><a class="btn" href="${feed.replace(/^https?:/, 'webcal:')}">${t.open}</a> <a href="${localPath(locale, `${CALENDAR}.atom`)}">${t.atom}</a></p>
<p>${t.copy}:</p>${ui.copyText({ locale, id: 'calendar-address', text: feed })}${ui.disclosure({
      summary: t.embed,
      content: html`<p>${t.embedText}</p>${ui.copyText({ locale, id: 'calendar-embed', text: embed })}`,
    })}`,
  })
}
