/** The registry as the office sees it. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import type { ListFilter, ListRow } from '../store/list.ts'
import { kindName, officeTexts, publicTexts } from '../texts/index.ts'
import { OFFICE, officeTabs } from './office-parts.ts'
import { entryName, stateTag } from './parts.ts'
import { type Choices, COUNTED, filterFields, isFiltered } from './public-list.ts'

export function officeListPage(
  frame: ui.Frame,
  list: {
    readonly rows: readonly ListRow[]
    readonly next: string | null
    readonly total: number
    readonly filter: ListFilter
    readonly choices: Choices
    readonly keeps: boolean
    readonly waiting: number
  },
): Html {
  const { locale } = frame
  const t = officeTexts[locale]
  const p = publicTexts[locale]
  const { filter } = list
  const filtered = isFiltered(filter) || filter.unverifiedSince !== undefined
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    actions: list.keeps && ui.linkButton({ label: t.add, href: `${OFFICE}/new` }),
    main: html`${officeTabs(locale, 'list', list.keeps, list.waiting)}${ui.filterForm({
      locale,
      action: OFFICE,
      fields: html`${filterFields(locale, filter, list.choices)}${ui.checkbox({
        locale,
        name: 'unverified',
        label: t.unverified,
        value: '1',
        checked: filter.unverifiedSince !== undefined,
      })}`,
      ...(filtered ? { resetHref: OFFICE } : {}),
    })}<p class="count num">${p.found(list.total, COUNTED)}</p>${ui.table<ListRow>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: list.rows,
      empty: filtered ? p.none : p.empty,
      rowTone: (o) => (o.state === 'terminated' ? 'soft' : null),
      columns: [
        {
          label: p.name,
          rowHeader: true,
          cell: (o) => html`<a href="${OFFICE}/${o.id}">${o.name}</a> ${stateTag(locale, o.state)}`,
        },
        { label: p.kind, cell: (o) => kindName(locale, o.kind) },
        {
          label: p.district,
          cell: (o) => o.district !== null && entryName(locale, { name: o.district, nameEn: o.districtEn }),
        },
        { label: p.code, cell: (o) => o.edrpou !== null && ui.numeric(o.edrpou) },
        {
          label: p.verified,
          cell: (o) =>
            o.verifiedOn === null
              ? html`<span class="soft">${t.verifiedNever}</span>`
              : shortDate(locale, o.verifiedOn),
        },
      ],
    })}${ui.pager({ locale, nextHref: list.next && ui.withQuery(frame.path, { after: list.next }) })}${ui.exportLinks(
      {
        locale,
        ...ui.tableFiles(frame.path),
        print: true,
        of: t.title,
      },
    )}`,
  })
}
