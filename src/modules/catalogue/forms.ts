/** Inputs of the publisher's particulars and of the search. */
import { z } from 'zod'
import { email, optionalLine } from '../../kernel/inputs.ts'

export const publisherForm = z.strictObject({
  unit: optionalLine(254),
  email: z.union([z.literal('').transform(() => null), email()]),
  koatuu: optionalLine(20),
})

export const searchQuery = z.strictObject({
  q: z.string().min(2).max(100),
  lang: z.enum(['uk', 'en']).default('uk'),
})
