/** What was refused, and which organisation a record of the register is. */
import { type Html, html } from '../../../kernel/html.ts'
import { moment } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { type OrganisationLine, organisationLabel, organisationPath } from '../../organisations/index.ts'
import { entityPath, type RegisterEntity } from '../../register/index.ts'
import { texts } from '../texts/index.ts'
import type { Decided, Item } from '../types.ts'
import { countsOf, doneNotice, kindTabs, RECONCILIATION, REFUSED } from './differences.ts'

export function refusedPage(
  frame: ui.Frame,
  view: {
    readonly page: Page<Decided>
    readonly items: readonly Item[]
    readonly refused: number
    readonly keeps: boolean
    readonly done: string
  },
): Html {
  const { locale, csrf } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.title,
    lead: t.refused.lead,
    noIndex: true,
    wide: true,
    notices: doneNotice(frame, view.done),
    main: html`${kindTabs(frame, 'refused', countsOf(view.items), view.refused)}${ui.table<Decided>({
      locale,
      caption: t.tabs.refused,
      captionHidden: true,
      narrow: 'stack',
      rows: view.page.rows,
      empty: t.refused.none,
      columns: [
        {
          label: t.columns.organisation,
          rowHeader: true,
          cell: (one) => html`<a href="${entityPath(one.ref)}">${one.name}</a>`,
        },
        { label: t.columns.kind, cell: (one) => t.kinds[one.kind] },
        { label: t.refused.reason, cell: (one) => one.reason },
        { label: t.refused.who, cell: (one) => `${one.decidedBy}, ${moment(locale, one.decidedAt)}` },
        {
          label: t.columns.more,
          labelHidden: true,
          cell: (one) =>
            view.keeps &&
            ui.postButton({
              action: `${RECONCILIATION}/restore`,
              csrf,
              label: t.refused.restore,
              hint: one.name,
              kind: 'quiet',
              small: true,
              fields: { key: one.key },
            }),
        },
      ],
    })}${ui.pager({ locale, ...(view.page.next ? { nextHref: ui.withQuery(REFUSED, { after: view.page.next }) } : {}) })}`,
  })
}

export function linkPage(
  frame: ui.Frame,
  view: {
    readonly entity: RegisterEntity
    readonly text: string
    readonly found: readonly OrganisationLine[]
    readonly state: FormState
  },
): Html {
  const { locale, csrf } = frame
  const t = texts[locale].link
  const path = `${RECONCILIATION}/link`
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(view.entity.name),
    noIndex: true,
    breadcrumbs: [{ label: texts[locale].title, href: RECONCILIATION }],
    notices: view.state.errors.length > 0 && ui.errorSummary({ locale, errors: view.state.errors }),
    main: html`${ui.searchBox({ locale, action: path, label: t.search, value: view.text, keep: { ref: view.entity.ref } })}${
      view.text !== '' &&
      ui.table<OrganisationLine>({
        locale,
        caption: t.caption,
        captionHidden: true,
        narrow: 'stack',
        rows: view.found,
        empty: t.none,
        columns: [
          {
            label: texts[locale].columns.organisation,
            rowHeader: true,
            cell: (one) =>
              html`<a href="/office${organisationPath(one.id)}">${organisationLabel(one, locale)}</a>`,
          },
          { label: texts[locale].columns.edrpou, cell: (one) => one.edrpou ?? '–' },
          {
            label: t.choose,
            labelHidden: true,
            cell: (one) =>
              ui.postButton({
                action: path,
                csrf,
                label: t.choose,
                hint: one.name,
                small: true,
                fields: { ref: view.entity.ref, organisationId: one.id },
              }),
          },
        ],
      })
    }`,
  })
}
