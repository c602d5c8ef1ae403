/** Lists as files. A table of the office goes out with the titles by which it comes in again. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet, SheetColumn } from '../../../platform/documents/tables/index.ts'
import { definitionOf, type FieldDefinition, type TableKey } from '../rules/definitions.ts'
import { texts } from '../texts/index.ts'
import type { PublishedLine, TableRow } from '../types.ts'
import { type Names, saidValue } from './rows.ts'

function valueColumn(
  locale: Locale,
  table: TableKey,
  field: FieldDefinition,
  names: Names,
): SheetColumn<TableRow> {
  const { key } = field
  const title = texts[locale].field(table, key).label
  if (field.kind === 'integer' || field.kind === 'decimal')
    return {
      key,
      title,
      kind: field.kind,
      value: (row) => {
        const value = row.values[key]
        return typeof value === 'number' ? value : null
      },
    }
  return { key, title, kind: 'text', value: (row) => saidValue(locale, field, row, names) || null }
}

export function rowsSheet(
  locale: Locale,
  table: TableKey,
  rows: readonly TableRow[],
  names: Names,
): Sheet<TableRow> {
  const t = texts[locale]
  const { fields, time } = definitionOf(table)
  const title = (key: string) => t.field(table, key).label
  return {
    name: t.table(table).title,
    rows,
    columns: [
      ...fields.map((field) => valueColumn(locale, table, field, names)),
      { key: 'day', title: title('day'), kind: 'date', value: (row) => row.day },
      ...(time === 'term'
        ? [
            {
              key: 'until',
              title: title('until'),
              kind: 'date' as const,
              value: (row: TableRow) => row.until,
            },
          ]
        : []),
      { key: 'source', title: title('source'), kind: 'text', value: (row) => row.source },
      { key: 'sourceOn', title: title('sourceOn'), kind: 'date', value: (row) => row.sourceOn },
    ],
  }
}

export function archiveSheet(locale: Locale, rows: readonly PublishedLine[]): Sheet<PublishedLine> {
  const c = texts[locale].columns
  return {
    name: texts[locale].public.archive,
    rows,
    columns: [
      { key: 'asOf', title: c.asOf, kind: 'date', value: (l) => l.asOf },
      { key: 'version', title: c.version, kind: 'integer', value: (l) => l.version },
      { key: 'published', title: c.published, kind: 'instant', value: (l) => l.publishedAt },
      {
        key: 'organisations',
        title: c.count,
        kind: 'integer',
        value: (l) => l.kinds.reduce((sum, k) => sum + k.count, 0),
      },
      { key: 'sha256', title: c.sha256, kind: 'text', value: (l) => l.sha256 },
    ],
  }
}
