/** What Viche is, how to read its marks, who is responsible and where to turn. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { City } from '../../../platform/settings.ts'
import * as ui from '../../../ui/index.ts'
import { aboutTexts } from '../texts/index.ts'
import { sitePages } from './addresses.ts'

export type Responsible = {
  readonly coordinator: string | null
  readonly fundManager: string | null
}

export function aboutMain(locale: Locale, city: City, responsible: Responsible): Html {
  const t = aboutTexts[locale]
  return html`${ui.section({
    title: t.what.title,
    content: [ui.bullets(t.what.points), ui.paragraph(t.what.free)],
  })}${ui.section({
    title: t.states.title,
    id: 'marks',
    intro: t.states.intro,
    content: [
      ui.table<ui.StitchState>({
        locale,
        caption: t.states.title,
        captionHidden: true,
        narrow: 'keep',
        rows: ui.STITCH_STATES,
        columns: [
          { label: t.states.term, rowHeader: true, cell: (state) => ui.stateWord({ locale, state }) },
          { label: t.states.meaning, cell: (state) => t.states.of[state] },
        ],
      }),
      ui.paragraph(t.states.time),
    ],
  })}${ui.section({ title: t.who.title, content: who(locale, city, responsible) })}${ui.section({
    title: t.private.title,
    content: ui.paragraph(t.private.text),
  })}`
}

function who(locale: Locale, city: City, { coordinator, fundManager }: Responsible): ui.Content {
  const t = aboutTexts[locale].who
  if (coordinator === null && fundManager === null) return ui.paragraph(t.none, 'soft')
  return [
    ui.paragraph(t.intro),
    ui.facts([
      ...(coordinator === null ? [] : [{ term: t.coordinator, detail: coordinator }]),
      ...(fundManager === null ? [] : [{ term: t.fundManager, detail: fundManager }]),
      { term: t.council, detail: city.council[locale] },
    ]),
  ]
}

export function aboutAside(locale: Locale, city: City): Html {
  const t = aboutTexts[locale]
  const { address, email, edrpou } = city
  return html`${ui.box({
    title: t.contacts.title,
    content: [
      ui.paragraph(html`<b>${city.council[locale]}</b>`),
      address !== null && ui.paragraph(address),
      email !== null && ui.paragraph(html`<a href="mailto:${email}">${email}</a>`),
      edrpou !== null && ui.paragraph(t.contacts.edrpou(edrpou), 'small'),
      address === null && email === null && ui.paragraph(t.contacts.none, 'soft'),
    ],
  })}${ui.box({
    title: t.more.title,
    content: ui.bullets(
      (['home', 'dates', 'data', 'accessibility'] as const).map((page) =>
        ui.link({ href: sitePages(locale)[page], text: t.more[page] }),
      ),
    ),
  })}`
}
