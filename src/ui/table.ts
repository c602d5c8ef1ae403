/** Tables of data: sorted by links, readable at 320 px, printable. */
import { attributes, type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { type Content, hidden, isPresent } from './content.ts'
import { words } from './words.ts'

/** A part that may be wider than the page; it scrolls alone and can be reached by keyboard. */
export function scrollRegion({
  locale,
  caption,
  content,
}: {
  locale: Locale
  caption: string
  content: Html
}): Html {
  return html`<section class="scroll" tabindex="0" aria-label="${words(locale).table.scroll(caption)}">${content}</section>`
}

export type Direction = 'ascending' | 'descending'

export type Column<Row> = {
  label: string
  cell: (row: Row) => Content
  /** Figures: to the right and of one width. */
  numeric?: boolean
  /** This cell names the row; the first column when none says so. */
  rowHeader?: boolean
  /** Key of the order by this column; it can be sorted only together with `sort`. */
  sortKey?: string
  /** Last row, under the line. */
  total?: Content
  /** The label is only read out: columns of buttons. */
  labelHidden?: boolean
}

export type TableSort = {
  by: string
  direction: Direction
  href: (by: string, direction: Direction) => string
}

export type TableOptions<Row> = {
  locale: Locale
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  sort?: TableSort
  /** Stands instead of the table when there are no rows. */
  empty?: Content
  /**
   * On a narrow screen a row becomes a block (`stack`, when absent), the table scrolls sideways (`scroll`),
   * or nothing changes, because two or three short columns fit anywhere (`keep`).
   */
  narrow?: 'stack' | 'scroll' | 'keep'
  /** Rows that stand out. */
  rowTone?: (row: Row) => 'late' | 'due' | 'soft' | null
}

export function table<Row>(options: TableOptions<Row>): Html {
  const { locale, caption, columns, rows, narrow = 'stack' } = options
  if (rows.length === 0) return html`<p class="soft">${options.empty ?? words(locale).table.nothing}</p>`
  const named = Math.max(
    0,
    columns.findIndex((c) => c.rowHeader),
  )
  const body = html`<table class="${narrow === 'stack' ? 'data stack' : 'data'}"><caption${attributes({ class: options.captionHidden && 'sr' })}>${caption}</caption>
<thead><tr>${columns.map((c) => head(locale, c, options.sort))}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr${attributes({ class: options.rowTone?.(row) })}>${columns.map((c, i) => bodyCell(c, row, i === named))}</tr>`,
  )}</tbody>${columns.some((c) => isPresent(c.total)) && totals(locale, columns, named)}</table>`
  return narrow === 'scroll' ? scrollRegion({ locale, caption, content: body }) : body
}

function head<Row>(locale: Locale, column: Column<Row>, sort: TableSort | undefined): Html {
  const kind = column.numeric && 'n'
  if (column.labelHidden) return html`<th scope="col">${hidden(column.label)}</th>`
  if (sort === undefined || column.sortKey === undefined)
    return html`<th scope="col"${attributes({ class: kind })}>${column.label}</th>`
  const sorted = sort.by === column.sortKey ? sort.direction : null
  const next: Direction = sorted === 'ascending' ? 'descending' : 'ascending'
  return html`<th scope="col"${attributes({ class: kind, 'aria-sort': sorted })}><a class="sort${
    sorted && ` ${sorted}`
  }" href="${sort.href(column.sortKey, next)}">${column.label}${hidden(`, ${words(locale).table.sortBy(column.label)}`)}</a></th>`
}

function bodyCell<Row>(column: Column<Row>, row: Row, isName: boolean): Html {
  const kind = column.numeric && 'n'
  const content = column.cell(row)
  if (isName) return html`<th scope="row"${attributes({ class: kind })}>${content}</th>`
  return html`<td${attributes({ class: kind, 'data-label': column.labelHidden ? null : column.label })}>${content}</td>`
}

function totals<Row>(locale: Locale, columns: readonly Column<Row>[], named: number): Html {
  return html`<tfoot><tr>${columns.map((c, i) =>
    i === named
      ? html`<th scope="row">${c.total ?? words(locale).table.total}</th>`
      : html`<td${attributes({ class: c.numeric && 'n', 'data-label': isPresent(c.total) && c.label })}>${c.total}</td>`,
  )}</tr></tfoot>`
}
