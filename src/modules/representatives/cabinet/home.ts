/** The first page of the cabinet. */
import { html } from '../../../kernel/html.ts'
import { inCabinet, page, type Route } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { PATHS } from '../views/entry.ts'

export const homeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATHS.home,
    policy: inCabinet,
    handle({ frame, ctx }) {
      const t = texts[frame.locale].home
      const n = ctx.actor.kind === 'representative' ? ctx.actor.organisations.length : 0
      return page(ui.page(frame, { title: t.title, lead: t.lead(n), noIndex: true, main: html`` }))
    },
  },
]
