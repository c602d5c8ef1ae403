/** What must be true of the description of a data set before it is published. */
import type { DataSet } from '../../../platform/module.ts'

/** KMU 835 limits a name to 254 characters and a description to 4,000. */
export function descriptionFaults(set: DataSet): readonly string[] {
  const faults: string[] = []
  if (!/^[a-z][a-z0-9-]{1,99}$/.test(set.slug)) faults.push('slug')
  for (const text of [set.title.uk, set.title.en])
    if (text.length < 3 || text.length > 254) faults.push('title')
  for (const text of [set.description.uk, set.description.en])
    if (text.length < 10 || text.length > 4_000) faults.push('description')
  if (set.keywords.uk.length === 0 || set.keywords.en.length === 0) faults.push('keywords')
  const keys = set.columns.map((c) => c.key)
  if (keys.length === 0 || new Set(keys).size !== keys.length) faults.push('columns')
  for (const c of set.columns) {
    if (!/^[a-z][a-zA-Z0-9]*$/.test(c.key)) faults.push(`column ${c.key}`)
    for (const text of [c.title.uk, c.title.en, c.description.uk, c.description.en])
      if (text.trim() === '') faults.push(`column ${c.key} is not described`)
  }
  for (const key of set.primaryKey ?? [])
    if (!set.columns.some((c) => c.key === key && c.required)) faults.push(`primary key ${key}`)
  return faults
}
