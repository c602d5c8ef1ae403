/** What the bench says: a table for people, JSON for whoever compares runs. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const RESULTS = fileURLToPath(new URL('results', import.meta.url))

export type Row = {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** None: for information. */
  readonly budget?: { readonly atLeast: number } | { readonly atMost: number }
  readonly facts?: Readonly<Record<string, number>>
}

export function holds({ value, budget }: Row): boolean {
  if (!budget) return true
  return 'atLeast' in budget ? value >= budget.atLeast : value <= budget.atMost
}

/** Prints and writes; true when every budget holds. */
export function tell(rows: readonly Row[], about: Readonly<Record<string, unknown>>): boolean {
  const lines = rows.map((row) => {
    const mark = !row.budget ? ' ' : holds(row) ? '✔' : '✖'
    const bound = !row.budget
      ? ''
      : 'atLeast' in row.budget
        ? `≥ ${row.budget.atLeast}`
        : `≤ ${row.budget.atMost}`
    const facts = Object.entries(row.facts ?? {}).map(([name, value]) => `${name} ${round(value)}`)
    return `${mark} ${row.what.padEnd(58)} ${`${round(row.value)} ${row.unit}`.padStart(14)}  ${bound.padEnd(8)} ${facts.join(', ')}`
  })
  const failed = rows.filter((row) => !holds(row)).length
  process.stdout.write(`${lines.map((line) => line.trimEnd()).join('\n')}\n`)
  process.stdout.write(`${rows.filter((r) => r.budget).length - failed} budgets hold, ${failed} do not\n`)
  mkdirSync(RESULTS, { recursive: true })
  const at = new Date().toISOString()
  const file = join(RESULTS, `${at.replace(/[:.]/g, '-')}.json`)
  const said = rows.map((row) => ({ ...row, holds: holds(row) }))
  writeFileSync(file, `${JSON.stringify({ at, ...about, rows: said }, null, 2)}\n`)
  return failed === 0
}

function round(n: number): number {
  return Number(n.toPrecision(3))
}
