/** Inputs of visitors and of invited organisations. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  cleanText,
  email,
  line,
  optionalLine,
  optionalParagraphs,
  paragraphs,
} from '../../../kernel/inputs.ts'
import type { RegistrationQuestion } from '../types.ts'
import { optionalEmail } from './office.ts'

/** Schemas by what they ask: building one costs more than reading a form with it. */
const schemas = new Map<string, ReturnType<typeof schemaFor>>()
const MOST_SCHEMAS = 100

/** With the event's own questions, as `answer-KEY`. */
export function registerForm(
  questions: readonly Pick<RegistrationQuestion, 'key' | 'kind'>[],
): ReturnType<typeof schemaFor> {
  const key = JSON.stringify(questions.map((q) => [q.key, q.kind]))
  const schema = schemas.get(key) ?? schemaFor(questions)
  if (schemas.size >= MOST_SCHEMAS) schemas.clear()
  schemas.set(key, schema)
  return schema
}

function schemaFor(questions: readonly Pick<RegistrationQuestion, 'key' | 'kind'>[]) {
  const answers = Object.fromEntries(
    questions.map((q) => [`answer-${q.key}`, q.kind === 'text' ? optionalLine(500) : optionalLine(200)]),
  )
  return z
    .strictObject({
      name: line(200),
      email: email(),
      organisation: optionalLine(300),
      photoConsent: choice(['yes', 'no']).optional(),
      consent: checkbox().refine((on) => on, 'consent_needed'),
      ...answers,
    })
    .transform((typed) => ({
      name: typed.name,
      email: typed.email,
      organisation: typed.organisation,
      photoConsent: typed.photoConsent === undefined ? null : typed.photoConsent === 'yes',
      answers: Object.fromEntries(
        Object.entries(typed).flatMap(([name, value]) =>
          name.startsWith('answer-') && typeof value === 'string'
            ? [[name.slice('answer-'.length), value]]
            : [],
        ),
      ),
    }))
}

export const takePartForm = z.strictObject({ act: choice(['confirm', 'cancel']) })

export const askForm = z.strictObject({
  text: paragraphs(3_000),
  topic: optionalLine(100),
  asker: optionalLine(200),
  email: optionalEmail(),
})

export const talkOfferForm = z.strictObject({
  title: line(300),
  text: paragraphs(5_000),
  speaker: line(200),
  organisation: optionalLine(300),
  email: optionalEmail(),
})

export const feedbackForm = z.strictObject({
  rating: choice(['1', '2', '3', '4', '5']).transform(Number),
  good: optionalParagraphs(2_000),
  better: optionalParagraphs(2_000),
})

/** Its people, one a line. */
export const invitedForm = z.strictObject({
  state: choice(['accepted', 'declined']),
  people: z
    .string({ error: 'not_text' })
    .max(20_000, 'too_long')
    .optional()
    .transform((text) => [
      ...new Set(
        cleanText(text ?? '')
          .split('\n')
          .map((one) => one.replace(/^[\s•·–—\d.)-]+/, '').trim())
          .filter((one) => one !== ''),
      ),
    ])
    .pipe(z.array(z.string().max(200, 'too_long')).max(200, 'too_long')),
  note: optionalParagraphs(1_000),
})
