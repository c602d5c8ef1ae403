/** XLSX and ODS: dates are dates, money is numbers, texts are texts and never formulas. */

import type { Cell, CellValue, ColumnDef, WriteOptions } from 'hucre/xlsx'
import { CITY_ZONE, type Temporal } from '../../../kernel/civil-date.ts'
import { toHryvnias } from '../../../kernel/money.ts'
import { cleanLine, cleanText, safeHref } from '../clean-text.ts'
import type { ColumnKind, Sheet, SheetColumn } from './sheet.ts'

/** The same sheet and time give the same bytes. */
export type SpreadsheetOptions = { readonly madeAt: Temporal.Instant }

const FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = {
  integer: '0',
  decimal: '#,##0.######',
  money: '#,##0.00',
  date: 'dd.mm.yyyy',
  instant: 'dd.mm.yyyy hh:mm',
}
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 14,
  integer: 10,
  decimal: 14,
  money: 16,
  date: 12,
  instant: 18,
  link: 24,
}
const WIDEST = 60
/** Excel's own limit for one cell. */
const LONGEST = 32_767

export async function toXlsx<Row>(sheet: Sheet<Row>, options: SpreadsheetOptions): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx(await workbook(sheet, options))
}

/** As XLSX, without widths and the frozen header. */
export async function toOds<Row>(sheet: Sheet<Row>, options: SpreadsheetOptions): Promise<Uint8Array> {
  const { writeOds } = await import('hucre/ods')
  return writeOds(await workbook(sheet, options))
}

async function workbook<Row>(sheet: Sheet<Row>, { madeAt }: SpreadsheetOptions): Promise<WriteOptions> {
  const header = sheet.columns.map((column) => cleanLine(column.title))
  const rows: CellValue[][] = [header]
  const cells = new Map<string, Partial<Cell>>()
  const longest = header.map((title) => title.length)
  for (const c of sheet.columns.keys()) cells.set(`0,${c}`, { style: { font: { bold: true } } })
  for await (const row of sheet.rows) {
    const r = rows.length
    rows.push(
      sheet.columns.map((column, c) => {
        const value = cellValue(column, row)
        if (typeof value === 'string') longest[c] = Math.max(longest[c]!, value.length)
        const style = FORMATS[column.kind]
        const target = column.kind === 'link' ? safeHref(column.value(row)?.href ?? '') : null
        if (target !== null) cells.set(`${r},${c}`, { hyperlink: { target } })
        else if (style !== undefined && value !== null) cells.set(`${r},${c}`, { style: { numFmt: style } })
        return value
      }),
    )
  }
  const time = new Date(madeAt.epochMilliseconds)
  return {
    properties: { title: cleanLine(sheet.name), created: time, modified: time },
    sheets: [
      {
        name: sheetName(sheet.name),
        columns: sheet.columns.map((column, c): ColumnDef => widthAndWrap(column.kind, longest[c]!)),
        rows,
        cells,
        freezePane: { rows: 1 },
      },
    ],
  }
}

function widthAndWrap(kind: ColumnKind, longest: number): ColumnDef {
  const width = Math.min(WIDEST, Math.max(WIDTHS[kind], longest + 2))
  return kind === 'text'
    ? { width, style: { alignment: { wrapText: true, vertical: 'top' } } }
    : { width, style: { alignment: { vertical: 'top' } } }
}

/** At most 31 characters and none of `[ ] : * ? / \`, nor an apostrophe at either end. */
function sheetName(name: string): string {
  const plain = cleanLine(name)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
  return [...plain].slice(0, 31).join('').trim() || 'Аркуш1'
}

function shortened(text: string): string {
  const plain = cleanText(text)
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1)}…`
}

function cellValue<Row>(column: SheetColumn<Row>, row: Row): CellValue {
  switch (column.kind) {
    case 'text': {
      const text = column.value(row)
      return text === null ? null : shortened(text)
    }
    case 'link': {
      const link = column.value(row)
      return link === null ? null : shortened(link.text)
    }
    case 'money': {
      const amount = column.value(row)
      return amount === null ? null : toHryvnias(amount)
    }
    case 'date': {
      const date = column.value(row)
      return date === null ? null : new Date(Date.UTC(date.year, date.month - 1, date.day))
    }
    case 'instant': {
      // A spreadsheet has no zones: what it shows is the city's time.
      const local = column.value(row)?.toZonedDateTimeISO(CITY_ZONE).toPlainDateTime()
      return local ? new Date(`${local.toString({ smallestUnit: 'second' })}Z`) : null
    }
    case 'integer':
    case 'decimal':
      return column.value(row)
  }
}
