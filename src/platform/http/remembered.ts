/**
 * Parts of pages that are the same for everybody until something is committed or the day changes: choices of a filter,
 * totals of whole tables. Nothing that depends on who reads.
 */
import { cityDay } from '../city-day.ts'
import type { Pulse } from '../pulse.ts'

/** @param key one of a few; what a reader typed is no key */
export type Remember = <T>(key: string, load: () => Promise<T>) => Promise<T>

export function remembering(pulse: Pick<Pulse, 'version'>): Remember {
  const kept = new Map<
    string,
    { readonly version: number; readonly day: string; readonly value: Promise<unknown> }
  >()
  return <T>(key: string, load: () => Promise<T>): Promise<T> => {
    const found = kept.get(key)
    const day = cityDay()
    if (found?.version === pulse.version && found.day === day) return found.value as Promise<T>
    const entry = { version: pulse.version, day, value: load() }
    kept.set(key, entry)
    entry.value.catch(() => {
      if (kept.get(key) === entry) kept.delete(key)
    })
    return entry.value
  }
}
