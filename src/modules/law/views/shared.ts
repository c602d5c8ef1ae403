/** What the pages of law share: tabs, sources, values in words. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { cite } from '../../../legal-time/explain.ts'
import { isoDate } from '../../../legal-time/holidays.ts'
import type { Source } from '../../../legal-time/source.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'

export type Tab = 'dates' | 'year' | 'rules' | 'acts'

export const PATHS: Readonly<Record<Tab, string>> = {
  dates: '/dates',
  year: '/dates/year',
  rules: '/dates/rules',
  acts: '/dates/acts',
}

export function lawTabs(locale: Locale, current: Tab): Html {
  const t = texts[locale].tabs
  const names: readonly Tab[] = ['dates', 'year', 'rules', 'acts']
  return ui.tabs({
    locale,
    label: t.label,
    items: names.map((name) => ({
      label: t[name],
      href: localPath(locale, PATHS[name]),
      current: name === current,
    })),
  })
}

/** Linked where the act has an address; the city's own acts have none. */
export function sourceLink(locale: Locale, source: Source): Html {
  const text = cite(locale, source)
  return source.url === '' ? html`${text}` : html`<a href="${source.url}">${text}</a>`
}

export function sourceLinks(locale: Locale, sources: readonly Source[]): Html {
  return ui.bullets(sources.map((source) => sourceLink(locale, source)))
}

/** How far it was checked; what was not says so plainly. */
export function verifiedTag(locale: Locale, source: Source): Html {
  const { verified } = source
  const tone = verified === 'M' ? 'late' : verified === 'L' ? 'done' : 'plain'
  return ui.tag(texts[locale].list.checked[verified], tone)
}

/** `з 01.10.2020`, `з 09.05.2011 до 30.09.2020`, or that the act waits. */
export function termInForce(locale: Locale, from: string | null, to: string | null): string {
  const t = texts[locale]
  if (from === null) return t.waiting
  const begins = t.since(shortDate(locale, isoDate(from)))
  return to === null ? begins : `${begins} ${t.until(shortDate(locale, isoDate(to)))}`
}
