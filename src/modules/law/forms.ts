/** Inputs of the two verbs, of the calculator and of the API. Unknown fields are refused, save in a page's address. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  date,
  id,
  line,
  optionalDate,
  optionalLine,
  paragraphs,
  whole,
} from '../../kernel/inputs.ts'
import { type CalendarChoice, TERM_UNITS, type TermQuestion } from './types.ts'

/** `5`, `0,5`, `1/2`. */
function ruleValue() {
  return line(20).transform((text, ctx): number => {
    const share = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text)
    if (share && Number(share[2]) > 0) return Number(share[1]) / Number(share[2])
    const number = text.replace(',', '.')
    if (/^\d{1,6}(\.\d{1,6})?$/.test(number)) return Number(number)
    ctx.addIssue({ code: 'custom', message: 'not_whole' })
    return z.NEVER
  })
}

export const newValueForm = z.strictObject({
  key: line(80),
  value: ruleValue(),
  from: date(),
  to: optionalDate(),
  reason: paragraphs(2_000),
  decision: optionalLine(300),
})

export const withdrawForm = z.strictObject({ id: id<'ruleOverride'>(), reason: paragraphs(2_000) })

const LONGEST = 10_000
const STRICT = 'So many full working days lie between'
const FIRST_YEAR = 1992
const LAST_YEAR = 2100

/** For the description of the API: what a field of text or number means. */
const day = (description: string) => date().meta({ format: 'date', description })
const flag = (description: string) => checkbox().meta({ type: 'boolean', description })

const calendarFields = {
  week: choice(['5', '6']).default('5'),
  martialLaw: choice(['by-date', 'on', 'off']).default('by-date'),
  transfers: flag('Heed the transfers of days off that the government recommended'),
}

/** The calculator of the page: its address may carry other fields, such as the language. */
export const calculatorForm: z.ZodType<TermQuestion> = z.object({
  direction: choice(['after', 'before']).default('after'),
  event: date(),
  count: whole(1, LONGEST),
  unit: choice(TERM_UNITS).default('workingDays'),
  strict: flag(STRICT),
  ...calendarFields,
})

export const yearForm: z.ZodType<CalendarChoice & { readonly year: number }> = z.object({
  year: whole(FIRST_YEAR, LAST_YEAR),
  ...calendarFields,
})

const language = { lang: choice(['uk', 'en']).default('uk') }

/** Exactly one length of time, under the name of its unit. */
function lengthOf(
  given: Readonly<Partial<Record<TermQuestion['unit'], number | undefined>>>,
  ctx: z.RefinementCtx,
): Pick<TermQuestion, 'count' | 'unit'> {
  const units = TERM_UNITS.filter((unit) => given[unit] !== undefined)
  const [unit] = units
  const count = unit && given[unit]
  if (units.length === 1 && unit && count !== undefined) return { unit, count }
  ctx.addIssue({ code: 'custom', message: 'one_length' })
  return z.NEVER
}

const length = () =>
  whole(1, LONGEST).meta({ description: 'A whole number from 1 to 10000; one length only' }).optional()

export const dueQuery = z
  .strictObject({
    from: day('Day of the event; it does not count'),
    workingDays: length(),
    calendarDays: length(),
    months: length(),
    years: length(),
    ...calendarFields,
    ...language,
  })
  .transform(({ from, lang, week, martialLaw, transfers, ...lengths }, ctx) => ({
    lang,
    question: {
      direction: 'after' as const,
      event: from,
      ...lengthOf(lengths, ctx),
      strict: false,
      week,
      martialLaw,
      transfers,
    } satisfies TermQuestion,
  }))

export const beforeQuery = z
  .strictObject({
    date: day('Day of the event'),
    workingDays: length(),
    calendarDays: length(),
    strict: flag(STRICT),
    ...calendarFields,
    ...language,
  })
  .transform(({ date: event, lang, strict, week, martialLaw, transfers, ...lengths }, ctx) => ({
    lang,
    question: {
      direction: 'before' as const,
      event,
      ...lengthOf(lengths, ctx),
      strict,
      week,
      martialLaw,
      transfers,
    } satisfies TermQuestion,
  }))

export const yearQuery = z.strictObject({
  year: whole(FIRST_YEAR, LAST_YEAR),
  shortened: flag('Also the days before holidays, an hour shorter'),
  ...calendarFields,
})

export const rulesQuery = z.strictObject({
  date: optionalDate().meta({ format: 'date', description: 'Today when absent' }),
  ...language,
})
