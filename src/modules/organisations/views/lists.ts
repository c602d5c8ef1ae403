/** Pages of the lists that the office keeps. */
import { type Html, html } from '../../../kernel/html.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { ListName } from '../store/lists.ts'
import { officeTexts } from '../texts/index.ts'
import type { ListEntry } from '../types.ts'
import { doneNotice, OFFICE, officeTabs } from './office-parts.ts'

export const LISTS = `${OFFICE}/lists`
export const LIST_NAMES = ['districts', 'directions', 'confessions'] as const

type Shelf = {
  readonly entries: readonly (ListEntry & { readonly outline?: unknown })[]
  readonly uses: ReadonlyMap<string, number>
}

export function listsPage(
  frame: ui.Frame,
  view: {
    readonly shelves: Readonly<Record<ListName, Shelf>>
    readonly sent: { readonly list: ListName; readonly state: FormState } | null
    readonly done: string
    readonly waiting: number
  },
): Html {
  const { locale } = frame
  const t = officeTexts[locale].lists
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    noIndex: true,
    breadcrumbs: [{ label: officeTexts[locale].title, href: OFFICE }],
    notices: doneNotice(locale, view.done),
    main: html`${officeTabs(locale, 'lists', true, view.waiting)}${LIST_NAMES.map((list) => {
      const { entries, uses } = view.shelves[list]
      const state = view.sent?.list === list ? view.sent.state : { values: {}, errors: [] }
      const f = ui.fieldsOf(locale, state, {}, list)
      return ui.section({
        title: t[list],
        id: list,
        content: html`${ui.table<Shelf['entries'][number]>({
          locale,
          caption: t[list],
          captionHidden: true,
          rows: entries,
          empty: t.empty,
          rowTone: (e) => (e.active ? null : 'soft'),
          columns: [
            {
              label: t.name,
              rowHeader: true,
              cell: (e) => html`<a href="${LISTS}/${list}/${e.id}">${e.name}</a>`,
            },
            { label: t.nameEn, cell: (e) => e.nameEn !== null && ui.foreign('en', e.nameEn) },
            ...(list === 'districts'
              ? [
                  {
                    label: t.outline,
                    cell: (e: Shelf['entries'][number]) => (e.outline ? t.hasOutline : t.noOutline),
                  },
                ]
              : []),
            { label: t.uses, numeric: true, cell: (e) => uses.get(e.id) ?? 0 },
          ],
        })}${ui.disclosure({
          summary: html`${t.add}${ui.hidden(`: ${t[list]}`)}`,
          open: state.errors.length > 0,
          content: ui.form({
            locale,
            action: `${LISTS}/${list}`,
            csrf: frame.csrf,
            errors: state.errors,
            scope: list,
            submit: t.add,
            content: ui.fieldRow([
              f.text({ name: 'name', label: t.name, autocomplete: 'off' }),
              f.text({ name: 'nameEn', label: t.nameEn, optional: true, autocomplete: 'off' }),
            ]),
          }),
        })}`,
      })
    })}`,
  })
}

export function entryPage(
  frame: ui.Frame,
  view: {
    readonly list: ListName
    readonly entry: ListEntry
    readonly hasOutline: boolean
    readonly state: FormState
    readonly outlineState: FormState
  },
): Html {
  const { locale, csrf } = frame
  const t = officeTexts[locale].lists
  const { entry, list, state } = view
  const path = `${LISTS}/${list}/${entry.id}`
  const f = ui.fieldsOf(locale, state, {
    name: entry.name,
    nameEn: entry.nameEn,
    position: String(entry.position),
    active: entry.active ? 'on' : '',
  })
  const g = ui.boundFields({ locale, errors: view.outlineState.errors, scope: 'outline' })
  return ui.page(frame, {
    title: entry.name,
    lead: t[list],
    noIndex: true,
    breadcrumbs: [
      { label: officeTexts[locale].title, href: OFFICE },
      { label: t.title, href: LISTS },
    ],
    main: html`${ui.form({
      locale,
      action: path,
      csrf,
      errors: state.errors,
      cancelHref: `${LISTS}#${list}`,
      content: [
        f.text({ name: 'name', label: t.name, autocomplete: 'off' }),
        f.text({ name: 'nameEn', label: t.nameEn, optional: true, autocomplete: 'off' }),
        f.integer({ name: 'position', label: t.position }),
        f.checkbox({ name: 'active', label: t.active }),
      ],
    })}${
      list === 'districts' &&
      ui.section({
        title: t.outline,
        content: html`<p>${view.hasOutline ? t.hasOutline : t.noOutline}</p>${ui.form({
          locale,
          action: `${path}/outline`,
          csrf,
          errors: view.outlineState.errors,
          multipart: true,
          scope: 'outline',
          submit: t.saveOutline,
          content: g.file({ name: 'file', label: t.outline, hint: t.outlineHint, accept: '.json,.geojson' }),
        })}${
          view.hasOutline &&
          ui.postButton({ action: `${path}/outline/remove`, csrf, label: t.dropOutline, kind: 'quiet' })
        }`,
      })
    }`,
  })
}
