/** Quarters in addresses: `2026-1`. */
import { type CivilDate, type Quarter, type QuarterNumber, quarterOf } from '../../../kernel/civil-date.ts'

export function quarterKey(q: Quarter): string {
  return `${q.year}-${q.quarter}`
}

/** Null for anything else, and for quarters that have not begun. */
export function readQuarter(text: string, today: CivilDate): Quarter | null {
  const found = /^(20\d\d)-([1-4])$/.exec(text)
  if (!found) return null
  const asked = { year: Number(found[1]), quarter: Number(found[2]) as QuarterNumber }
  const now = quarterOf(today)
  return asked.year * 4 + asked.quarter <= now.year * 4 + now.quarter ? asked : null
}
