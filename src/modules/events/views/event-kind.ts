/** Before the form of a new event: what kind it is, because the measure and the panels follow from it. */
import type { Html } from '../../../kernel/html.ts'
import * as ui from '../../../ui/index.ts'
import { KINDS } from '../rules/kinds.ts'
import { textsOf } from '../texts/index.ts'
import { kindTexts } from '../texts/kinds.ts'
import { eventKindName } from '../texts/names.ts'
import { EVENT_KINDS, type EventKind } from '../types.ts'
import { OFFICE } from './office-page.ts'

/**
 * @param kept of the address: what the form will need too
 * @param begun where another module begins events of a kind; `null`: not by this reader
 */
export function kindPage(
  frame: ui.Frame,
  kept: { readonly series: string | null; readonly day: string | null },
  begun: ReadonlyMap<EventKind, string | null>,
): Html {
  const { locale } = frame
  const t = kindTexts[locale]
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    breadcrumbs: [{ label: textsOf(locale).office.title, href: OFFICE }],
    main: ui.rows({
      level: 2,
      items: EVENT_KINDS.filter((kind) => begun.get(kind) !== null).map((kind) => {
        const { measure } = KINDS[kind]
        const name = eventKindName(locale, kind)
        return {
          title: name.charAt(0).toUpperCase() + name.slice(1),
          href: begun.get(kind) ?? ui.withQuery(`${OFFICE}/new`, { ...kept, kind }),
          text: [t.hints[kind], measure !== null && t.measure(measure)].filter(Boolean).join(' '),
        }
      }),
    }),
  })
}
