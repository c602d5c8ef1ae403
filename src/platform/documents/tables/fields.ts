/** From the columns of a stranger's table to the fields of ours. */
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Kopiykas, parseHryvnias } from '../../../kernel/money.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { cleanText } from '../clean-text.ts'
import type { RawRow, RawTable, ReadRefusal, RowRefusal, SetAside } from './read.ts'

type Read = { text: string; integer: number; money: Kopiykas; date: CivilDate }

export type Field = {
  readonly kind: keyof Read
  /** Titles under which the column is known; case, blanks, dots and apostrophes do not matter. */
  readonly titles: readonly string[]
  /** `column`: the file must have it. `value`: every row must fill it too. */
  readonly required?: 'column' | 'value'
}
export type Fields = Readonly<Record<string, Field>>

type ValueOf<F extends Field> = Read[F['kind']] | (F['required'] extends 'value' ? never : null)
export type Entry<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

export type MappedRow<F extends Fields> = { readonly number: number; readonly entry: Entry<F> }
export type MappedTable<F extends Fields> = {
  readonly rows: readonly MappedRow<F>[]
  readonly setAside: readonly SetAside[]
  /** Columns that nobody asked for. */
  readonly ignored: readonly string[]
}

function likeness(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,:;*'’ʼ"«»()_-]+/g, '')
}

/** Refuses the table for a column that is missing or there twice; sets aside each row with all that is wrong in it. */
export function mapRows<const F extends Fields>(
  table: RawTable,
  fields: F,
): MappedTable<F> | readonly Refusal<ReadRefusal>[] {
  const header = table.header.map(likeness)
  const places = new Map<string, number>()
  const refusals: Refusal<ReadRefusal>[] = []
  for (const [key, field] of Object.entries(fields)) {
    const wanted = new Set(field.titles.map(likeness))
    const found = header.flatMap((title, i) => (wanted.has(title) ? [i] : []))
    if (found.length > 1) refusals.push(refuse('column_twice', { column: field.titles[0] ?? key }, key))
    if (found[0] !== undefined) places.set(key, found[0])
    else if (field.required) refusals.push(refuse('column_missing', { column: field.titles[0] ?? key }, key))
  }
  if (refusals.length > 0) return refusals

  const rows: MappedRow<F>[] = []
  const setAside: SetAside[] = [...table.setAside]
  for (const row of table.rows) {
    const read = readRow(row, fields, places)
    if ('refusals' in read) setAside.push({ ...row, refusals: read.refusals })
    else rows.push({ number: row.number, entry: read.entry })
  }
  setAside.sort((a, b) => a.number - b.number)
  const used = new Set(places.values())
  return { rows, setAside, ignored: table.header.filter((title, i) => title !== '' && !used.has(i)) }
}

function readRow<F extends Fields>(
  row: RawRow,
  fields: F,
  places: ReadonlyMap<string, number>,
): { entry: Entry<F> } | { refusals: Refusal<RowRefusal>[] } {
  const refusals: Refusal<RowRefusal>[] = []
  const entry: Record<string, Read[keyof Read] | null> = {}
  for (const [key, field] of Object.entries(fields)) {
    const place = places.get(key)
    const text = place === undefined ? '' : cleanText(row.cells[place] ?? '').trim()
    const value = text === '' ? null : readValue(field.kind, text)
    if (isRefusal(value))
      refusals.push({ ...value, field: key, values: { column: field.titles[0] ?? key, text } })
    else if (value === null && field.required === 'value')
      refusals.push(refuse('value_missing', { column: field.titles[0] ?? key }, key))
    else entry[key] = value
  }
  return refusals.length > 0 ? { refusals } : { entry: entry as Entry<F> }
}

function readValue(kind: keyof Read, text: string): Read[keyof Read] | Refusal<RowRefusal> {
  switch (kind) {
    case 'text':
      return text
    case 'integer': {
      const plain = text.replace(/[\s\u00a0\u202f]/g, '')
      const value = Number(plain)
      return /^[-+]?\d+$/.test(plain) && Number.isSafeInteger(value) ? value : refuse('not_an_integer')
    }
    case 'money':
      return parseHryvnias(text) ?? refuse('not_an_amount')
    case 'date':
      return parseCivilDate(text) ?? refuse('not_a_date')
  }
}
