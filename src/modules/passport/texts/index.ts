/** Texts of the passport with its tables. */
import { inputSentence } from '../../../kernel/input-texts.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { kindNamePlural, ORGANISATION_KINDS } from '../../organisations/index.ts'
import { type ChoiceSet, SECTION_KEYS, type TableKey } from '../rules/definitions.ts'
import type { CrossTable } from '../types.ts'
import { en } from './en.ts'
import type { Label, TableTexts } from './table-texts.ts'
import { tablesEn } from './tables-en.ts'
import { tablesUk } from './tables-uk.ts'
import { type PassportWords, uk } from './uk.ts'

export { sentences } from './sentences.ts'

export type FieldText = { readonly label: string; readonly hint?: string }

function textOf(label: Label | undefined, key: string): FieldText {
  if (label === undefined) return { label: key }
  return typeof label === 'string' ? { label } : { label: label[0], hint: label[1] }
}

function dressed(words: PassportWords, tables: TableTexts) {
  return {
    ...words,
    sections: tables.sections,
    table: (key: TableKey) => tables.tables[key],
    /** Of a column of the table, or of `day`, `until`, `source`, `sourceOn`. */
    field: (table: TableKey, key: string): FieldText => {
      if (key === 'day') return textOf(tables.tables[table].day, key)
      if (key === 'until' || key === 'source' || key === 'sourceOn') return textOf(tables.common[key], key)
      const fields: Readonly<Record<string, Label>> = tables.tables[table].fields
      return textOf(fields[key], key)
    },
    choice: (set: ChoiceSet, value: string): string => {
      const answers: Readonly<Record<string, string>> = tables.choices[set]
      return answers[value] ?? value
    },
  }
}
export type PassportTexts = ReturnType<typeof dressed>

export const texts: Bilingual<PassportTexts> = { uk: dressed(uk, tablesUk), en: dressed(en, tablesEn) }

/** Kinds stand in a cross-table by their keys. */
export function crossName(
  locale: Locale,
  cross: Pick<CrossTable, 'key'>,
  row: Pick<CrossTable['rows'][number], 'name'>,
): string {
  if (cross.key !== 'kindByDistrict') return row.name[locale]
  const kind = ORGANISATION_KINDS.find((k) => k === row.name.uk)
  return kind ? kindNamePlural(locale, kind) : row.name[locale]
}

/** A refusal of ours, or of a schema; sections are named, not keyed. */
export function sentenceOf(locale: Locale, refusal: Refusal): string {
  const t = texts[locale]
  const values = { ...(refusal.values ?? {}) }
  const section = SECTION_KEYS.find((key) => key === values['section'])
  if (section) values['section'] = t.sections[section]
  const found = t.refusals[refusal.refused]
  return found ? found(values) : inputSentence(locale, refusal.refused, values)
}
