/** The total of a programme: in its passport, in its prose, or below its tables. */
import { kopiykas } from '../../../../kernel/money.ts'
import { inUnit, readMoneyCell, unitIn } from '../money.ts'
import { findTotal } from '../sums.ts'
import type { PassportItem, TotalRead } from '../types.ts'
import type { Body, TableTotal } from './body.ts'

export function totalOf(body: Body): TotalRead | null {
  return ofPassport(body.passport) ?? body.totalInText ?? body.fundingTotal ?? ofTables(body.tableTotals)
}

function ofPassport(passport: readonly PassportItem[]): TotalRead | null {
  const item = passport.find((p) => p.key === 'total')
  if (!item) return null
  const own = item.value ? findTotal(item.value, unitIn(item.label)) : null
  const total = own ?? findTotal(item.label, null)
  return total ? { ...total, lines: item.lines } : null
}

/** The last row of totals below the measures: its column of the whole, else all its sums together. */
function ofTables(totals: readonly TableTotal[]): TotalRead | null {
  for (const t of [...totals].reverse()) {
    if (t.cells.length !== t.columns.length) continue
    const sums = t.columns.flatMap((column, i) => {
      const cell = column.role === 'sum' ? readMoneyCell(t.cells[i]!, column.unit ?? t.unit) : null
      return cell?.kind === 'sum' ? [{ column, cell }] : []
    })
    const whole = sums.find((s) => s.column.isTotal)
    const used = whole ? [whole] : sums
    if (used.length === 0) continue
    const uah = kopiykas(used.reduce((s, x) => s + x.cell.amount, 0))
    return { amount: inUnit(uah, t.unit), unit: t.unit, uah, lines: [t.n, t.n] }
  }
  return null
}
