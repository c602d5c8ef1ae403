/** Which year is looked at. */
import type { Period } from '../../../kernel/civil-date.ts'

/** A year as an address says it; null for anything else. */
export function yearIn(text: string): number | null {
  return /^(19|20|21)\d\d$/.test(text) ? Number(text) : null
}

/** This year, or the nearest one of the programme. */
export function yearOfToday({ period }: { readonly period: Period }, thisYear: number): number {
  return Math.min(period.to.year, Math.max(period.from.year, thisYear))
}
