/** Which rows of a table stand on a day, and which of them are old. */
import { type CivilDate, compareDates, type Period } from '../../../kernel/civil-date.ts'
import type { RowInput, TableRow } from '../types.ts'
import { definitionOf, type TableKey } from './definitions.ts'

/** The year that a passport of the day looks back on: of 1 January, the whole year before it. */
export function yearBefore(asOf: CivilDate): Period {
  return { from: asOf.subtract({ years: 1 }), to: asOf.subtract({ days: 1 }) }
}

type Dated = Pick<RowInput, 'day' | 'until' | 'sourceOn'>

export function standsOn(table: TableKey, row: Dated, asOf: CivilDate): boolean {
  const begun = row.day === null || compareDates(row.day, asOf) <= 0
  switch (definitionOf(table).time) {
    case 'figure':
    case 'record':
      return begun
    case 'term':
      return begun && (row.until === null || compareDates(row.until, asOf) >= 0)
    case 'yearly': {
      const { from, to } = yearBefore(asOf)
      return row.day !== null && compareDates(row.day, from) >= 0 && compareDates(row.day, to) <= 0
    }
  }
}

/** Figures by their day, terms by the day of their source; what happened once does not grow old. */
export function isOld(table: TableKey, row: Dated, asOf: CivilDate): boolean {
  const { time } = definitionOf(table)
  if (time === 'record' || time === 'yearly') return false
  const known = time === 'figure' ? (row.day ?? row.sourceOn) : row.sourceOn
  return compareDates(known, asOf.subtract({ years: 1 })) < 0
}

/** What tells a row from another of its table. Case and blanks do not. */
export function keyOf(table: TableKey, row: Pick<RowInput, 'values' | 'day'>): string {
  const { keys, time } = definitionOf(table)
  const words = keys.map((key) =>
    String(row.values[key] ?? '')
      .toLowerCase()
      .replace(/[’'`ʼ]/g, '’')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return JSON.stringify(time === 'term' ? words : [...words, row.day?.toString() ?? ''])
}

/** In the order in which they were given; of figures the latest of each key. */
export function rowsOn<Row extends Pick<TableRow, 'values' | 'day' | 'until' | 'sourceOn'>>(
  table: TableKey,
  rows: readonly Row[],
  asOf: CivilDate,
): readonly Row[] {
  const standing = rows.filter((row) => standsOn(table, row, asOf))
  if (definitionOf(table).time !== 'figure') return standing
  const latest = new Map<string, Row>()
  for (const row of standing) {
    const key = keyOf(table, { values: row.values, day: null })
    const known = latest.get(key)
    if (!known || compareDates(row.day ?? row.sourceOn, known.day ?? known.sourceOn) > 0) latest.set(key, row)
  }
  return standing.filter((row) => latest.get(keyOf(table, { values: row.values, day: null })) === row)
}
