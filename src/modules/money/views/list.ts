/** Filters above a list, pages and files under it. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { at, type Chosen, measureOptions, type Names, OFFICE, programmeSelect, yearSelect } from './parts.ts'

export type ListFilter = {
  readonly year: number | null
  readonly state: string | null
  readonly measure: string | null
  readonly text: string
  readonly order: string
  /** Whether anything but the programme is chosen. */
  readonly isOn: boolean
}

const ORDERS = ['newest', 'oldest', 'largest', 'smallest'] as const

export function filters(
  frame: ui.Frame,
  chosen: Chosen,
  path: string,
  list: { readonly filter: ListFilter; readonly years: readonly number[]; readonly names: Names },
  words: {
    readonly search: string
    readonly states: readonly ui.SelectOption[]
    readonly allStates: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { filter } = list
  return ui.filterForm({
    locale,
    action: `${OFFICE}${path}`,
    fields: [
      ui.textField({ locale, name: 'q', label: words.search, value: filter.text, type: 'search' }),
      programmeSelect(locale, chosen),
      yearSelect(locale, list.years, filter.year, true),
      ui.selectField({
        locale,
        name: 'measure',
        label: t.columns.measure,
        value: filter.measure ?? '',
        options: [
          { value: '', label: t.commitments.allMeasures },
          { value: 'common', label: t.common },
          ...measureOptions(locale, list.names),
        ],
      }),
      ui.selectField({
        locale,
        name: 'state',
        label: t.commitments.stateLabel,
        value: filter.state ?? '',
        options: [{ value: '', label: words.allStates }, ...words.states],
      }),
      ui.selectField({
        locale,
        name: 'order',
        label: t.commitments.order,
        value: filter.order,
        options: ORDERS.map((o) => ({ value: o, label: t.commitments.orders[o] })),
      }),
    ],
    ...(filter.isOn ? { resetHref: ui.withQuery(at(path, chosen), { year: null }) } : {}),
  })
}

export function listEnd(frame: ui.Frame, page: Page<unknown>): Html {
  const { locale, path } = frame
  const href = (format: string) => ui.withQuery(path, { format, after: null, done: null })
  const first = new URLSearchParams(path.split('?')[1] ?? '').has('after')
  return html`${ui.pager({
    locale,
    previousHref: first ? ui.withQuery(path, { after: null, done: null }) : null,
    nextHref: page.next === null ? null : ui.withQuery(path, { after: page.next, done: null }),
  })}${ui.exportLinks({
    locale,
    csv: href('csv'),
    xlsx: href('xlsx'),
    ods: href('ods'),
    json: href('json'),
    print: true,
  })}`
}
