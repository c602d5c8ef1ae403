/** «10,0 тис. грн щороку»: the sum is meant for each year of the measure, or else of the programme. */
import { findSum, unitIn } from '../money.ts'
import type { Years } from '../recurrence.ts'
import { sourceSums } from '../sums.ts'
import { fold, tidy } from '../text/fold.ts'
import type { Line } from '../text/lines.ts'
import type { FundingRead, MeasureRead } from '../types.ts'

const EACH_YEAR = /[\s,(]+(?:щороку|щорічно|(?:на|у|в) рік|кожного року)\)?[.;]?$/iu
/** One sum and no more, with its unit. */
const ONE_SUM = /^[^\d]*\d[\d\s.,]*(?:тис|млн|грн|гривень)[^\d]*$/u
/** A longer period is a slip of the pen. */
const MOST_YEARS = 15

/** The measure with a sum in each year, where its money is said so. */
export function withYearlySums(m: MeasureRead, programme: Years | null, lines: readonly Line[]): MeasureRead {
  const note = m.fundingNote
  if (note === null || m.funding.length > 0 || note.length > 300 || !EACH_YEAR.test(note)) return m
  const own = m.term.period
  const years = own !== null && own.from !== null && own.from < own.to ? own : programme
  if (!years || years.from === null || years.to - years.from >= MOST_YEARS) return m
  const rest = tidy(note.replace(EACH_YEAR, ''))
  const unit = unitIn(rest)
  if (unit === null) return m
  const one = ONE_SUM.test(fold(rest)) ? findSum(rest, null) : null
  const parts = sourceSums(rest, unit) ?? (one ? [{ source: null, uah: one.uah }] : [])
  const at = lines.slice(m.lines[0] - 1, m.lines[1]).find((l) => l.text.includes(note))?.n
  const { from, to } = years
  const funding = Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((year) =>
    parts.map((p): FundingRead => ({ ...p, year, lines: at === undefined ? m.lines : [at, at] })),
  )
  return { ...m, funding }
}
