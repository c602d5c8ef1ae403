/** What becomes of records that came together: which are new, which say something else, which nothing new. */
import { type CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import {
  type EntityFacts,
  HISTORY_FIELDS,
  type HistoryField,
  type RegisterRef,
  type RegisterSource,
} from '../types.ts'

/**
 * Names an entity: by its code; by the number of its record where it has none; else by its name and place.
 * The second name is for the rare two records that have one code.
 */
export function refsOf(
  source: RegisterSource,
  facts: Pick<EntityFacts, 'edrpou' | 'record'>,
  nameKey: string,
): readonly [RegisterRef, RegisterRef] {
  const { edrpou, record } = facts
  const first = `${source}:${edrpou ?? record ?? nameKey}`
  return [first, edrpou !== null && record !== null ? `${first}/${record}` : first]
}

/** One code, two numbers of records: two entities. A record without a number is taken for the same. */
export function isAnother(known: string | null, record: string | null): boolean {
  return known !== null && record !== null && known !== record
}

/** An export older than what is known says nothing. */
export function isOutdated(exportedOn: CivilDate, known: CivilDate): boolean {
  return Temporal.PlainDate.compare(exportedOn, known) < 0
}

export type Difference = {
  readonly field: HistoryField
  readonly before: string | null
  readonly after: string | null
}

export function differences(
  before: Readonly<Record<HistoryField, string | null>>,
  after: Readonly<Record<HistoryField, string | null>>,
): readonly Difference[] {
  return HISTORY_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }))
}

/** Where reading goes on: number of the part, bytes within its text. */
export type Place = { readonly part: number; readonly position: number }

/** Bytes of text before a place. */
export function bytesBefore(
  parts: readonly { readonly part: { readonly size: number } }[],
  { part, position }: Place,
): number {
  return parts.slice(0, part).reduce((sum, one) => sum + one.part.size, position)
}
