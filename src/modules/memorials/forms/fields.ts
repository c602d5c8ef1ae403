/** Fields that several forms share. */
import { z } from 'zod'
import { optionalLine } from '../../../kernel/inputs.ts'

/** `9:30`, `09.30` as `09:30`. */
export function optionalTime() {
  return optionalLine(10).transform((text, ctx): string | null => {
    if (text === null) return null
    const m = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text)
    if (m) return `${m[1]!.padStart(2, '0')}:${m[2]}`
    ctx.addIssue({ code: 'custom', message: 'not_a_time' })
    return z.NEVER
  })
}

/** Degrees, with a comma or a point. */
export function optionalDegrees(most: 90 | 180) {
  return optionalLine(20).transform((text, ctx): number | null => {
    if (text === null) return null
    const n = /^-?\d{1,3}([.,]\d{1,10})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
    if (Math.abs(n) <= most) return n
    ctx.addIssue({ code: 'custom', message: 'not_a_degree' })
    return z.NEVER
  })
}
