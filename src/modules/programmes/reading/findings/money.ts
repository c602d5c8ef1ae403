/** Findings on money: what does not add up, also for a mix-up of units. */
import type { BeforeFindings } from '../findings.ts'
import { readMoneyCell } from '../money.ts'
import type { TableTotal } from '../parts/body.ts'
import { sumsOfItem } from '../parts/passport-sums.ts'
import type { Lines } from '../text/lines.ts'
import type { Finding, PassportItem } from '../types.ts'
import { finding } from './finding.ts'

/** Kopiykas may be lost by rounding to tenths of thousands in each row. */
function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > 100
}

function compared(
  code: 'sum_mismatch',
  lines: Lines,
  parts: number,
  total: number,
  what: string,
): readonly Finding[] {
  if (parts === 0 || !differs(parts, total)) return []
  const ratio = parts / total
  const isThousand = Math.abs(ratio - 1000) < 0.01 || Math.abs(ratio - 0.001) < 0.000001
  return [
    finding(
      code,
      lines,
      { parts: parts / 100, total: total / 100, what, unit: isThousand ? 1 : 0 },
      isThousand
        ? { action: 'set_unit', value: ratio > 1 ? 'тис. грн' : 'грн' }
        : { action: 'set_total', value: parts / 100, values: [String(total / 100), String(parts / 100)] },
    ),
  ]
}

function passportParts(passport: readonly PassportItem[]): { amount: number; lines: Lines } | null {
  const parts = passport
    .filter((p) => /Funds$/.test(p.key))
    .flatMap((p) => {
      const sum = sumsOfItem(p, passport)
      return sum === null ? [] : [{ amount: sum.uah as number, lines: p.lines }]
    })
  if (parts.length < 1) return null
  return {
    amount: parts.reduce((s, p) => s + p.amount, 0),
    lines: [parts[0]!.lines[0], parts.at(-1)!.lines[1]],
  }
}

export function moneyFindings(r: BeforeFindings, totals: readonly TableTotal[]): readonly Finding[] {
  const out: Finding[] = []
  const hasMoney = r.passport.some((p) => p.key === 'total') || r.measures.length > 0
  if (r.isProgramme && hasMoney && r.total === null) {
    const item = r.passport.find((p) => p.key === 'total')
    out.push(
      finding(
        'total_missing',
        item?.lines ?? [1, Math.max(1, r.source.lineCount)],
        {},
        { action: 'set_total' },
      ),
    )
  }
  if (r.total) {
    const parts = passportParts(r.passport)
    if (parts) out.push(...compared('sum_mismatch', parts.lines, parts.amount, r.total.uah, 'passport'))
    const rows = r.measures.flatMap((m) => m.funding)
    const sum = rows.reduce((s, f) => s + f.uah, 0)
    if (rows.length > 0 && (r.measures.every((m) => m.saysMoney) || sum > r.total.uah))
      out.push(...compared('sum_mismatch', r.total.lines, sum, r.total.uah, 'measures'))
    const table = r.funding.reduce((s, f) => s + f.uah, 0)
    if (r.funding.length > 0)
      out.push(
        ...compared(
          'sum_mismatch',
          [r.funding[0]!.lines[0], r.funding.at(-1)!.lines[1]],
          table,
          r.total.uah,
          'funding',
        ),
      )
  }
  return [...out, ...tableFindings(r, totals)]
}

/** The row «Разом» of a table of measures against its rows, column by column. */
function tableFindings(r: BeforeFindings, totals: readonly TableTotal[]): readonly Finding[] {
  return totals.flatMap((t) => {
    if (t.cells.length !== t.columns.length || totals.filter((x) => x.columns === t.columns).length > 1)
      return []
    return t.columns.flatMap((column, i): readonly Finding[] => {
      if (column.role !== 'sum' || column.year === null) return []
      const said = readMoneyCell(t.cells[i]!, column.unit ?? t.unit)
      if (said?.kind !== 'sum') return []
      const own = r.measures.flatMap((m) =>
        m.funding.filter(
          (f) => f.year === column.year && (column.source === null || f.source === column.source),
        ),
      )
      return compared(
        'sum_mismatch',
        [t.n, t.n],
        own.reduce((s, f) => s + f.uah, 0),
        said.amount,
        String(column.year),
      )
    })
  })
}
