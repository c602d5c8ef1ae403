/** The home page of a city that has no programme yet. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { homeTexts } from '../texts/index.ts'
import { SIGN_IN, sitePages } from './addresses.ts'

export function emptyHome(locale: Locale): Html {
  const t = homeTexts[locale].empty
  return html`${ui.section({
    title: t.title2,
    intro: t.body,
    content: [
      html`<ol>${t.steps.map((step) => html`<li>${step}</li>`)}</ol>`,
      ui.buttonRow(
        ui.linkButton({ label: t.signIn, href: SIGN_IN }),
        ui.linkButton({ label: t.about, href: sitePages(locale).about, kind: 'quiet' }),
      ),
    ],
  })}`
}
