/** The published shape of a reading's JSON, from which the JSON Schema in docs/ is made. */
import { z } from 'zod'
import { CHAPTER_KINDS, CONTROL_KINDS, PARTS, PASSPORT_KEYS } from './types.ts'

const lines = z
  .tuple([z.int().min(1), z.int().min(1)])
  .describe('First and last line of the text, 1-based, both included')
const linesOrNull = lines.nullable()
const year = z.int().min(1900).max(2100)
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const uah = z.number().describe('Hryvnias, decimal, exact to the kopiyka')
const years = z.strictObject({ from: year.nullable(), to: year })
const text = z.strictObject({ text: z.string(), lines })
const month = z.int().min(1).max(12)
const day = z.int().min(1).max(31)
const quarter = z.int().min(1).max(4)
const period = years.nullable().describe('Years that the term itself names')

const recurrenceKinds = <Also extends z.ZodRawShape>(also: Also) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['continuous', 'daily', 'weekly', 'onDemand', 'none', 'unrecognised']),
      period,
      ...also,
    }),
    z.strictObject({ kind: z.literal('monthly'), period, byDay: day.nullable(), ...also }),
    z.strictObject({ kind: z.literal('quarterly'), period, byDay: day.nullable(), times: z.int(), ...also }),
    z.strictObject({ kind: z.literal('halfYearly'), period, months: z.array(month), ...also }),
    z.strictObject({
      kind: z.literal('yearly'),
      period,
      months: z.array(month),
      quarters: z.array(quarter),
      by: z.strictObject({ month, day: day.nullable() }).nullable(),
      everyYears: z.int().min(2).optional().describe('Once in so many years'),
      ...also,
    }),
    z.strictObject({
      kind: z.literal('once'),
      period,
      year: year.nullable(),
      quarters: z.array(quarter),
      months: z.array(month),
      day: day.nullable(),
      ...also,
    }),
    z.strictObject({
      kind: z.literal('by'),
      period,
      year: year.nullable(),
      month: month.nullable(),
      day: day.nullable(),
      ...also,
    }),
    z.strictObject({ kind: z.literal('years'), period, from: year, to: year, ...also }),
  ])

const otherTime = recurrenceKinds({}).meta({ id: 'otherTime' })
const recurrence = recurrenceKinds({
  also: z.array(otherTime).optional().describe('Other times that the same term names'),
}).meta({ id: 'recurrence' })

const funding = z.strictObject({ year: year.nullable(), source: z.string().nullable(), uah, lines })
const passportKey = z.enum(PASSPORT_KEYS)
const passportValue = {
  key: passportKey,
  label: z.string(),
  value: z.string().nullable().describe('null where the source gives none'),
  lines,
}

const measure = z.strictObject({
  number: z.string().nullable(),
  text: z.string(),
  task: z.string().nullable(),
  executors: z.array(z.string()),
  executorLines: linesOrNull,
  term: z.strictObject({ raw: z.string(), recurrence, lines: linesOrNull }),
  funding: z.array(funding),
  fundingNote: z.string().nullable(),
  expectedResult: z.string().nullable(),
  remarks: z.string().nullable(),
  lines,
})

export const readingSchema = z.strictObject({
  title: z.string().nullable(),
  titleLines: linesOrNull,
  period: years.nullable(),
  act: z.strictObject({
    body: z.string().nullable(),
    kind: z.string().nullable(),
    number: z.string().nullable(),
    date: isoDate.nullable(),
    sitting: z.int().nullable(),
    convocation: z.int().nullable(),
    appendix: z.string().nullable(),
    otherDates: z.array(isoDate),
    isDraft: z.boolean(),
    lines: linesOrNull,
  }),
  passport: z.array(
    z.strictObject({
      number: z.string().nullable(),
      ...passportValue,
      details: z.array(z.strictObject(passportValue)),
    }),
  ),
  participants: z.array(z.string()),
  budgets: z.array(z.string()),
  total: z
    .strictObject({ amount: z.number(), unit: z.enum(['грн', 'тис. грн', 'млн грн']), uah, lines })
    .nullable(),
  chapters: z.array(
    z.strictObject({
      number: z.string().nullable(),
      heading: z.string(),
      kind: z.enum(CHAPTER_KINDS),
      level: z.int(),
      headingLines: lines,
      lines,
    }),
  ),
  facts: z.array(z.strictObject({ value: z.number(), what: z.string(), date: isoDate.nullable(), lines })),
  problems: z.array(text),
  aim: text.nullable(),
  tasks: z.array(text),
  measures: z.array(measure),
  units: z.array(z.strictObject({ name: z.string(), isGroup: z.boolean(), aliases: z.array(z.string()) })),
  funding: z.array(funding),
  expectedResults: z.array(text),
  control: z.array(
    z.strictObject({
      number: z.string().nullable(),
      rule: z.string(),
      kind: z.enum(CONTROL_KINDS),
      chapter: z.enum(['funding', 'control']),
      reports: z.array(
        z.strictObject({
          recurrence,
          from: z.string().nullable(),
          to: z.string().nullable(),
          sentence: z.string(),
        }),
      ),
      lines,
    }),
  ),
  signatory: z.strictObject({ position: z.string().nullable(), name: z.string(), lines }).nullable(),
  amendments: z.array(
    z.strictObject({
      number: z.string().nullable(),
      action: z.enum(['newWording', 'add', 'replace', 'remove', 'change']),
      points: z.array(z.string()),
      chapters: z.array(z.string()),
      measures: z.array(measure),
      text: z.string(),
      lines,
    }),
  ),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      message: z.string(),
      lines,
      resolution: z
        .strictObject({
          action: z.string(),
          value: z.union([z.string(), z.number()]).nullable().optional(),
          values: z.array(z.string()).optional(),
        })
        .nullable(),
    }),
  ),
  notUnderstood: z.array(z.strictObject({ lines, text: z.string() })),
  parts: z.array(z.strictObject({ part: z.enum(PARTS), lines })),
  source: z.strictObject({
    name: z.string(),
    kind: z.enum(['text', 'docx', 'odt']),
    encoding: z.string(),
    lines: z.int(),
  }),
  isProgramme: z.boolean(),
  otherKind: z.enum(['report', 'budgetPassport', 'note']).nullable(),
})

export function jsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(readingSchema, { target: 'draft-2020-12' }),
    title: 'Reading of a programme',
    $id: 'programme-reading.schema.json',
  }
}
