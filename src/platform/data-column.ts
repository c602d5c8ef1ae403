/** Columns of data sets, in the words of both languages. */
import type { Bilingual } from '../kernel/texts.ts'
import type { Column } from './module.ts'

/** What a column is called, and what stands in it. */
export type Told = readonly [title: string, description: string]
type More = Pick<Column, 'required' | 'values'>

export const REQUIRED = { required: true } as const

export function dataColumn<const Key extends string>(
  key: Key,
  type: Column['type'],
  uk: Told,
  en: Told,
  more: More = {},
) {
  return {
    key,
    type,
    title: { uk: uk[0], en: en[0] },
    description: { uk: uk[1], en: en[1] },
    ...more,
  } satisfies Column
}

/** Of a set whose words stand in its module's texts, each under the column's key. */
export function dataColumns<Key extends string>(words: Bilingual<Readonly<Record<Key, readonly string[]>>>) {
  const told = (of: readonly string[]): Told => [of[0] ?? '', of[1] ?? '']
  return (key: Key, type: Column['type'], more: More = {}): Column =>
    dataColumn(key, type, told(words.uk[key]), told(words.en[key]), more)
}
