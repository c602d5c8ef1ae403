import type { Html } from '../../../kernel/html.ts'
import * as ui from '../../../ui/index.ts'
import { textsOf } from '../texts/index.ts'

/** Stands on every page of the office that speaks of a programme while there is none. */
export function noProgrammePage(frame: ui.Frame): Html {
  const t = textsOf(frame.locale)
  return ui.page(frame, {
    title: t.duty.title,
    main: ui.emptyState({ title: t.noProgramme, body: t.noProgrammeBody }),
  })
}
