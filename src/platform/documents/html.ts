/**
 * A document on the screen, before it is printed: the same content and order, for the page's own style sheet.
 * Classes begin with `doc-`; there is no inline style.
 */
import { attributes, type Html, html } from '../../kernel/html.ts'
import { lines } from './clean-text.ts'
import { gridColumns } from './grid.ts'
import type { Cell, Figure, OfficialDocument, Picture, Row, Runs, Table } from './model.ts'
import { compose, type PrintBlock } from './print.ts'
import { texts } from './texts/index.ts'

type HeadingLevel = 1 | 2 | 3

/** @param top level of the document's own heading within the page; all others follow below it */
export function renderHtml(doc: OfficialDocument, top: HeadingLevel = 2): Html {
  const print = compose(doc)
  return html`<article class="doc" lang="${print.locale}" aria-label="${texts[print.locale].preview(print.title)}">${print.parts.map(
    (part) =>
      html`<section class="doc-part doc-${part.orientation}">${part.blocks.map((block) => printBlock(block, top))}</section>`,
  )}</article>`
}

function heading(level: number, className: string, content: Html | Html[]): Html {
  switch (Math.min(level, 6)) {
    case 1:
      return html`<h1 class="${className}">${content}</h1>`
    case 2:
      return html`<h2 class="${className}">${content}</h2>`
    case 3:
      return html`<h3 class="${className}">${content}</h3>`
    case 4:
      return html`<h4 class="${className}">${content}</h4>`
    case 5:
      return html`<h5 class="${className}">${content}</h5>`
    default:
      return html`<h6 class="${className}">${content}</h6>`
  }
}

function broken(text: string): Html {
  return html`${lines(text).map((line, i) => (i > 0 ? html`<br>${line}` : line))}`
}

function stacked(values: readonly string[]): Html {
  return broken(values.join('\n'))
}

function inlines(runs: Runs): Html[] {
  return runs.map((run) => {
    let shown = broken(run.text)
    if (run.italic) shown = html`<em>${shown}</em>`
    if (run.bold) shown = html`<strong>${shown}</strong>`
    return run.href === undefined ? shown : html`<a href="${run.href}">${shown}</a>`
  })
}

function printBlock(block: PrintBlock, top: HeadingLevel): Html {
  switch (block.kind) {
    case 'corner':
      return html`<p class="doc-corner${block.strong ? ' doc-strong' : ''}">${stacked(block.lines)}</p>`
    case 'addressee':
      return html`<p class="doc-addressee">${stacked(block.lines)}</p>`
    case 'letterhead':
      return html`${block.institution.length > 0 ? html`<p class="doc-institution">${stacked(block.institution)}</p>` : null}${block.sitting ? html`<p class="doc-sitting">${block.sitting}</p>` : null}`
    case 'documentKind':
      return html`<p class="doc-kind">${block.text}</p>`
    case 'registration':
      return html`<p class="doc-registration"><span>${block.date}</span> <span>${block.place}</span> <span>${block.number}</span></p>`
    case 'title':
      return heading(top, `doc-title doc-title-${block.place}`, broken(block.text))
    case 'heading':
      return heading(top + block.level - 1, 'doc-heading', inlines(block.runs))
    case 'paragraph':
      return html`<p class="doc-text doc-${block.align}">${inlines(block.runs)}</p>`
    case 'clause':
      return html`<p class="doc-text doc-clause doc-clause-${block.level}"><span class="doc-number">${block.number}</span> ${inlines(block.runs)}</p>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${inlines(item)}</li>`)
      return block.ordered
        ? html`<ol class="doc-list">${items}</ol>`
        : html`<ul class="doc-list">${items}</ul>`
    }
    case 'table':
      return printTable(block)
    case 'figure':
      return printFigure(block)
    case 'note':
      return html`<p class="doc-note">${inlines(block.runs)}</p>`
    case 'pageBreak':
      return html`<hr class="doc-page-break">`
    case 'appendices':
      return html`<div class="doc-appendices"><p>${block.label}</p><ol>${block.items.map((item) => html`<li>${item}</li>`)}</ol></div>`
    case 'signatures':
      return html`${block.signatures.map(
        (one) => html`<p class="doc-signature"><span>${one.position}</span> <span>${one.name}</span></p>`,
      )}`
    case 'executor':
      return html`<p class="doc-executor">${block.text}</p>`
  }
}

/** Scrolls on its own where the screen is narrow, by keyboard too. */
function printTable(table: Table): Html {
  const rows = html`<table class="doc-table">${
    table.caption ? html`<caption>${table.caption}</caption>` : null
  }${table.header.length > 0 ? html`<thead>${printRows(table.header, table, true)}</thead>` : null}<tbody>${printRows(table.body, table, false)}</tbody>${table.total.length > 0 ? html`<tfoot>${printRows(table.total, table, false)}</tfoot>` : null}</table>`
  return table.caption
    ? html`<section class="doc-scroll"${attributes({ 'aria-label': table.caption, tabindex: 0 })}>${rows}</section>`
    : html`<div class="doc-scroll">${rows}</div>`
}

function printRows(rows: readonly Row[], table: Table, isHeader: boolean): Html[] {
  const columns = gridColumns(rows)
  return rows.map(
    (row, r) => html`<tr>${row.map((cell, c) => printCell(cell, table, isHeader, columns[r]![c]!))}</tr>`,
  )
}

function printCell(cell: Cell, table: Table, isHeader: boolean, column: number): Html {
  const align = cell.align ?? table.columns[column]?.align ?? 'start'
  const namesRow = column === table.rowHeader && cell.columns === 1
  const span = attributes({
    colspan: cell.columns > 1 ? cell.columns : null,
    rowspan: cell.rows > 1 ? cell.rows : null,
  })
  const content =
    cell.paragraphs.length === 1
      ? inlines(cell.paragraphs[0]!)
      : cell.paragraphs.map((runs) => html`<p>${inlines(runs)}</p>`)
  if (isHeader) return html`<th scope="${cell.columns > 1 ? 'colgroup' : 'col'}"${span}>${content}</th>`
  if (namesRow) return html`<th scope="row" class="doc-${align}"${span}>${content}</th>`
  return html`<td class="doc-${align}"${span}>${content}</td>`
}

function printFigure(figure: Figure): Html {
  return html`<figure class="doc-figure">${printPicture(figure.picture, figure.alt)}${
    figure.caption ? html`<figcaption>${figure.caption}</figcaption>` : null
  }</figure>${figure.table ? printTable(figure.table) : null}`
}

function printPicture(picture: Picture, alt: string): Html {
  if (picture.type === 'svg') return html`<div role="img" aria-label="${alt}">${picture.markup}</div>`
  const source = `data:image/png;base64,${Buffer.from(picture.bytes).toString('base64')}`
  return html`<img src="${source}" alt="${alt}" width="${picture.width}" height="${picture.height}">`
}
