/** Inputs of memorial dates and of a year. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  line,
  optionalId,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  optionalWhole,
  several,
} from '../../../kernel/inputs.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import { type DateInput, type MemorialDate, type MemorialRule, SCOPES, VERIFICATIONS } from '../types.ts'
import { optionalTime } from './fields.ts'

const RULES = ['yearOn', 'yearNth', 'easter'] as const

/** Which fields each way of saying the day needs. */
const NEEDED = [
  ['yearOn', 'month'],
  ['yearOn', 'day'],
  ['yearNth', 'month'],
  ['yearNth', 'nth'],
  ['yearNth', 'weekday'],
  ['easter', 'days'],
] as const

const typed = z.strictObject({
  version: optionalWhole(0),
  title: line(200),
  titleEn: optionalLine(200),
  every: choice(RULES),
  month: optionalWhole(1, 12),
  day: optionalWhole(1, 31),
  nth: z
    .enum(['', '1', '2', '3', '4', '-1'])
    .optional()
    .transform((n) => (n ? Number(n) : null)),
  weekday: optionalWhole(1, 7),
  days: optionalLine(5).transform((text, ctx): number | null => {
    if (text === null) return null
    if (/^-?\d{1,3}$/.test(text)) return Number(text)
    ctx.addIssue({ code: 'custom', message: 'not_whole' })
    return z.NEVER
  }),
  scope: choice(SCOPES),
  since: optionalWhole(1900, 2200),
  starts: optionalTime(),
  silenceAt: optionalTime(),
  sourceText: optionalLine(500),
  sourceUrl: optionalLink(),
  verified: choice(VERIFICATIONS),
  note: optionalParagraphs(1_000),
  hidden: checkbox(),
})
type Typed = z.infer<typeof typed>

/** What is missing is said together with what is wrong elsewhere. */
export const dateForm = NEEDED.reduce<z.ZodType<Typed>>(
  (form, [every, field]) =>
    form.refine((v) => v.every !== every || (v[field] ?? null) !== null, {
      path: [field],
      error: 'required',
      when: () => true,
    }),
  typed,
).transform(({ version, every, month, day, nth, weekday, days, ...rest }) => ({
  version: version ?? 0,
  input: { ...rest, rule: ruleOf(every, { month, day, nth, weekday, days }) } satisfies DateInput,
}))

function ruleOf(
  every: Typed['every'],
  { month, day, nth, weekday, days }: Pick<Typed, 'month' | 'day' | 'nth' | 'weekday' | 'days'>,
): MemorialRule {
  if (every === 'yearOn') return { every, month: month ?? 1, day: day ?? 1 }
  if (every === 'yearNth') return { every, month: month ?? 1, nth: nth ?? 1, weekday: weekday ?? 1 }
  return { every, days: days ?? 0 }
}

export function dateValues(date: MemorialDate): FormValues {
  const { rule } = date
  const text = (value: number | string | null) => (value === null ? '' : String(value))
  return {
    title: date.title,
    titleEn: text(date.titleEn),
    every: rule.every,
    month: rule.every === 'easter' ? '' : text(rule.month),
    day: rule.every === 'yearOn' ? text(rule.day) : '',
    nth: rule.every === 'yearNth' ? text(rule.nth) : '',
    weekday: rule.every === 'yearNth' ? text(rule.weekday) : '',
    days: rule.every === 'easter' ? text(rule.days) : '',
    scope: date.scope,
    since: text(date.since),
    starts: text(date.starts),
    silenceAt: text(date.silenceAt),
    sourceText: text(date.sourceText),
    sourceUrl: text(date.sourceUrl),
    verified: date.verified,
    note: text(date.note),
    hidden: date.hidden ? 'yes' : '',
  }
}

export const yearForm = z.strictObject({
  keep: several(line(100)),
  unitId: optionalId<'unit'>(),
})
export const emptyForm = z.strictObject({})
