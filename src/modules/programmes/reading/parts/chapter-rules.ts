/** Money and rules of a chapter. */

import { kopiykas } from '../../../../kernel/money.ts'
import type { Ledger } from '../ledger.ts'
import { inUnit } from '../money.ts'
import { findTotal, yearSums } from '../sums.ts'
import { fold, wordCount } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import type { ControlRule, FundingRead, TotalRead } from '../types.ts'
import { claimEach, claimSpans, type Draft } from './body.ts'
import { readRules } from './control.ts'
import { type FundingTable, readFundingTable } from './funding.ts'

export function takeRules(
  lines: readonly Line[],
  chapter: 'funding' | 'control',
  ledger: Ledger,
  body: Draft,
): void {
  const prose = lines.filter((l) => isBlank(l) || !(l.cells && l.cells.filter((c) => c !== '').length > 2))
  const rules = readRules(prose, chapter).filter((r) => wordCount(r.rule) >= 4)
  claimSpans(ledger, 'control', rules)
  body.control = [...body.control, ...rules]
  if (chapter === 'funding' && body.totalInText === null) {
    for (const rule of rules) {
      if (!/обсяг|у сумі|в сумі|становить|складає|потреба|необхідно|передбач/.test(fold(rule.rule))) continue
      const total = findTotal(rule.rule, null)
      if (total) {
        body.totalInText = { ...total, lines: rule.lines }
        if (body.funding.length === 0) body.funding = inYears(rule)
        break
      }
    }
  }
}

export function takeFunding(lines: readonly Line[], ledger: Ledger, body: Draft): void {
  const table = readFundingTable(lines)
  if (!table) return
  ledger.claim('funding', table.lines)
  body.funding = [...body.funding, ...table.funding]
  body.fundingTotal ??= totalOf(table)
  const before = lines.filter((l) => !isBlank(l) && l.n < table.lines[0]).slice(-6)
  claimEach(
    ledger,
    'funding',
    before.filter(
      (l) =>
        (wordCount(l.text) <= 16 || (l.cells?.length ?? 0) > 1) &&
        !/[.;]$/.test(l.text) &&
        /обсяг|кошт|джерел|тис|грн|рок|етап|бюджет|№/.test(l.key),
    ),
  )
}

function totalOf(table: FundingTable): TotalRead | null {
  const row = table.rows.findLast((r) => r.isTotal && r.cells.length > 0)
  if (!row) return null
  const whole = row.cells.find((c) => c.head.isTotal)
  const uah = whole?.uah ?? kopiykas(row.cells.reduce((s, c) => s + c.uah, 0))
  return { amount: inUnit(uah, table.unit), unit: table.unit, uah, lines: [row.n, row.n] }
}

function inYears(rule: ControlRule): readonly FundingRead[] {
  const years = yearSums(rule.rule, null)
  return years.length < 2
    ? []
    : years.map((y) => ({ year: y.year, source: null, uah: y.uah, lines: rule.lines }))
}
