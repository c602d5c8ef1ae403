/** The form of who answers for the open data. */
import type { Html } from '../../../kernel/html.ts'
import { html } from '../../../kernel/html.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'

export function publisherPage(frame: ui.Frame, state: FormState, saved: boolean): Html {
  const { locale } = frame
  const t = texts[locale].office
  const { errors } = state
  const f = ui.boundFields({ locale, values: state.values, errors })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    notices: saved && ui.notice({ locale, tone: 'success', body: t.saved, live: true }),
    actions: ui.linkButton({ label: t.page, href: localPath(locale, '/data'), kind: 'quiet' }),
    main: html`${ui.form({
      locale,
      action: '/office/data',
      csrf: frame.csrf,
      errors,
      submit: t.save,
      content: [
        f.text({ name: 'unit', label: t.unit, optional: true }),
        f.text({ name: 'email', label: t.email, hint: t.emailHint, type: 'email', optional: true }),
        f.text({
          name: 'koatuu',
          label: t.koatuu,
          hint: t.koatuuHint,
          width: 'short',
          inputMode: 'numeric',
          optional: true,
        }),
      ],
    })}<p class="soft">${t.codes}</p>`,
  })
}
