/** Inputs of followers. */
import { z } from 'zod'
import { email, line, several } from '../../kernel/inputs.ts'

export const followForm = z.strictObject({ email: email(), what: several(line(60)) })
export const changeForm = z.strictObject({ what: several(line(60)) })
export const empty = z.strictObject({})
/** RFC 8058: the mail program sends this one field; a person's press sends none. */
export const leaveForm = z.strictObject({ 'List-Unsubscribe': z.string().max(40).optional() })
