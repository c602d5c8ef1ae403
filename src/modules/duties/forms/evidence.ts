/** The form of evidence: which fields it has, and what they become. */
import { z } from 'zod'
import type { UnitId } from '../../../kernel/actor.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import {
  choice,
  cleanText,
  date,
  id,
  line,
  optionalDate,
  optionalHryvnias,
  optionalId,
  optionalLine,
  optionalLink,
  optionalNumber,
  optionalParagraphs,
  optionalWhole,
  several,
  whole,
} from '../../../kernel/inputs.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { IndicatorId } from '../../programmes/index.ts'
import { type DutyId, EVIDENCE_KINDS, type EvidenceId, type EvidenceInput, SHARES } from '../types.ts'

/** Each duty is a field of its own, so that one form can fulfil one wholly and another in part. */
export const dutyField = (id: DutyId) => `duty-${id}`
export const factField = (id: IndicatorId) => `fact-${id}`

const DUTY_FIELD = /^duty-([0-9a-f-]{36})$/
const FACT_FIELD = /^fact-([0-9a-f-]{36})$/

/** The box of a duty and the one beside it, `only in part`, which outweighs it; `''` when neither is ticked. */
function dutyShare() {
  return several(choice(['', ...SHARES])).transform(
    (ticked) => SHARES.findLast((s) => ticked.includes(s)) ?? '',
  )
}

/** Names of organisations, one a line; empty lines are nothing. */
export function organisationLines() {
  return z
    .string({ error: 'not_text' })
    .max(20_000, 'too_long')
    .optional()
    .transform((text) =>
      cleanText(text ?? '')
        .split('\n')
        .map((one) => one.replace(/^[\s•·–—-]+/, '').replace(/[\s;,]+$/, ''))
        .filter((one) => one !== ''),
    )
    .pipe(z.array(z.string().max(300, 'too_long')))
}

const fields = {
  unit: optionalId<'unit'>(),
  kind: choice(EVIDENCE_KINDS).optional(),
  title: line(300),
  happenedFrom: date(),
  happenedTo: optionalDate(),
  place: optionalLine(300),
  result: optionalParagraphs(5_000),
  participants: optionalWhole(0, 10_000_000),
  organisations: organisationLines(),
  cost: optionalHryvnias(),
  link: optionalLink(),
  publication: optionalLine(500),
  lateReason: optionalParagraphs(2_000),
  measures: several(id<'measure'>()),
  access: choice(['public', 'office']).optional(),
  remove: several(id<'file'>()),
  /** The draft that is being written on. */
  draft: optionalId<'evidence'>(),
  /** Files of the form when the browser sent none. */
  files: z.unknown().optional(),
}

const editFields = { ...fields, version: whole(1), reason: optionalParagraphs(2_000) }

type Dynamic = Readonly<Record<string, z.ZodType>>

/** Fields for duties and indicators are known by their names; anything else unknown is refused. */
function dynamicFields(values: FormValues): Dynamic {
  const shapes: Record<string, z.ZodType> = {}
  for (const name of Object.keys(values)) {
    if (DUTY_FIELD.test(name) && isId(DUTY_FIELD.exec(name)![1]!)) shapes[name] = dutyShare()
    if (FACT_FIELD.test(name) && isId(FACT_FIELD.exec(name)![1]!)) shapes[name] = optionalNumber()
  }
  return shapes
}

export type EvidenceForm = {
  readonly input: EvidenceInput
  readonly access: 'public' | 'office'
  readonly remove: readonly FileId[]
  readonly draft: EvidenceId | null
}

type Plain = z.infer<z.ZodObject<typeof fields>>

export function newEvidenceSchema(values: FormValues): z.ZodType<EvidenceForm> {
  return z.strictObject({ ...fields, ...dynamicFields(values) }).transform((v) => formOf(v as Plain))
}

export function editEvidenceSchema(
  values: FormValues,
): z.ZodType<EvidenceForm & { readonly version: number; readonly reason: string | null }> {
  return z.strictObject({ ...editFields, ...dynamicFields(values) }).transform((v) => {
    const plain = v as z.infer<z.ZodObject<typeof editFields>>
    return { ...formOf(plain), version: plain.version, reason: plain.reason }
  })
}

function formOf(v: Plain): EvidenceForm {
  const own = Object.entries(v)
  return {
    access: v.access ?? 'public',
    remove: v.remove,
    draft: v.draft,
    input: {
      unitId: v.unit,
      kind: v.kind ?? 'event',
      title: v.title,
      happenedFrom: v.happenedFrom,
      happenedTo: v.happenedTo,
      place: v.place,
      result: v.result,
      participants: v.participants,
      organisations: v.organisations,
      cost: v.cost,
      link: v.link,
      publication: v.publication,
      lateReason: v.lateReason,
      measures: v.measures,
      duties: own.flatMap(([name, value]) => {
        const duty = DUTY_FIELD.exec(name)?.[1]
        const share = SHARES.find((s) => s === value)
        return duty && share ? [{ id: asId<'duty'>(duty), share }] : []
      }),
      indicators: own.flatMap(([name, value]) => {
        const indicator = FACT_FIELD.exec(name)?.[1]
        return indicator && typeof value === 'number'
          ? [{ id: asId<'indicator'>(indicator), fact: value }]
          : []
      }),
    },
  }
}

/** JSON of the API: the same fact in the words of programs. */
export const evidenceBody = z
  .strictObject({
    unit: optionalId<'unit'>(),
    kind: choice(EVIDENCE_KINDS),
    title: line(300),
    happenedFrom: date(),
    happenedTo: optionalDate(),
    place: optionalLine(300),
    result: optionalParagraphs(5_000),
    participants: optionalWhole(0, 10_000_000),
    organisations: z.array(line(300)).max(100, 'too_long').default([]),
    cost: optionalHryvnias(),
    link: optionalLink(),
    publication: optionalLine(500),
    lateReason: optionalParagraphs(2_000),
    duties: z
      .array(z.strictObject({ id: id<'duty'>(), share: choice(SHARES) }))
      .max(200, 'too_long')
      .default([]),
    measures: z.array(id<'measure'>()).max(100, 'too_long').default([]),
    indicators: z
      .array(z.strictObject({ id: id<'indicator'>(), fact: z.number({ error: 'not_number' }) }))
      .max(200, 'too_long')
      .default([]),
  })
  .transform(({ unit, ...rest }): EvidenceInput => ({ ...rest, unitId: unit as UnitId | null }))

/** What a draft shows in the list while it is not read in full. */
export function draftTitle(values: FormValues): string {
  const title = values['title']
  return typeof title === 'string' ? cleanText(title).slice(0, 300) : ''
}
