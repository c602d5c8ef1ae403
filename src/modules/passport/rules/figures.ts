/** Figures that a passport's sentences and charts say, counted from its rows. */
import type { FrozenRow, PassportContent } from '../types.ts'
import type { SectionKey, TableKey } from './definitions.ts'

export function rowsIn(content: PassportContent, table: TableKey): readonly FrozenRow[] {
  return content.sections.flatMap((s) => s.tables).find((t) => t.key === table)?.rows ?? []
}

export function sectionIn(content: PassportContent, key: SectionKey) {
  return content.sections.find((s) => s.key === key) ?? null
}

/** Of a column; rows without a figure add nothing. */
export function sumOf(rows: readonly FrozenRow[], key: string): number {
  return rows.reduce((sum, row) => sum + Number(row.values[key] ?? 0), 0)
}

export type Election = {
  readonly name: string
  readonly day: string | null
  readonly constituencies: number
  readonly stations: number
  readonly seats: number
  readonly voters: number
  readonly turnedOut: number
  /** In per cent, one digit after the point; null where no voter is on the lists. */
  readonly turnout: number | null
}

/** The latest first. */
export function electionsOf(content: PassportContent): readonly Election[] {
  const byName = Map.groupBy(rowsIn(content, 'constituencies'), (row) =>
    JSON.stringify([row.day, row.values['election'] ?? '']),
  )
  return [...byName.values()].map((rows) => {
    const voters = sumOf(rows, 'voters')
    const turnedOut = sumOf(rows, 'turnedOut')
    return {
      name: String(rows[0]?.values['election'] ?? ''),
      day: rows[0]?.day ?? null,
      constituencies: rows.length,
      stations: sumOf(rows, 'stations'),
      seats: sumOf(rows, 'seats'),
      voters,
      turnedOut,
      turnout: voters === 0 ? null : Math.round((turnedOut / voters) * 1_000) / 10,
    }
  })
}

/** How many councillors each faction has, by the table of councillors; the greatest first, those without one last. */
export function factionSizes(content: PassportContent): readonly { name: string | null; size: number }[] {
  const deputies = rowsIn(content, 'deputies')
  const known = rowsIn(content, 'factions').map((row) => String(row.values['name'] ?? ''))
  const sizes = new Map<string | null, number>(known.map((name) => [name, 0]))
  for (const row of deputies) {
    const typed = row.values['faction']
    const name = typeof typed === 'string' ? (known.find((k) => same(k, typed)) ?? typed) : null
    sizes.set(name, (sizes.get(name) ?? 0) + 1)
  }
  return [...sizes]
    .map(([name, size]) => ({ name, size }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.size - a.size)
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
