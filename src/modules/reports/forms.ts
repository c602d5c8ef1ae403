/** Inputs of reports. */
import { z } from 'zod'
import {
  choice,
  id,
  optionalId,
  optionalLine,
  optionalParagraphs,
  optionalWhole,
  paragraphs,
  whole,
} from '../../kernel/inputs.ts'
import type { FormValues } from '../../platform/http/route.ts'
import type { IndicatorId, MeasureId } from '../programmes/index.ts'
import {
  CONSOLIDATED_KINDS,
  type ConsolidatedRequisites,
  type ReportInput,
  type ReportRow,
  ROW_STATES,
  type RowInput,
  type Signatory,
} from './types.ts'

/** Names of a row's fields: `state.MEASURE`, `fact.MEASURE.INDICATOR`. */
export const fields = {
  state: (id: MeasureId) => `state.${id}`,
  result: (id: MeasureId) => `result.${id}`,
  reason: (id: MeasureId) => `reason.${id}`,
  next: (id: MeasureId) => `next.${id}`,
  fact: (id: MeasureId, indicator: IndicatorId) => `fact.${id}.${indicator}`,
  remark: (id: MeasureId) => `remark.${id}`,
}

const optionalState = z
  .union([z.literal(''), z.enum(ROW_STATES)], { error: 'not_a_choice' })
  .optional()
  .transform((s) => s || null)

/** A decimal as people write it; empty is nothing. */
const optionalDecimal = z
  .union([z.string(), z.number()])
  .optional()
  .transform((typed, ctx): number | null => {
    const text = String(typed ?? '')
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.')
    if (text === '') return null
    if (/^\d{1,12}(\.\d{1,6})?$/.test(text)) return Number(text)
    ctx.addIssue({ code: 'custom', message: 'not_whole' })
    return z.NEVER
  })

export type ReportForm = ReportInput & { readonly take: MeasureId | null }

/** The form of one report: its fields follow from its rows. */
export function reportForm(rows: readonly ReportRow[]): z.ZodType<ReportForm> {
  const shape: Record<string, z.ZodType> = {
    lockVersion: whole(1),
    nothingToDo: checkboxYes(),
    note: optionalParagraphs(4_000),
    take: optionalId<'measure'>(),
  }
  for (const row of rows) {
    shape[fields.state(row.measureId)] = optionalState
    shape[fields.result(row.measureId)] = optionalParagraphs()
    shape[fields.reason(row.measureId)] = optionalParagraphs(4_000)
    shape[fields.next(row.measureId)] = optionalParagraphs(4_000)
    for (const i of row.indicators) shape[fields.fact(row.measureId, i.id)] = optionalDecimal
  }
  return z.strictObject(shape).transform((values): ReportForm => {
    const get = <T>(name: string) => values[name] as T
    return {
      lockVersion: get<number>('lockVersion'),
      nothingToDo: get<boolean>('nothingToDo'),
      note: get<string | null>('note'),
      take: get<MeasureId | null>('take'),
      rows: rows.map(
        (row): RowInput => ({
          measureId: row.measureId,
          state: get<RowInput['state']>(fields.state(row.measureId)),
          result: get<string | null>(fields.result(row.measureId)) ?? '',
          reason: get<string | null>(fields.reason(row.measureId)),
          nextStep: get<string | null>(fields.next(row.measureId)),
          indicators: new Map(
            row.indicators.map((i) => [i.id, get<number | null>(fields.fact(row.measureId, i.id))] as const),
          ),
        }),
      ),
    }
  })
}

function checkboxYes() {
  return z
    .unknown()
    .optional()
    .transform((v) => v === 'yes' || v === 'on' || v === 'true' || v === true)
}

export const lockForm = z.strictObject({ lockVersion: whole(1) })
export const emptyForm = z.strictObject({})
export const reasonForm = z.strictObject({ reason: paragraphs(2_000) })

export type ReturnForm = {
  readonly lockVersion: number
  readonly remarks: readonly { readonly measureId: MeasureId | null; readonly text: string }[]
}

