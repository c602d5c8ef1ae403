/** Inputs about practice cards. */
import { z } from 'zod'
import {
  cleanText,
  id,
  line,
  optionalDate,
  optionalHryvnias,
  optionalId,
  optionalLine,
  optionalLink,
  optionalNumber,
  optionalParagraphs,
  paragraphs,
  whole,
} from '../../kernel/inputs.ts'
import { toHryvnias } from '../../kernel/money.ts'
import { accept } from '../../kernel/refusal.ts'
import type { ContentInput } from './actions/keep.ts'
import { wrongWithIndicators } from './rules/state.ts'
import type { Content } from './types.ts'

export const INDICATOR_ROWS = [1, 2, 3, 4] as const
export const LINK_ROWS = [1, 2, 3] as const
export const FILE_UPLOAD = { maxBytes: 20 * 1024 * 1024, maxFiles: 1 }

/** Partners, one a line. */
const partners = z
  .string({ error: 'not_text' })
  .max(5_000, 'too_long')
  .optional()
  .transform((text) =>
    cleanText(text ?? '')
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .pipe(z.array(z.string().max(300, 'too_long')).max(30, 'too_long'))

const indicatorFields = {
  indicator1Name: optionalLine(200),
  indicator1Unit: optionalLine(50),
  indicator1Before: optionalNumber(),
  indicator1After: optionalNumber(),
  indicator2Name: optionalLine(200),
  indicator2Unit: optionalLine(50),
  indicator2Before: optionalNumber(),
  indicator2After: optionalNumber(),
  indicator3Name: optionalLine(200),
  indicator3Unit: optionalLine(50),
  indicator3Before: optionalNumber(),
  indicator3After: optionalNumber(),
  indicator4Name: optionalLine(200),
  indicator4Unit: optionalLine(50),
  indicator4Before: optionalNumber(),
  indicator4After: optionalNumber(),
}

const content = {
  title: line(200),
  problem: optionalParagraphs(5_000),
  done: optionalParagraphs(10_000),
  result: optionalParagraphs(5_000),
  ...indicatorFields,
  cost: optionalHryvnias(),
  costSources: optionalLine(500),
  partners,
  link1: optionalLink(),
  link2: optionalLink(),
  link3: optionalLink(),
  contact: optionalLine(300),
  from: optionalDate(),
  to: optionalDate(),
  place: optionalLine(300),
  directionId: optionalId<'direction'>(),
}

export const newForm = z.strictObject({ ...content, organisationId: id<'organisation'>() })
export const editForm = z.strictObject({ ...content, version: whole(1) })
export type ContentForm = z.infer<z.ZodObject<typeof content>>

export const empty = z.strictObject({})
export const reasonForm = z.strictObject({ reason: paragraphs(2_000) })
export const fileForm = z.strictObject({ fileTitle: line(200) })
export const removeFileForm = z.strictObject({ file: id<'file'>() })
export const settingsForm = z.strictObject({ measure: optionalLine(20), unitId: optionalId<'unit'>() })

/** @throws Refused where an indicator is half filled */
export function contentOf(input: ContentForm): ContentInput {
  const rows = INDICATOR_ROWS.map((n) => ({
    name: input[`indicator${n}Name`],
    unit: input[`indicator${n}Unit`],
    before: input[`indicator${n}Before`],
    after: input[`indicator${n}After`],
  }))
  accept(wrongWithIndicators(rows))
  return {
    title: input.title,
    problem: input.problem,
    done: input.done,
    result: input.result,
    indicators: rows.flatMap((row) =>
      row.name === null ? [] : [{ ...row, name: row.name, unit: row.unit ?? '' }],
    ),
    cost: input.cost,
    costSources: input.costSources,
    partners: input.partners,
    links: LINK_ROWS.flatMap((n) => input[`link${n}`] ?? []),
    contact: input.contact,
    from: input.from?.toString() ?? null,
    to: input.to?.toString() ?? null,
    place: input.place,
    directionId: input.directionId,
  }
}

const figure = (n: number | null | undefined) =>
  n === null || n === undefined ? '' : String(n).replace('.', ',')

export function valuesOf(c: Content): Record<string, string> {
  const values: Record<string, string> = {
    title: c.title,
    problem: c.problem ?? '',
    done: c.done ?? '',
    result: c.result ?? '',
    cost: c.cost === null ? '' : figure(toHryvnias(c.cost)),
    costSources: c.costSources ?? '',
    partners: c.partners.map((p) => p.name).join('\n'),
    contact: c.contact ?? '',
    from: c.from ?? '',
    to: c.to ?? '',
    place: c.place ?? '',
    directionId: c.directionId ?? '',
  }
  for (const n of INDICATOR_ROWS) {
    const row = c.indicators[n - 1]
    values[`indicator${n}Name`] = row?.name ?? ''
    values[`indicator${n}Unit`] = row?.unit ?? ''
    values[`indicator${n}Before`] = figure(row?.before)
    values[`indicator${n}After`] = figure(row?.after)
  }
  for (const n of LINK_ROWS) values[`link${n}`] = c.links[n - 1] ?? ''
  return values
}
