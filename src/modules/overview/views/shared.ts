/** What the home page and the start pages share. */

import type { Html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import type { EvidenceItem, Named } from '../types.ts'

/** In the reader's language where the city wrote it. */
export function named(locale: Locale, { title, titleEn }: Named): string {
  return locale === 'en' ? (titleEn ?? title) : title
}

/** Words that the city wrote in Ukrainian say so on an English page. */
export function inUkrainian(locale: Locale, text: string): ui.Content {
  return locale === 'uk' ? text : ui.foreign('uk', text)
}

/** The same as `named`, with the language told where it is not the page’s. */
export function told(locale: Locale, names: Named): ui.Content {
  return locale === 'en' && names.titleEn !== null ? names.titleEn : inUkrainian(locale, names.title)
}

/** Short words do not stand alone at the end of a line. */
export function bound(text: string): string {
  return text.replace(/(?<=^|[\s(«])([\p{L}]{1,2}) (?=\S)/gu, '$1\u00a0')
}

/** The beginning of a text that may be long, cut at a word. */
export function beginning(text: string, length = 160): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,.;:–-]+$/, '')}…`
}

/** What is done: when, what, what came of it, for which measures. */
export function evidenceRows(
  locale: Locale,
  items: readonly EvidenceItem[],
  hrefOf: (item: EvidenceItem) => string,
  empty: string,
): Html {
  return ui.rows({
    items: items.map((item) => ({
      when: ui.day({ locale, date: item.on.to, style: 'dayMonth' }),
      title: inUkrainian(locale, item.title),
      href: hrefOf(item),
      ...(item.result === null ? {} : { text: inUkrainian(locale, beginning(item.result)) }),
      ...(item.measures.length === 0 ? {} : { action: ui.tag(item.measures.join(', ')) }),
    })),
    empty,
  })
}
