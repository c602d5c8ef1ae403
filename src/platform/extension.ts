/**
 * A place where modules above put something of their own: a tab, a line of the start page.
 * Like `event.ts`, found by searching for its name; what was added is named in manifests: `adds: [point.with(value)]`.
 */
import type { Follows } from './event.ts'

export type ExtensionPoint<T> = {
  readonly name: string
  /** In the order of the modules. */
  all(): readonly T[]
  with(value: T): Follows
}

export function extensionPoint<T>(name: string): ExtensionPoint<T> {
  const values = new Set<T>()
  return {
    name,
    all: () => [...values],
    with: (value) => ({ event: name, attach: () => values.add(value) }),
  }
}
