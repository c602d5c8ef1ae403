/** What only paper shows. */
import { type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { words } from './words.ts'

export function printHeader({ councilName }: { councilName: string }): Html {
  return html`<p class="paper-only paper-head">${councilName}</p>`
}

export function printFooter({
  locale,
  moment,
  path,
}: {
  locale: Locale
  moment: string
  path: string
}): Html {
  const w = words(locale).print
  return html`<p class="paper-only paper-foot">${w.printed(moment)}. ${w.address}: ${path}</p>`
}
