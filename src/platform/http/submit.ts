/** A form's way: parse, act, redirect; or the same form again with every message, at 422. */
import type { z } from 'zod'
import { Conflict } from '../../kernel/errors.ts'
import type { Html } from '../../kernel/html.ts'
import { inputSentence } from '../../kernel/input-texts.ts'
import { type Refusal, Refused } from '../../kernel/refusal.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { FieldError } from '../../ui/notices.ts'
import { type FormValues, page, type Reply, type WebRequest } from './route.ts'

export type { FieldError }

/** What a form is drawn from: what was typed, and what is wrong with it. */
export type FormState = {
  readonly values: FormValues
  readonly errors: readonly FieldError[]
}

export const CLEAN: FormState = { values: {}, errors: [] }

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Parses form fields. The CSRF field is the platform's and is taken away before. */
export function parseForm<T>(schema: z.ZodType<T>, values: unknown, locale: Locale): Parsed<T> {
  const result = schema.safeParse(values)
  if (result.success) return { ok: true, value: result.data }
  const errors = result.error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys')
      return [
        { field: null, message: inputSentence(locale, 'unknown_fields', { fields: issue.keys.join(', ') }) },
      ]
    return [
      { field: issue.path.join('.') || null, message: inputSentence(locale, issue.message, paramsOf(issue)) },
    ]
  })
  return { ok: false, errors: firstOfEach(errors) }
}

/** An empty field is not also told that it holds no address. */
function firstOfEach(errors: readonly FieldError[]): FieldError[] {
  return errors.filter((e, i) => e.field === null || errors.findIndex((o) => o.field === e.field) === i)
}

/** Figures of an issue for its sentence. */
export function paramsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const key of ['minimum', 'maximum'] as const) {
    const value = Reflect.get(issue, key) as unknown
    if (typeof value === 'number' || typeof value === 'bigint') values[key] = Number(value)
  }
  const own = issue.code === 'custom' ? issue.params : undefined
  for (const [key, value] of Object.entries(own ?? {}))
    if (typeof value === 'number' || typeof value === 'string') values[key] = value
  return values
}

/**
 * @param form.schema unknown fields are refused (`z.strictObject`)
 * @param form.act the action; `Refused` of it comes back as messages of the same form
 * @param form.sentence the module's texts for its refusals
 * @param form.again draws the form; the reader finds what was typed
 */
export async function submit<T, R>(
  request: WebRequest,
  form: {
    readonly schema: z.ZodType<T>
    readonly act: (input: T) => Promise<R>
    readonly done: (result: R) => Reply
    readonly sentence: (refusal: Refusal) => string
    readonly again: (state: FormState) => Html | Promise<Html>
  },
): Promise<Reply> {
  const parsed = parseForm(form.schema, request.form, request.locale)
  let errors = parsed.ok ? [] : parsed.errors
  if (parsed.ok) {
    try {
      return form.done(await form.act(parsed.value))
    } catch (error) {
      if (error instanceof Conflict) {
        // What was typed comes back beside the word that the thing itself is another by now.
        const changed = [{ field: null, message: inputSentence(request.locale, 'changed_meanwhile') }]
        return page(await form.again({ values: request.form, errors: changed }), 409)
      }
      if (!(error instanceof Refused)) throw error
      errors = error.refusals.map((r) => ({ field: r.field ?? null, message: form.sentence(r) }))
    }
  }
  return page(await form.again({ values: request.form, errors }), 422)
}
