/** Inputs of the two verbs. Unknown fields are refused. */
import { z } from 'zod'
import { date, id, line, optionalDate, optionalLine, paragraphs } from '../../kernel/inputs.ts'

/** `5`, `0,5`, `1/2`. */
function ruleValue() {
  return line(20).transform((text, ctx): number => {
    const share = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text)
    if (share && Number(share[2]) > 0) return Number(share[1]) / Number(share[2])
    const number = text.replace(',', '.')
    if (/^\d{1,6}(\.\d{1,6})?$/.test(number)) return Number(number)
    ctx.addIssue({ code: 'custom', message: 'not_whole' })
    return z.NEVER
  })
}

export const newValueForm = z.strictObject({
  key: line(80),
  value: ruleValue(),
  from: date(),
  to: optionalDate(),
  reason: paragraphs(2_000),
  decision: optionalLine(300),
})

export const withdrawForm = z.strictObject({ id: id<'ruleOverride'>(), reason: paragraphs(2_000) })
