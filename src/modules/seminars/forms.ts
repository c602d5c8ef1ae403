/** Inputs of seminars. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  date,
  line,
  optionalLine,
  paragraphs,
  several,
  whole,
} from '../../kernel/inputs.ts'
import type { TestQuestion } from './types.ts'

export const emptyForm = z.strictObject({})
export const testForm = z.strictObject({ version: whole(0), questions: paragraphs(20_000) })
export const stageForm = z.strictObject({ stage: choice(['closed', 'before', 'after']) })
export const issueForm = z.strictObject({ people: several(line(40)), consent: checkbox() })
export const revokeForm = z.strictObject({ reason: paragraphs(500) })
export const electionForm = z.strictObject({ from: date(), to: date(), basis: line(300) })

export const questionField = (i: number) => `q${i + 1}`

/** The form of a test follows from its questions. */
export function answerForm(questions: readonly TestQuestion[]) {
  const shape: Record<string, z.ZodType<readonly string[]>> = {}
  for (const [i] of questions.entries()) shape[questionField(i)] = several(line(3))
  return z.strictObject({ word: optionalLine(50), ...shape }).transform(({ word, ...sent }) => ({
    word,
    sent: questions.map((_, i) => (sent as Record<string, readonly string[]>)[questionField(i)] ?? []),
  }))
}
