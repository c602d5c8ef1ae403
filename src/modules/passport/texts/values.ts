/** Values of cells as people read them. */
import { figure, type Locale } from '../../../kernel/texts.ts'
import type { FieldDefinition } from '../rules/definitions.ts'
import type { Values } from '../types.ts'
import { texts } from './index.ts'

const decimals = {
  uk: new Intl.NumberFormat('uk-UA', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }),
} as const

export function valueText(locale: Locale, field: FieldDefinition, value: Values[string] | undefined): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'choice') return texts[locale].choice(field.set, String(value))
  if (field.kind === 'decimal' && typeof value === 'number') return decimals[locale].format(value)
  // A year is no quantity: it has no thousands.
  if (field.kind === 'integer' && typeof value === 'number')
    return field.key === 'year' ? String(value) : figure(locale, value)
  return String(value)
}
