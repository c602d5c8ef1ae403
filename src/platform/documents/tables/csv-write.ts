/** CSV (RFC 4180), UTF-8 with a byte order mark, safe to open in a spreadsheet. */
import { CITY_ZONE } from '../../../kernel/civil-date.ts'
import { toHryvnias } from '../../../kernel/money.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { cleanText } from '../clean-text.ts'
import { neutralised } from './formula-text.ts'
import type { Sheet, SheetColumn } from './sheet.ts'

/**
 * `uk`: parted by `;`, with decimal comma and `31.01.2014`, as a Ukrainian spreadsheet reads it.
 * `en`: parted by `,`, with decimal point and ISO 8601, for programs and open data.
 */
export type CsvOptions = { readonly locale: Locale }

/** Rows are read as the receiver takes them: memory does not grow with their number. */
export function streamCsv<Row>(sheet: Sheet<Row>, { locale }: CsvOptions): ReadableStream<Uint8Array> {
  return ReadableStream.from(chunks(sheet, locale))
}

async function* chunks<Row>(sheet: Sheet<Row>, locale: Locale): AsyncGenerator<Uint8Array> {
  const { writeCsvStream } = await import('hucre/csv')
  yield* writeCsvStream(lines(sheet, locale), {
    delimiter: locale === 'uk' ? ';' : ',',
    bom: true,
    headers: sheet.columns.map((column) => text(column.title)),
  })
}

export async function toCsv<Row>(sheet: Sheet<Row>, options: CsvOptions): Promise<Uint8Array> {
  return new Uint8Array(await new Response(streamCsv(sheet, options)).arrayBuffer())
}

async function* lines<Row>({ columns, rows }: Sheet<Row>, locale: Locale): AsyncGenerator<string[]> {
  for await (const row of rows) yield columns.map((column) => cell(column, row, locale))
}

function text(value: string): string {
  return neutralised(cleanText(value))
}

function cell<Row>(column: SheetColumn<Row>, row: Row, locale: Locale): string {
  switch (column.kind) {
    case 'text':
      return text(column.value(row) ?? '')
    case 'link':
      return text(column.value(row)?.href ?? '')
    case 'integer':
      return column.value(row)?.toString() ?? ''
    case 'decimal':
      return decimal(column.value(row), locale, 6)
    case 'money': {
      const amount = column.value(row)
      return amount === null ? '' : decimal(toHryvnias(amount), locale, 2, 2)
    }
    case 'date': {
      const date = column.value(row)
      return date === null ? '' : shortDate(locale, date)
    }
    case 'instant': {
      const instant = column.value(row)
      if (instant === null) return ''
      if (locale === 'en') return instant.toString({ smallestUnit: 'second' })
      const local = instant.toZonedDateTimeISO(CITY_ZONE)
      return `${shortDate(locale, local.toPlainDate())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
    }
  }
}

function decimal(value: number | null, locale: Locale, most: number, least = 0): string {
  if (value === null || !Number.isFinite(value)) return ''
  const [whole, part = ''] = value.toFixed(most).split('.')
  const digits = part.replace(/0+$/, '').padEnd(least, '0')
  return digits === '' ? whole! : `${whole}${locale === 'uk' ? ',' : '.'}${digits}`
}
