/** The order in which rows of each table are read. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { compareTexts } from '../../../kernel/texts.ts'
import type { Values } from '../types.ts'
import { CHOICES, definitionOf, type TableKey } from './definitions.ts'

type Ordered = { readonly values: Values; readonly day: CivilDate | null }

/** Records the latest first; events by their day; days of the year by the calendar; the rest by their first words. */
export function inOrder<Row extends Ordered>(table: TableKey, rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => compareRows(table, a, b))
}

/** By which lists of the office are sorted: the first words of the row in lower case. */
export function sortKeyOf(table: TableKey, values: Values): string {
  const { fields } = definitionOf(table)
  const first = fields.find((f) => f.kind === 'line' || f.kind === 'text') ?? fields[0]
  return String(values[first?.key ?? ''] ?? '')
    .toLowerCase()
    .slice(0, 300)
}

function compareRows(table: TableKey, a: Ordered, b: Ordered): number {
  if (table === 'ages') return band(a) - band(b)
  if (table === 'cityDays') return yearDay(a) - yearDay(b)
  const { time } = definitionOf(table)
  const days = a.day && b.day ? compareDates(a.day, b.day) : 0
  if (time === 'record' && days !== 0) return -days
  if (time === 'yearly' && days !== 0) return days
  if (table === 'results') {
    const votes = Number(b.values['votes'] ?? 0) - Number(a.values['votes'] ?? 0)
    if (votes !== 0) return votes
  }
  const words = (row: Ordered) => definitionOf(table).fields.map((f) => String(row.values[f.key] ?? ''))
  const [one, other] = [words(a), words(b)]
  for (const [i, text] of one.entries()) {
    const found = compareTexts('uk', text, other[i] ?? '')
    if (found !== 0) return found
  }
  return 0
}

function band(row: Ordered): number {
  return (CHOICES.ageBand as readonly string[]).indexOf(String(row.values['band']))
}

function yearDay(row: Ordered): number {
  return Number(row.values['month'] ?? 0) * 100 + Number(row.values['monthDay'] ?? 0)
}
