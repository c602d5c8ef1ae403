/** The items of a passport that stands under no heading of its own: labelled lines, or rows of label and value. */
import type { Ledger } from '../ledger.ts'
import { fold } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import { claimSpans, type Draft } from './body.ts'
import { readPassport } from './passport.ts'
import { knownLabel } from './passport-labels.ts'

/** The key of the item that a line begins, where the line gives label and value. */
function itemOf(line: Line): string | null {
  const cells = line.cells?.filter((c) => c !== '') ?? []
  if (cells.length > 4) return null
  const first = cells.length > 1 ? cells[/^\d{1,2}(?:\.\d{1,2})?[.)]?$/.test(cells[0]!) ? 1 : 0]! : line.text
  const key = fold(first).replace(/^\d{1,2}(?:\.\d{1,2})?[.)]?\s+/, '')
  const label = knownLabel(key)
  if (!label) return null
  const rest = key.slice(label.length)
  return cells.length > 1
    ? rest.length < 60
      ? label.key
      : null
    : /^[^:]{0,60}:\s?\S/.test(rest)
      ? label.key
      : null
}

/** Takes the passport among the lines where at least `least` different items show it. */
export function takeLoosePassport(
  lines: readonly Line[],
  ledger: Ledger,
  body: Draft,
  least: number,
  isWhole = false,
): void {
  if (body.passport.length > 0) return
  const full = lines.filter((l) => !isBlank(l))
  const marked = full.flatMap((line, i) => {
    const key = itemOf(line)
    return key === null ? [] : [{ key, i }]
  })
  if (new Set(marked.map((m) => m.key)).size < least) return
  const isNumbered = marked.filter(({ i }) => /^\|?\s*\d{1,2}[.)|]/.test(full[i]!.text)).length >= 4
  const run =
    isWhole && isNumbered ? full.slice(marked[0]!.i) : full.slice(marked[0]!.i, marked.at(-1)!.i + 1)
  if (run.length > marked.length * 4) return
  const items = readPassport(run)
  if (items.length < least) return
  claimSpans(ledger, 'passport', items)
  for (const item of items) claimSpans(ledger, 'passport', item.details)
  body.passport = items
}
