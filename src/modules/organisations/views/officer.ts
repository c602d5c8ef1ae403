/** One representative: put right, ended, removed. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { officeTexts } from '../texts/index.ts'
import type { Officer, OrganisationLine } from '../types.ts'
import { OFFICE, SOURCE_DEFAULTS, sourceFields } from './office-parts.ts'
import { officerFields } from './record-sections.ts'

export type OfficerForm = 'change' | 'end' | 'remove'

export function officerPage(
  frame: ui.Frame,
  view: {
    readonly organisation: OrganisationLine
    readonly officer: Officer
    readonly sent: { readonly name: OfficerForm; readonly state: FormState } | null
  },
): Html {
  const { locale, csrf } = frame
  const t = officeTexts[locale].page
  const { officer, organisation } = view
  const path = `${OFFICE}/${organisation.id}/officers/${officer.id}`
  const back = `${OFFICE}/${organisation.id}#officers`
  const stateOf = (name: OfficerForm): FormState =>
    view.sent?.name === name ? view.sent.state : { values: {}, errors: [] }
  const day = (date: Officer['from']) => (date === null ? '' : shortDate('uk', date))
  const change = stateOf('change')
  const end = stateOf('end')
  const open = officer.until === null && !officer.ended
  return ui.page(frame, {
    title: officer.name,
    lead: officer.post,
    noIndex: true,
    breadcrumbs: [
      { label: officeTexts[locale].title, href: OFFICE },
      { label: organisation.name, href: `${OFFICE}/${organisation.id}` },
    ],
    main: html`${
      open &&
      ui.section({
        title: t.endOfficer,
        content: ui.form({
          locale,
          action: `${path}/end`,
          csrf,
          errors: end.errors,
          scope: 'end',
          submit: t.endOfficer,
          cancelHref: back,
          content: ((f) =>
            html`${f.date({ name: 'until', label: t.until, hint: t.endHint, optional: true })}${sourceFields(locale, f)}`)(
            ui.fieldsOf(locale, end, SOURCE_DEFAULTS, 'end'),
          ),
        }),
      })
    }${ui.section({
      title: t.changeOfficer,
      content: ui.form({
        locale,
        action: path,
        csrf,
        errors: change.errors,
        scope: 'change',
        submit: officeTexts[locale].form.save,
        cancelHref: back,
        content: officerFields(
          locale,
          ui.fieldsOf(
            locale,
            change,
            {
              ...SOURCE_DEFAULTS,
              name: officer.name,
              post: officer.post,
              leads: officer.leads ? 'on' : '',
              from: day(officer.from),
              until: day(officer.until),
            },
            'change',
          ),
        ),
      }),
    })}${ui.section({
      title: t.removeOfficer,
      content: ui.disclosure({
        summary: t.removeOfficer,
        open: stateOf('remove').errors.length > 0,
        content: html`<p>${t.removeOfficerText}</p>${ui.form({
          locale,
          action: `${path}/remove`,
          csrf,
          errors: stateOf('remove').errors,
          scope: 'remove',
          danger: true,
          submit: t.removeOfficer,
          content: ui.fieldsOf(locale, stateOf('remove'), {}, 'remove').text({
            name: 'reason',
            label: t.reason,
          }),
        })}`,
      }),
    })}`,
  })
}
