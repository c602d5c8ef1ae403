/** Fields of the office's forms. */
import { z } from 'zod'
import { asId, isId } from '../../kernel/ids.ts'
import { checkbox, choice, cleanText, line, optionalLine, paragraphs, several } from '../../kernel/inputs.ts'

const key = z.string().max(200, 'too_long')

export const decideForm = z.strictObject({
  key: several(key),
  /** Everything that the page showed. */
  all: checkbox(),
  shown: several(key),
  decision: choice(['take', 'accept', 'refuse']),
  reason: optionalLine(500),
})

export const restoreForm = z.strictObject({ key: line(200) })

export const linkForm = z.strictObject({
  ref: line(200),
  organisationId: z
    .string({ error: 'required' })
    .refine(isId, 'required')
    .transform((text) => asId<'organisation'>(text)),
})

export const wordsForm = z.strictObject({
  words: paragraphs(500).transform((text) =>
    cleanText(text)
      .split(/[\n,;]/)
      .map((word) => word.trim())
      .filter((word) => word !== '')
      .slice(0, 20),
  ),
})
