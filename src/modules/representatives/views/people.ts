/** Who speaks for the same organisation, and the invitation of a colleague. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { Delegation, OrganisationId, RepresentativeId } from '../types.ts'
import { PATHS } from './entry.ts'
import { labelOf, type Organisations, stateTag } from './shared.ts'

export function colleaguesPage(
  frame: ui.Frame,
  of: {
    readonly organisations: Organisations
    readonly lists: readonly { readonly id: OrganisationId; readonly people: readonly Delegation[] }[]
    readonly me: RepresentativeId
    readonly trusted: boolean
    readonly state: FormState
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale].people
  const columns = texts[locale].office.columns
  const f = ui.fieldsOf(locale, of.state, { organisation: of.lists[0]?.id ?? '' })
  const [only] = of.lists
  return ui.page(frame, {
    title: t.title,
    lead: of.trusted ? t.leadTrusted : t.lead,
    noIndex: true,
    notices: ui.doneNotice(locale, { invited: t.sent }, of.done),
    main: html`${of.lists.map(({ id, people }) =>
      ui.table<Delegation>({
        locale,
        caption: t.caption(labelOf(of.organisations, id, locale)),
        rows: people,
        empty: t.none,
        narrow: 'stack',
        columns: [
          {
            label: columns.name,
            rowHeader: true,
            cell: (d) => html`${d.name}${d.representativeId === of.me && html` ${ui.tag(t.you, 'info')}`}`,
          },
          { label: columns.post, cell: (d) => d.post },
          { label: columns.state, cell: (d) => stateTag(locale, d.state) },
          { label: columns.to, cell: (d) => d.to && shortDate(locale, d.to) },
        ],
      }),
    )}${ui.section({
      title: t.invite,
      content: ui.form({
        locale,
        action: PATHS.people,
        csrf: frame.csrf,
        errors: of.state.errors,
        submit: t.submit,
        content: [
          of.lists.length === 1 && only
            ? ui.hiddenField('organisation', only.id)
            : f.select({
                name: 'organisation',
                label: t.organisation,
                options: of.lists.map(({ id }) => ({
                  value: id,
                  label: labelOf(of.organisations, id, locale),
                })),
              }),
          f.text({ name: 'name', label: t.name, autocomplete: 'off' }),
          f.text({ name: 'email', label: t.email, type: 'email', autocomplete: 'off', spellcheck: false }),
          f.text({ name: 'post', label: t.post }),
        ],
      }),
    })}`,
  })
}
