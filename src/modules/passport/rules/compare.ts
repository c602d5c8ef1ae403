/** Two passports beside each other: what is new, what is gone, what is called otherwise, and how figures moved. */
import type { OrganisationKind } from '../../organisations/index.ts'
import type { FrozenOrganisation, FrozenRow, PassportContent, Values } from '../types.ts'
import { definitionOf, SECTION_KEYS, type SectionKey, type TableKey } from './definitions.ts'

export type CountChange<Name> = { readonly name: Name; readonly before: number; readonly after: number }
export type Renamed = { readonly before: FrozenOrganisation; readonly after: FrozenOrganisation }
export type RowChange = {
  readonly before: Values | null
  readonly after: Values | null
  /** Fields that differ; empty where a row came or went. */
  readonly fields: readonly string[]
}
export type TableChange = { readonly table: TableKey; readonly rows: readonly RowChange[] }

export type Comparison = {
  readonly kinds: readonly CountChange<OrganisationKind>[]
  readonly confessions: { readonly before: number; readonly after: number }
  readonly added: readonly FrozenOrganisation[]
  readonly removed: readonly FrozenOrganisation[]
  readonly renamed: readonly Renamed[]
  readonly tables: readonly TableChange[]
  /** In one of the two only, because it was left out of the other. */
  readonly uncompared: readonly SectionKey[]
}

/** @param mergedInto where two organisations have become one since: the id that stands for both */
export function compare(
  before: PassportContent,
  after: PassportContent,
  mergedInto: ReadonlyMap<string, string> = new Map(),
): Comparison {
  const sectionIn = (content: PassportContent, key: SectionKey) => content.sections.find((s) => s.key === key)
  const left = (content: PassportContent, key: SectionKey) => {
    const found = sectionIn(content, key)
    return found === undefined || found.leftOut !== null
  }
  const both = SECTION_KEYS.filter((key) => !left(before, key) && !left(after, key))
  const listed = (content: PassportContent) =>
    new Map(
      both
        .flatMap((key) => sectionIn(content, key)?.registry?.organisations ?? [])
        .map((o) => [mergedInto.get(o.id) ?? o.id, o]),
    )
  const [old, now] = [listed(before), listed(after)]
  const kinds = [...new Set([...before.kinds, ...after.kinds].map((k) => k.kind))]
  const countOf = (content: PassportContent, kind: OrganisationKind) =>
    content.kinds.find((k) => k.kind === kind)?.count ?? 0
  return {
    kinds: kinds.map((name) => ({ name, before: countOf(before, name), after: countOf(after, name) })),
    confessions: { before: before.confessions, after: after.confessions },
    added: [...now].filter(([id]) => !old.has(id)).map(([, o]) => o),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, o]) => o),
    renamed: [...old].flatMap(([id, was]) => {
      const is = now.get(id)
      return is && is.name !== was.name ? [{ before: was, after: is }] : []
    }),
    tables: both.flatMap((key) =>
      (sectionIn(after, key)?.tables ?? []).flatMap(({ key: table, rows }) => {
        const earlier = sectionIn(before, key)?.tables.find((t) => t.key === table)?.rows ?? []
        const changes = compareRows(table, earlier, rows)
        return changes.length === 0 ? [] : [{ table, rows: changes }]
      }),
    ),
    uncompared: SECTION_KEYS.filter((key) => left(before, key) !== left(after, key)),
  }
}

/** By the fields that name a row: a figure of another year is the same line with another figure. */
function compareRows(
  table: TableKey,
  before: readonly FrozenRow[],
  after: readonly FrozenRow[],
): readonly RowChange[] {
  const { keys, time, fields } = definitionOf(table)
  // What happened is another each year: a list of events is read, not compared.
  if (time === 'yearly') return []
  const keyOf = (row: FrozenRow) =>
    JSON.stringify([...keys.map((k) => row.values[k] ?? null), time === 'record' ? row.day : null])
  const old = new Map(before.map((row) => [keyOf(row), row]))
  const now = new Map(after.map((row) => [keyOf(row), row]))
  const changed = [...now].flatMap(([key, row]): RowChange[] => {
    const was = old.get(key)
    if (!was) return [{ before: null, after: row.values, fields: [] }]
    const differing = fields
      .filter(
        (f) =>
          (row.values[f.key] ?? null) !== (was.values[f.key] ?? null) &&
          !row.hidden.includes(f.key) &&
          !was.hidden.includes(f.key),
      )
      .map((f) => f.key)
    return differing.length === 0 ? [] : [{ before: was.values, after: row.values, fields: differing }]
  })
  const gone = [...old].filter(([key]) => !now.has(key))
  return [...changed, ...gone.map(([, row]): RowChange => ({ before: row.values, after: null, fields: [] }))]
}
