/** Fields of the office's forms. */
import { z } from 'zod'
import { optionalDate, optionalLine } from '../../kernel/inputs.ts'

export const importForm = z.strictObject({
  waiting: optionalLine(200),
  exportedOn: optionalDate(),
})

export const empty = z.strictObject({})
