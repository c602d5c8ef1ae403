import { toHryvnias } from '../../../kernel/money.ts'
import { cleanText } from '../clean-text.ts'
import type { Sheet, SheetColumn, SheetLink } from './sheet.ts'

type JsonCell = string | number | SheetLink | null
export type JsonRow = Readonly<Record<string, JsonCell>>

/** Rows by the keys of their columns: money as a decimal number of hryvnias, dates and instants by ISO 8601. */
export async function toJson<Row>({ columns, rows }: Sheet<Row>): Promise<JsonRow[]> {
  const result: JsonRow[] = []
  for await (const row of rows)
    result.push(Object.fromEntries(columns.map((column) => [column.key, cell(column, row)])))
  return result
}

function cell<Row>(column: SheetColumn<Row>, row: Row): JsonCell {
  switch (column.kind) {
    case 'text': {
      const value = column.value(row)
      return value === null ? null : cleanText(value)
    }
    case 'money': {
      const amount = column.value(row)
      return amount === null ? null : toHryvnias(amount)
    }
    case 'date':
    case 'instant':
      return column.value(row)?.toString() ?? null
    case 'integer':
    case 'decimal':
    case 'link':
      return column.value(row)
  }
}
