/** Schemas of inputs: one made for each table from its definition. */
import { z } from 'zod'
import type { CivilDate } from '../../kernel/civil-date.ts'
import {
  date,
  line,
  optionalDate,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  optionalWhole,
  paragraphs,
  whole,
} from '../../kernel/inputs.ts'
import {
  CHOICES,
  definitionOf,
  type FieldDefinition,
  SECTION_KEYS,
  type TableKey,
} from './rules/definitions.ts'
import type { RowInput } from './types.ts'

const MOST = 1_000_000_000

/** `12,5` as people write it. */
function decimal(from: number, to: number, required: boolean) {
  return z
    .union([z.string(), z.number()], { error: 'not_text' })
    .optional()
    .transform((typed, ctx): number | null => {
      const text = String(typed ?? '').replace(/[\s\u00a0\u202f]/g, '')
      if (text === '' && !required) return null
      const n = /^-?\d{1,12}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null
      if (n !== null && n >= from && n <= to) return n
      ctx.addIssue({
        code: 'custom',
        message: text === '' ? 'required' : n === null ? 'not_number' : 'out_of_range',
      })
      return z.NEVER
    })
}

function choice(values: readonly string[], required: boolean) {
  return z
    .string()
    .optional()
    .transform((typed, ctx): string | null => {
      const text = (typed ?? '').trim()
      if (values.includes(text)) return text
      if (text === '' && !required) return null
      ctx.addIssue({ code: 'custom', message: text === '' ? 'required' : 'not_a_choice' })
      return z.NEVER
    })
}

function schemaOf(field: FieldDefinition): z.ZodType<string | number | null> {
  const required = field.required === true
  switch (field.kind) {
    case 'line':
      return required ? line(field.most ?? 300) : optionalLine(field.most ?? 300)
    case 'text':
      return required ? paragraphs(field.most ?? 2_000) : optionalParagraphs(field.most ?? 2_000)
    case 'organisation':
      return optionalLine(300)
    case 'link':
      return optionalLink()
    case 'integer':
      return required
        ? whole(field.from ?? 0, field.to ?? MOST)
        : optionalWhole(field.from ?? 0, field.to ?? MOST)
    case 'decimal':
      return decimal(field.from ?? 0, field.to ?? MOST, required)
    case 'choice':
      return choice(CHOICES[field.set], required)
  }
}

type Dated = { day: CivilDate | null; until: CivilDate | null; source: string; sourceOn: CivilDate }

/** Of a figure, a record and an event the day is needed; only a term has an end. */
function datedShape(table: TableKey) {
  const { time } = definitionOf(table)
  return {
    day: time === 'term' ? optionalDate() : date(),
    ...(time === 'term' ? { until: optionalDate() } : {}),
    source: line(300),
    sourceOn: date(),
  }
}

export type RowFormInput = RowInput & { readonly lockVersion: number }

/** @param more `lockVersion` of the row that is changed */
export function rowForm(table: TableKey): z.ZodType<RowFormInput> {
  const { fields } = definitionOf(table)
  return z
    .strictObject({
      ...Object.fromEntries(fields.map((field) => [field.key, schemaOf(field)])),
      ...datedShape(table),
      lockVersion: optionalWhole(0),
    })
    .transform((read): RowFormInput => {
      const all = read as Readonly<Record<string, unknown>> & Dated & { lockVersion: number | null }
      return {
        values: Object.fromEntries(
          fields.map((field) => {
            const value = all[field.key]
            return [field.key, typeof value === 'string' || typeof value === 'number' ? value : null]
          }),
        ),
        day: all.day,
        until: all.until ?? null,
        source: all.source,
        sourceOn: all.sourceOn,
        lockVersion: all.lockVersion ?? 0,
      }
    })
}

export const reasonForm = z.strictObject({ reason: paragraphs(1_000) })
export const composeForm = z.strictObject({ asOf: date() })
export const empty = z.strictObject({})
export const pasteForm = z.strictObject({ text: optionalParagraphs(1_000_000) })

const section = z
  .enum(SECTION_KEYS as readonly [string, ...string[]], 'not_a_choice')
  .transform((key, ctx) => {
    const found = SECTION_KEYS.find((s) => s === key)
    if (found) return found
    ctx.addIssue({ code: 'custom', message: 'not_a_choice' })
    return z.NEVER
  })
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'invalid')

export const checkForm = z.strictObject({ section, seen: hash })
export const leaveOutForm = z.strictObject({ section, reason: paragraphs(1_000) })
export const sectionForm = z.strictObject({ section })
export const freezeForm = z.strictObject({ seen: hash })
export const settingsForm = z.strictObject({ measure: optionalLine(20) })

/** Which column of the file is which field, and what holds for all rows. */
export function mappingForm(table: TableKey) {
  const { fields } = definitionOf(table)
  const columns = [...fields.map((f) => f.key), ...ROW_COLUMNS]
  return z
    .strictObject({
      ...Object.fromEntries(columns.map((key) => [`column.${key}`, optionalWhole(0, 1_000)])),
      allDay: optionalDate(),
      allSource: optionalLine(300),
      allSourceOn: optionalDate(),
    })
    .transform((read) => {
      const all = read as Readonly<Record<string, unknown>>
      return {
        columns: Object.fromEntries(
          columns.map((key) => {
            const at = all[`column.${key}`]
            return [key, typeof at === 'number' ? at : null]
          }),
        ),
        day: all['allDay'] ? String(all['allDay']) : null,
        source: typeof all['allSource'] === 'string' ? all['allSource'] : null,
        sourceOn: all['allSourceOn'] ? String(all['allSourceOn']) : null,
      }
    })
}

/** Beside the fields of each table. */
export const ROW_COLUMNS = ['day', 'until', 'source', 'sourceOn'] as const
