/** The list of departments. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import type { UnitFilter, UnitRow } from '../store/units.ts'
import { texts } from '../texts/index.ts'
import type { Unit } from '../types.ts'

export const UNITS = '/office/units'

export function unitState(locale: Locale, unit: Unit): string {
  const t = texts[locale].units
  return unit.mergedInto !== null ? t.merged : unit.active ? t.active : t.closed
}

export function unitListPage(
  frame: ui.Frame,
  list: {
    readonly rows: readonly UnitRow[]
    readonly next: string | null
    readonly total: number
    readonly filter: UnitFilter
  },
): Html {
  const { locale } = frame
  const t = texts[locale].units
  const { filter } = list
  const isFiltered = Boolean(filter.search || filter.kind || filter.all)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    actions: ui.linkButton({ label: t.add, href: `${UNITS}/new` }),
    main: html`${ui.filterForm({
      locale,
      action: UNITS,
      ...(isFiltered ? { resetHref: UNITS } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: filter.search ?? '', type: 'search' }),
        ui.selectField({
          locale,
          name: 'kind',
          label: t.kind,
          value: filter.kind ?? '',
          empty: t.anyKind,
          options: (['unit', 'group'] as const).map((value) => ({ value, label: t.kinds[value] })),
        }),
        ui.checkbox({ locale, name: 'all', label: t.withClosed, checked: filter.all === true, value: '1' }),
      ],
    })}${ui.table<UnitRow>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: list.rows,
      empty: t.none,
      rowTone: (u) => (u.active ? null : 'soft'),
      columns: [
        {
          label: t.name,
          rowHeader: true,
          cell: (u) =>
            html`<a href="${UNITS}/${u.id}">${u.name}</a>${!u.active && html` ${ui.tag(unitState(locale, u), 'plain')}`}`,
        },
        {
          label: t.kind,
          cell: (u) => (u.kind === 'group' ? `${t.kinds.group}: ${t.membersCount(u.members)}` : t.kinds.unit),
        },
        { label: t.aliases, cell: (u) => u.aliases, numeric: true },
        { label: t.staff, cell: (u) => u.staff, numeric: true },
      ],
    })}${ui.pager({
      locale,
      nextHref: list.next && ui.withQuery(frame.path, { after: list.next }),
      shown: list.rows.length,
      total: list.total,
    })}${ui.exportLinks({
      locale,
      csv: ui.withQuery(frame.path, { format: 'csv', after: null }),
      xlsx: ui.withQuery(frame.path, { format: 'xlsx', after: null }),
      json: ui.withQuery(frame.path, { format: 'json', after: null }),
      print: true,
      of: t.title,
    })}`,
  })
}
