/** Measures of a chapter, and tables of measures wherever they stand. */
import type { Ledger } from '../ledger.ts'
import { findTotal } from '../sums.ts'
import { fold, wordCount } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import type { MeasureRead } from '../types.ts'
import { claimEach, claimProse, claimSpans, type Draft } from './body.ts'
import { readBlocks } from './measure-blocks.ts'
import { finishMeasure } from './measure-draft.ts'
import { readTables, rowsOf } from './measure-rows.ts'
import { labelled } from './paragraphs.ts'

export function readMeasures(inner: readonly Line[], ledger: Ledger, body: Draft): void {
  if (claimTables(inner, ledger, body)) {
    claimProse(ledger, inner)
    return
  }
  const blocks = readBlocks(inner.filter((l) => isBlank(l) || ledger.isFree(l.n)))
  const measures = blocks.drafts
    .map((d) => finishMeasure(d, blocks.unit))
    .filter((m) => m.text !== '' && !isReference(m))
  claimSpans(ledger, 'measures', measures)
  for (const n of blocks.others) ledger.claim('measures', [n, n])
  body.measures = [...body.measures, ...measures]
  body.tableTotals = [...body.tableTotals, ...blocks.tableTotals]
  claimProgrammeSum(inner, ledger, body)
  claimProse(ledger, inner)
}

/** «Заходи Програми наведено в додатку 1» is no measure. */
function isReference(m: MeasureRead): boolean {
  return (
    m.executors.length === 0 &&
    m.term.kind === 'none' &&
    /(?:наведен|викладен|визначен|зазначен|містять|містить|подан|додають|додаєть)\S* .{0,40}(?:додатк|таблиц)|додаються\.?$|додається\.?$/.test(
      fold(m.text),
    )
  )
}

/** «Фінансування: 60 тис. грн з районного бюджету» below a list of measures that say nothing of money. */
function claimProgrammeSum(inner: readonly Line[], ledger: Ledger, body: Draft): void {
  const line = inner.find((l) => ledger.isFree(l.n) && labelled(l.text)?.role === 'sum')
  const total = line ? findTotal(line.text, null) : null
  if (!line || !total) return
  ledger.claim('funding', [line.n, line.n])
  body.totalInText ??= { ...total, lines: [line.n, line.n] }
}

/** Takes every table of measures among the lines; true when there was one. */
export function claimTables(lines: readonly Line[], ledger: Ledger, body: Draft): boolean {
  const tables = readTables(rowsOf(lines.filter((l) => isBlank(l) || ledger.isFree(l.n))))
  for (const table of tables) {
    const measures = table.drafts.map((d) => finishMeasure(d, table.unit)).filter((m) => m.text !== '')
    if (measures.length === 0) continue
    const taken = lines.filter((l) => !isBlank(l) && l.n >= table.first && l.n <= table.last)
    claimEach(ledger, 'measures', taken)
    const before = lines.filter((l) => !isBlank(l) && l.n < table.first).slice(-2)
    claimEach(
      ledger,
      'measures',
      before.filter((l) => wordCount(l.text) <= 6 && /^\(?(?:тис|грн|таблиця|млн)/.test(l.key)),
    )
    body.measures = [...body.measures, ...measures]
    body.tableTotals = [...body.tableTotals, ...table.totals.map((t) => ({ ...t, unit: table.unit }))]
  }
  return tables.some((t) => t.drafts.length > 0)
}
