/** Fields of forms, commands and API calls: one schema each. Errors are codes; `input-texts.ts` speaks. */
import { z } from 'zod'
import { type CivilDate, parseCivilDate } from './civil-date.ts'
import { asId, type Id, isId } from './ids.ts'
import { type Kopiykas, parseHryvnias } from './money.ts'

/** Text from a word processor: line ends made one, control characters and invisible marks dropped, ends trimmed. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g,
      '',
    )
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .split('\n')
    .map((one) => one.trimEnd())
    .join('\n')
    .trim()
}

/** Lines of a text as one; between them a space. No expression here looks back: it would take hours over a megabyte. */
function oneLine(text: string): string {
  return cleanText(text)
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(' ')
}

const raw = z.union([z.string(), z.number()], { error: 'not_text' }).transform(String)

/** One line, required. */
export function line(max = 300) {
  return raw.transform((t) => oneLine(t)).pipe(z.string().min(1, 'required').max(max, 'too_long'))
}

/** One line; empty is `null`. */
export function optionalLine(max = 300) {
  return raw
    .optional()
    .transform((t) => oneLine(t ?? '') || null)
    .pipe(z.string().max(max, 'too_long').nullable())
}

/** Paragraphs, required. */
export function paragraphs(max = 20_000) {
  return raw.transform(cleanText).pipe(z.string().min(1, 'required').max(max, 'too_long'))
}

/** Paragraphs; empty is `null`. */
export function optionalParagraphs(max = 20_000) {
  return raw
    .optional()
    .transform((t) => cleanText(t ?? '') || null)
    .pipe(z.string().max(max, 'too_long').nullable())
}

/** A civil day in any of the three usual ways. */
export function date() {
  return raw.transform((t, ctx): CivilDate => {
    const found = parseCivilDate(t)
    if (found) return found
    ctx.addIssue({ code: 'custom', message: t.trim() === '' ? 'required' : 'not_a_date' })
    return z.NEVER
  })
}

export function optionalDate() {
  return raw.optional().transform((t, ctx): CivilDate | null => {
    if (t === undefined || t.trim() === '') return null
    const found = parseCivilDate(t)
    if (found) return found
    ctx.addIssue({ code: 'custom', message: 'not_a_date' })
    return z.NEVER
  })
}

/** Hryvnias as people write them, to kopiykas; not below zero. */
export function hryvnias() {
  return raw.transform((t, ctx): Kopiykas => {
    const found = parseHryvnias(t)
    if (found !== null && found >= 0) return found
    ctx.addIssue({
      code: 'custom',
      message: t.trim() === '' ? 'required' : found === null ? 'not_money' : 'below_zero',
    })
    return z.NEVER
  })
}

export function optionalHryvnias() {
  return raw.optional().transform((t, ctx): Kopiykas | null => {
    if (t === undefined || t.trim() === '') return null
    const found = parseHryvnias(t)
    if (found !== null && found >= 0) return found
    ctx.addIssue({ code: 'custom', message: found === null ? 'not_money' : 'below_zero' })
    return z.NEVER
  })
}

/** A whole number; thousands may be parted by spaces. */
export function whole(min = 0, max = 1_000_000_000) {
  return raw.transform((t, ctx): number => {
    const n = wholeOf(t)
    if (n !== null && n >= min && n <= max) return n
    ctx.addIssue({
      code: 'custom',
      message: t.trim() === '' ? 'required' : n === null ? 'not_whole' : 'out_of_range',
    })
    return z.NEVER
  })
}

export function optionalWhole(min = 0, max = 1_000_000_000) {
  return raw.optional().transform((t, ctx): number | null => {
    if (t === undefined || t.trim() === '') return null
    const n = wholeOf(t)
    if (n !== null && n >= min && n <= max) return n
    ctx.addIssue({ code: 'custom', message: n === null ? 'not_whole' : 'out_of_range' })
    return z.NEVER
  })
}

function wholeOf(text: string): number | null {
  const t = text.replace(/[\s\u00a0\u202f]/g, '')
  return /^-?\d{1,15}$/.test(t) ? Number(t) : null
}

/** A decimal number with a comma or a point; empty is `null`. */
export function optionalNumber() {
  return z
    .union([z.string(), z.number()], { error: 'not_number' })
    .optional()
    .transform((value, ctx): number | null => {
      const text = String(value ?? '')
        .replace(/[\s\u00a0\u202f]/g, '')
        .replace(',', '.')
      if (text === '') return null
      if (/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) return Number(text)
      ctx.addIssue({ code: 'custom', message: 'not_number' })
      return z.NEVER
    })
}

export function id<Of extends string>() {
  return raw.transform((t, ctx): Id<Of> => {
    if (isId(t)) return asId<Of>(t)
    ctx.addIssue({ code: 'custom', message: t === '' ? 'required' : 'not_an_id' })
    return z.NEVER
  })
}

export function optionalId<Of extends string>() {
  return raw.optional().transform((t, ctx): Id<Of> | null => {
    if (t === undefined || t === '') return null
    if (isId(t)) return asId<Of>(t)
    ctx.addIssue({ code: 'custom', message: 'not_an_id' })
    return z.NEVER
  })
}

/** Several values of one name: checkboxes, or a JSON array. A form sends nothing, one text, or several. */
export function several<T>(item: z.ZodType<T>) {
  return z
    .unknown()
    .optional()
    .transform((v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]))
    .pipe(z.array(item))
}

/** A lone checkbox. */
export function checkbox() {
  return z
    .unknown()
    .optional()
    .transform((v) => v === 'on' || v === 'yes' || v === 'true' || v === '1' || v === true)
}

export function choice<const T extends string>(values: readonly [T, ...T[]]) {
  return z.enum(values, {
    error: (issue) => (issue.input === undefined || issue.input === '' ? 'required' : 'not_a_choice'),
  })
}

/** An address of the web: http or https, nothing else. */
export function optionalLink() {
  return raw.optional().transform((t, ctx): string | null => {
    const text = cleanText(t ?? '')
    if (text === '') return null
    if (/^https?:\/\/[^\s<>"']{3,2000}$/i.test(text) && URL.canParse(text)) return text
    ctx.addIssue({ code: 'custom', message: 'not_a_link' })
    return z.NEVER
  })
}

export function email() {
  return raw
    .transform((t) => cleanText(t).toLowerCase())
    .pipe(
      z
        .string()
        .min(1, 'required')
        .max(254, { error: 'too_long', abort: true })
        .regex(/^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\]{2,}$/, 'not_email'),
    )
}
