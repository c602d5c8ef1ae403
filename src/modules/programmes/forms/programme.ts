/** Forms of a programme that is accepted. */
import { z } from 'zod'
import {
  checkbox,
  choice,
  line,
  optionalId,
  optionalLine,
  optionalParagraphs,
  paragraphs,
  several,
  whole,
} from '../../../kernel/inputs.ts'
import { PROPOSAL_KINDS } from '../types/proposal.ts'
import { withRows } from './rows.ts'

export const renewForm = z.strictObject({ from: whole(1990, 2100), to: whole(1990, 2100) })

export const settingsForm = z.strictObject({
  seen: line(64),
  shortTitle: line(150),
  shortTitleEn: optionalLine(150),
  titleEn: optionalLine(1000),
  coordinatorUnitId: optionalId<'unit'>(),
  fundManagerUnitId: optionalId<'unit'>(),
})

export const INDICATOR_KINDS = ['input', 'output', 'efficiency', 'quality'] as const
export const indicatorKind = choice(INDICATOR_KINDS)

/** Several ticks of one name: `measure/task`. */
export const taskLinksForm = z.strictObject({ seen: line(64), link: several(line(80)) })

/** A plan may have a fraction: `12,5`. Empty is none. */
const plan = z
  .string()
  .optional()
  .transform((text, ctx): number | null => {
    const t = (text ?? '').replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
    if (t === '') return null
    if (/^\d{1,12}(\.\d{1,4})?$/.test(t)) return Number(t)
    ctx.addIssue({ code: 'custom', message: 'not_whole' })
    return z.NEVER
  })

/** @param years of the programme, each with a plan of its own */
export function indicatorsForm(years: readonly number[]) {
  const plans = Object.fromEntries(years.map((y) => [`plan${y}`, plan]))
  const row = z.object({
    id: optionalId<'indicator'>(),
    name: line(300),
    unitName: line(60),
    kind: indicatorKind,
    remove: checkbox(),
    ...plans,
  })
  return withRows(z.object({ seen: line(64) }), row, ['name', 'unitName', ...Object.keys(plans)])
}

export const proposalForm = z.strictObject({
  measureId: optionalId<'measure'>(),
  kind: choice(PROPOSAL_KINDS),
  text: paragraphs(5000),
  reason: paragraphs(5000),
  unitId: optionalId<'unit'>(),
})

export const answerForm = z.strictObject({
  verb: choice(['accept', 'reject', 'withdraw']),
  answer: optionalParagraphs(5000),
})
