/** What executors say of one measure, said once where they say the same. */
import type { MeasurePart } from '../types/frozen.ts'

export type PartGroup = Omit<MeasurePart, 'unitName' | 'unitLabel'> & {
  readonly names: readonly string[]
  readonly labels: readonly string[]
}

/** In the order in which each was first said. */
export function groupParts(parts: readonly MeasurePart[]): readonly PartGroup[] {
  const groups = new Map<string, PartGroup>()
  for (const { unitName, unitLabel, ...said } of parts) {
    const key = JSON.stringify([said.year, said.quarter, said.state, said.result, said.reason, said.nextStep])
    const group = groups.get(key) ?? { ...said, names: [], labels: [] }
    groups.set(key, {
      ...group,
      names: [...group.names, unitName],
      labels: [...group.labels, unitLabel],
    })
  }
  return [...groups.values()]
}
