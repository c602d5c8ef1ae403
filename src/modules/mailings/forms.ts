/** Inputs of the outbox. */
import { z } from 'zod'
import { line, paragraphs, several } from '../../kernel/inputs.ts'

export const empty = z.strictObject({})
export const cancelForm = z.strictObject({ reason: paragraphs(1_000) })
export const autoReleaseForm = z.strictObject({ kind: several(line(100)) })
