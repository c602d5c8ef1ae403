/** What stands around a list: search, filter, pages, exports, tabs. All of it links and GET forms. */
import { attributes, type Html, html } from '../kernel/html.ts'
import { figure, type Locale } from '../kernel/texts.ts'
import { hiddenField } from './buttons.ts'
import { type Content, hidden, isPresent } from './content.ts'
import { fieldId } from './fields/field.ts'
import { withQuery } from './frame.ts'
import { words } from './words.ts'

type Kept = Readonly<Record<string, string>>

const kept = (values: Kept | undefined): Html[] =>
  Object.entries(values ?? {}).map(([n, v]) => hiddenField(n, v))

export type FilterFormOptions = {
  locale: Locale
  action: string
  /** Fields made by `selectField`, `textField` and so on. */
  fields: Content
  /** Query parameters to keep, such as the order. */
  keep?: Kept
  /** Address without any filter; absent when none is on. */
  resetHref?: string
  label?: string
}

export function filterForm({ locale, action, fields, keep, resetHref, label }: FilterFormOptions): Html {
  const w = words(locale).list
  return html`<form class="filter" method="get" action="${action}" role="search" aria-label="${label ?? w.filters}">${kept(keep)}${fields}<div class="filter-end"><button class="btn quiet" type="submit">${
    w.filter
  }</button>${resetHref !== undefined && html` <a href="${resetHref}">${w.reset}</a>`}</div></form>`
}

export type SearchBoxOptions = {
  locale: Locale
  action: string
  label: string
  value?: string
  /** Name of the query parameter; `q` when absent. */
  name?: string
  keep?: Kept
}

export function searchBox({ locale, action, label, value, name = 'q', keep }: SearchBoxOptions): Html {
  const id = fieldId(name)
  return html`<form class="search" method="get" action="${action}" role="search" aria-label="${label}">${kept(keep)}<label for="${id}">${label}</label><div class="search-line"><input${attributes(
    { type: 'search', id, name, value: value ?? '', autocomplete: 'off' },
  )}><button class="btn" type="submit">${words(locale).list.search}</button></div></form>`
}

/** `Показано 20 з 1 312`, or how many were found when all are shown. */
export function countLine({ locale, shown, total }: { locale: Locale; shown: number; total: number }): Html {
  const w = words(locale).list
  const text =
    shown < total
      ? w.shown(figure(locale, shown), figure(locale, total))
      : w.found(total, figure(locale, total))
  return html`<p class="count num">${text}</p>`
}

export type PagerOptions = {
  locale: Locale
  /** Absent on the first page. */
  previousHref?: string | null
  /** Absent on the last page. */
  nextHref?: string | null
  shown?: number
  total?: number
}

/** Pages of a list by keyset: back, forward, and how many there are. */
export function pager({ locale, previousHref, nextHref, shown, total }: PagerOptions): Html {
  const w = words(locale).list
  return html`<div class="pager">${shown !== undefined && total !== undefined && countLine({ locale, shown, total })}${
    (isPresent(previousHref) || isPresent(nextHref)) &&
    html`<nav aria-label="${w.pages}"><ul>${
      isPresent(previousHref) &&
      html`<li><a class="btn quiet small" rel="prev" href="${previousHref}">← ${w.previous}</a></li>`
    }${isPresent(nextHref) && html`<li><a class="btn quiet small" rel="next" href="${nextHref}">${w.next} →</a></li>`}</ul></nav>`
  }</div>`
}

export type ExportLinksOptions = {
  locale: Locale
  csv?: string
  xlsx?: string
  ods?: string
  json?: string
  docx?: string
  pdf?: string
  /** iCalendar. */
  ical?: string
  atom?: string
  /** The print button needs the script; without it the browser's own menu prints the same page. */
  print?: boolean
  /** What is exported, read out after each kind. */
  of?: string
}

/** A list as tables: the same address in another form, from its beginning. */
export function tableFiles(
  path: string,
): Required<Pick<ExportLinksOptions, 'csv' | 'xlsx' | 'ods' | 'json'>> {
  const as = (format: string) => withQuery(path, { format, after: null })
  return { csv: as('csv'), xlsx: as('xlsx'), ods: as('ods'), json: as('json') }
}

const FILE_KINDS = ['csv', 'xlsx', 'ods', 'json', 'docx', 'pdf'] as const

export function exportLinks(options: ExportLinksOptions): Html {
  const w = words(options.locale).list
  const of = isPresent(options.of) && hidden(`: ${options.of}`)
  const files = FILE_KINDS.flatMap((kind) => {
    const href = options[kind]
    return href === undefined ? [] : [html`<li><a href="${href}">${kind.toUpperCase()}${of}</a></li>`]
  })
  return html`<div class="exports"><span>${w.export}:</span><ul>${files}${
    options.ical !== undefined && html`<li><a href="${options.ical}">${w.calendar}${of}</a></li>`
  }${options.atom !== undefined && html`<li><a href="${options.atom}">${w.feed}${of}</a></li>`}${
    options.print === true &&
    html`<li data-scripted hidden><button class="plain" type="button" data-print>${w.print}</button></li>`
  }</ul></div>`
}

export type Tab = { label: string; href: string; current?: boolean; count?: number }

/** Views of one thing, as links. */
export function tabs({
  locale,
  label,
  items,
}: {
  locale: Locale
  label: string
  items: readonly Tab[]
}): Html {
  return html`<nav class="tabs" aria-label="${label}"><ul>${items.map(
    (t) =>
      html`<li><a href="${t.href}"${attributes({ 'aria-current': t.current && 'page' })}>${t.label}${
        t.count !== undefined && html` <span class="count">${figure(locale, t.count)}</span>`
      }</a></li>`,
  )}</ul></nav>`
}
