/** Which column of a stranger's table is which field. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ImportMapping } from '../types.ts'
import { definitionOf, type TableKey } from './definitions.ts'

/** Case, blanks, dots and apostrophes do not matter. */
export function likeness(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[\s.,:;*'’ʼ"«»_–-]+/g, '')
}

/** A column is taken once: by the title as we write it, else by one that contains it. */
export function guessColumns(
  header: readonly string[],
  titles: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, number | null>> {
  const plain = header.map(likeness)
  const taken = new Set<number>()
  const found: Record<string, number | null> = Object.fromEntries(
    Object.keys(titles).map((key) => [key, null]),
  )
  const take = (fits: (title: string, wanted: string) => boolean) => {
    for (const [key, names] of Object.entries(titles)) {
      if (found[key] !== null) continue
      const at = plain.findIndex(
        (title, i) => title !== '' && !taken.has(i) && names.some((name) => fits(title, likeness(name))),
      )
      if (at < 0) continue
      taken.add(at)
      found[key] = at
    }
  }
  take((title, wanted) => title === wanted)
  take(
    (title, wanted) =>
      wanted.length > 3 && title.length > 3 && (title.includes(wanted) || wanted.includes(title)),
  )
  return found
}

/** What is wrong with a choice of columns. */
export function checkColumns(
  table: TableKey,
  mapping: ImportMapping,
  width: number,
): readonly Refusal<'column_needed' | 'column_chosen_twice'>[] {
  const { fields, time } = definitionOf(table)
  const { columns } = mapping
  const needed = [
    ...fields.flatMap((f) => (f.required ? [f.key] : [])),
    ...(time !== 'term' && mapping.day === null ? ['day'] : []),
    ...(mapping.source === null ? ['source'] : []),
    ...(mapping.sourceOn === null ? ['sourceOn'] : []),
  ]
  const chosen = Object.values(columns).filter((at) => at !== null)
  return [
    ...needed
      .filter((key) => (columns[key] ?? null) === null)
      .map((key) => refuse('column_needed', undefined, `column.${key}`)),
    ...Object.entries(columns)
      .filter(([, at]) => at !== null && (at >= width || chosen.filter((c) => c === at).length > 1))
      .map(([key]) => refuse('column_chosen_twice', undefined, `column.${key}`)),
  ]
}