/** One remark of the whole, and one for each measure, all of which may be empty. */
export function returnForm(rows: readonly Pick<ReportRow, 'measureId'>[]): z.ZodType<ReturnForm> {
  const shape: Record<string, z.ZodType> = { lockVersion: whole(1), remark: optionalParagraphs(4_000) }
  for (const row of rows) shape[fields.remark(row.measureId)] = optionalParagraphs(4_000)
  return z.strictObject(shape).transform((values): ReturnForm => {
    const text = (name: string) => values[name] as string | null
    const all = [
      { measureId: null, text: text('remark') },
      ...rows.map((row) => ({ measureId: row.measureId, text: text(fields.remark(row.measureId)) })),
    ]
    return {
      lockVersion: values['lockVersion'] as number,
      remarks: all.flatMap((r) => (r.text === null ? [] : [{ measureId: r.measureId, text: r.text }])),
    }
  })
}

const quarterNumber = z
  .union([z.literal('1'), z.literal('2'), z.literal('3'), z.literal('4')], { error: 'not_a_choice' })
  .transform((q) => Number(q) as 1 | 2 | 3 | 4)

export const openForm = z.strictObject({
  programme: id<'programme'>(),
  year: whole(1991, 2200),
  quarter: quarterNumber,
})

export const composeForm = z
  .strictObject({
    programme: id<'programme'>(),
    kind: choice(CONSOLIDATED_KINDS),
    year: optionalWhole(1991, 2200),
    quarter: z.union([z.literal('').transform(() => null), quarterNumber]).optional(),
  })
  .superRefine((v, ctx) => {
    if (v.kind === 'quarter' && !v.quarter)
      ctx.addIssue({ code: 'custom', message: 'required', path: ['quarter'] })
    if (v.kind !== 'final' && v.year === null)
      ctx.addIssue({ code: 'custom', message: 'required', path: ['year'] })
  })

export const SIGNATURES = [1, 2, 3] as const

export const editForm = z
  .strictObject({
    lockVersion: whole(1),
    introduction: optionalParagraphs(),
    conclusions: optionalParagraphs(),
    position1: optionalLine(),
    name1: optionalLine(150),
    position2: optionalLine(),
    name2: optionalLine(150),
    position3: optionalLine(),
    name3: optionalLine(150),
    sitting: optionalLine(),
    rapporteur: optionalLine(),
    commission: optionalLine(),
    decisionPosition: optionalLine(),
    decisionName: optionalLine(150),
  })
  .superRefine((v, ctx) => {
    const pairs = [
      ['position1', 'name1'],
      ['position2', 'name2'],
      ['position3', 'name3'],
      ['decisionPosition', 'decisionName'],
    ] as const
    for (const [position, name] of pairs)
      if ((v[position] === null) !== (v[name] === null))
        ctx.addIssue({ code: 'custom', message: 'required', path: [v[position] === null ? position : name] })
  })
  .transform((v) => {
    const pair = (position: string | null, name: string | null): Signatory[] =>
      position && name ? [{ position, name }] : []
    const requisites: ConsolidatedRequisites = {
      signatories: [
        ...pair(v.position1, v.name1),
        ...pair(v.position2, v.name2),
        ...pair(v.position3, v.name3),
      ],
      sitting: v.sitting,
      rapporteur: v.rapporteur,
      commission: v.commission,
      decisionSignatory: pair(v.decisionPosition, v.decisionName)[0] ?? null,
    }
    return {
      lockVersion: v.lockVersion,
      introduction: v.introduction,
      conclusions: v.conclusions,
      requisites,
    }
  })

/** What stands in the fields of a report before anyone types. */
export function reportValues(
  report: { readonly nothingToDo: boolean; readonly note: string | null; readonly lockVersion: number },
  rows: readonly ReportRow[],
): FormValues {
  const values: Record<string, string> = {
    nothingToDo: report.nothingToDo ? 'yes' : '',
    note: report.note ?? '',
  }
  for (const row of rows) {
    values[fields.state(row.measureId)] = row.state ?? ''
    values[fields.result(row.measureId)] = row.result
    values[fields.reason(row.measureId)] = row.reason ?? ''
    values[fields.next(row.measureId)] = row.nextStep ?? ''
    for (const i of row.indicators)
      values[fields.fact(row.measureId, i.id)] = i.fact === null ? '' : String(i.fact).replace('.', ',')
  }
  return values
}
