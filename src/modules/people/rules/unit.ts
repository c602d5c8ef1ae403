/** When two spellings are one department, and which departments may become one. */
import type { Refusal } from '../../../kernel/refusal.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Unit } from '../types.ts'

const APOSTROPHES = /['’ʼ‘`´′]/g
const QUOTES = /["«»“”„‟]/g
const DASHES = /\s*[-‐‑‒–—−]\s*/g
/** «апарату виконавчого комітету Ніжинської міської ради Чернігівської області» and its shorter kin, in the genitive. */
const TAIL =
  /(?:\s(?:апарату|при|у складі))?(?:\s(?:виконавчого комітету|виконкому))?(?:\s[\p{L}'’-]+(?:ської|цької|зької))?\s(?:міської|селищної|сільської)(?:\s(?:територіальної громади|ради))(?:\s[\p{L}'’-]+ської області)?$/iu
const BARE_TAIL = /\s(?:апарату\s)?(?:виконавчого комітету|виконкому)$/iu

/**
 * The form under which spellings of one department meet: lower case, plain quotes and apostrophes, one space, no full
 * stop at the end and no «виконавчого комітету … міської ради», which in the texts of one council says nothing.
 */
export function normalForm(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:]+$/, '')
    .trim()
  return withoutTail(plain)
}

/**
 * Where a list, a table or a ribbon names a department: its short name, else the name without the words about the
 * council. It begins a line there, so it begins with a capital.
 */
export function unitLabel({ name, shortName }: Pick<Unit, 'name' | 'shortName'>): string {
  return shortName ?? withCapital(withoutTail(name))
}

/** «відділ …» inside a text is «Відділ …» where it stands alone. */
export function withCapital(name: string): string {
  return name.charAt(0).toLocaleUpperCase('uk') + name.slice(1)
}

function withoutTail(name: string): string {
  const short = name.replace(TAIL, '').replace(BARE_TAIL, '').trim()
  return short === '' ? name : short
}

export type UnitCode =
  | 'unit_name_taken'
  | 'unit_merges_with_itself'
  | 'unit_kinds_differ'
  | 'unit_merged_already'
  | 'unit_not_merged'
  | 'unit_not_active'
  | 'unit_is_group'
  | 'unit_is_no_group'
  | 'unit_not_found'
  | 'alias_is_name'

/** Two units of one kind, both alive, may become one. */
export function mayMerge(from: Unit, into: Unit): readonly Refusal<UnitCode>[] {
  if (from.id === into.id) return [refuse('unit_merges_with_itself', undefined, 'into')]
  if (from.mergedInto !== null) return [refuse('unit_merged_already')]
  if (from.kind !== into.kind) return [refuse('unit_kinds_differ', undefined, 'into')]
  if (into.mergedInto !== null || !into.active)
    return [refuse('unit_not_active', { name: into.name }, 'into')]
  return []
}

export function maySplit(unit: Unit): readonly Refusal<UnitCode>[] {
  return unit.mergedInto === null ? [refuse('unit_not_merged')] : []
}

/** Only departments fill a group: a group inside a group would make the coordinator guess who is meant. */
export function mayFill(group: Unit, members: readonly Unit[]): readonly Refusal<UnitCode>[] {
  if (group.kind !== 'group') return [refuse('unit_is_no_group')]
  return members.flatMap((m): Refusal<UnitCode>[] => {
    if (m.kind === 'group') return [refuse('unit_is_group', { name: m.name }, 'members')]
    return m.active ? [] : [refuse('unit_not_active', { name: m.name }, 'members')]
  })
}
