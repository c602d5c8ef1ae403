/** What a clerk should look at before the reading is accepted. Codes and figures; the sentences are in the texts. */

import { documentFindings } from './findings/document.ts'
import { measureFindings } from './findings/measures.ts'
import { moneyFindings } from './findings/money.ts'
import type { TableTotal } from './parts/body.ts'
import type { Line } from './text/lines.ts'
import type { Decoded, Finding, Reading } from './types.ts'

export type BeforeFindings = Omit<Reading, 'findings'>

/** In the order of the lines they speak of. */
export function findFindings(
  reading: BeforeFindings,
  decoded: Decoded,
  lines: readonly Line[],
  totals: readonly TableTotal[],
): readonly Finding[] {
  return [
    ...documentFindings(reading, decoded, lines),
    ...measureFindings(reading),
    ...moneyFindings(reading, totals),
  ].sort((a, b) => a.lines[0] - b.lines[0] || a.lines[1] - b.lines[1])
}
