/** What comes, by days: many measures end with a quarter, and one line for each would say less than one for the day. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { ComingItem } from '../types.ts'

export type ComingDay = {
  readonly due: CivilDate
  readonly items: readonly ComingItem[]
  /** How many more measures are due on that day. */
  readonly more: number
}

/**
 * @param items soonest first
 * @param days at most so many days
 * @param names at most so many measures a day
 */
export function byDay(items: readonly ComingItem[], days: number, names: number): ComingDay[] {
  const found = new Map<string, ComingItem[]>()
  for (const item of items) {
    const day = item.due.toString()
    found.set(day, [...(found.get(day) ?? []), item])
  }
  return [...found.values()].slice(0, days).map((all) => {
    // "And one more" would take the room of the one.
    const shown = all.length === names + 1 ? all : all.slice(0, names)
    return { due: all[0]!.due, items: shown, more: all.length - shown.length }
  })
}
