/** Documents of one's organisations. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { DOCUMENT_KINDS, type DocumentId, type OrganisationDocument } from '../../organisations/index.ts'
import { texts } from '../texts/index.ts'
import type { OrganisationId } from '../types.ts'
import { PATHS } from './entry.ts'
import { labelOf, type Organisations } from './shared.ts'

export function documentsPage(
  frame: ui.Frame,
  of: {
    readonly organisations: Organisations
    readonly lists: readonly {
      readonly id: OrganisationId
      readonly documents: readonly OrganisationDocument[]
    }[]
    readonly brought: ReadonlySet<DocumentId>
    readonly state: FormState
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale].documents
  const f = ui.fieldsOf(locale, of.state, { organisation: of.lists[0]?.id ?? '' })
  const [only] = of.lists
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    notices: ui.doneNotice(locale, { added: t.added, removed: t.removed }, of.done),
    main: html`${of.lists.map(({ id, documents }) =>
      ui.table<OrganisationDocument>({
        locale,
        caption: t.caption(labelOf(of.organisations, id, locale)),
        rows: documents,
        empty: of.lists.length > 1 ? `${labelOf(of.organisations, id, locale)}. ${t.none}` : t.none,
        narrow: 'stack',
        columns: [
          {
            label: t.name,
            rowHeader: true,
            cell: (d) =>
              html`<a href="${PATHS.documents}/${id}/${d.id}/${encodeURIComponent(d.fileName)}">${d.title}</a>`,
          },
          { label: t.kind, cell: (d) => t.kinds[d.kind] },
          { label: t.dated, cell: (d) => d.datedOn && shortDate(locale, d.datedOn) },
          { label: t.where, cell: (d) => t[d.access] },
          {
            label: t.remove,
            labelHidden: true,
            cell: (d) =>
              of.brought.has(d.id) &&
              ui.postButton({
                action: `${PATHS.documents}/remove`,
                csrf: frame.csrf,
                label: t.remove,
                hint: d.title,
                kind: 'quiet',
                small: true,
                fields: { organisation: id, id: d.id },
              }),
          },
        ],
      }),
    )}${ui.section({
      title: t.add,
      content: ui.form({
        locale,
        action: PATHS.documents,
        csrf: frame.csrf,
        errors: of.state.errors,
        multipart: true,
        submit: t.submit,
        content: [
          of.lists.length === 1 && only
            ? ui.hiddenField('organisation', only.id)
            : f.select({
                name: 'organisation',
                label: texts[locale].people.organisation,
                options: of.lists.map(({ id }) => ({
                  value: id,
                  label: labelOf(of.organisations, id, locale),
                })),
              }),
          f.select({
            name: 'kind',
            label: t.kind,
            empty: true,
            options: DOCUMENT_KINDS.map((value) => ({ value, label: t.kinds[value] ?? value })),
          }),
          f.text({ name: 'title', label: t.titleField, hint: t.titleHint }),
          f.date({ name: 'datedOn', label: t.dated, optional: true }),
          f.file({ name: 'file', label: t.file, accept: '.pdf,.jpg,.jpeg,.png,.docx,.asice,.p7s' }),
        ],
      }),
    })}`,
  })
}
