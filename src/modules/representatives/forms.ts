/** Inputs of this module. */
import { z } from 'zod'
import { email } from '../../kernel/inputs.ts'

export const empty = z.strictObject({})
const next = () => z.string().max(500).optional().default('')
/** A secret of a link of ours. */
const key = () => z.string({ error: 'required' }).regex(/^[\w-]{43}$/, 'invalid')

export const signInForm = z.strictObject({ email: email(), next: next() })
export const enterForm = z.strictObject({ key: key(), next: next() })
