/** Duties and evidence in the words of programs. Each field is named here: nothing else goes out. */
import { z } from 'zod'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { toHryvnias } from '../../../kernel/money.ts'
import { daysLate, dutyState } from '../rules/duty.ts'
import { explainDuty } from '../texts/explain.ts'
import { DUTY_STATES, type DutyLine, EVIDENCE_KINDS, type Evidence } from '../types.ts'

const day = z.iso.date()

export const dutyShape = z.strictObject({
  id: z.uuid(),
  programme: z.string(),
  measure: z.string(),
  measureTitle: z.string(),
  unit: z.strictObject({ id: z.uuid(), name: z.string() }),
  period: z.strictObject({ from: day, to: day }),
  due: day,
  dueExplanation: z.string(),
  state: z.enum(DUTY_STATES),
  partly: z.boolean(),
  fulfilledOn: day.nullable(),
  daysLate: z.number().int(),
  reason: z.string().nullable(),
  evidence: z.number().int(),
})

export function presentDuty(
  duty: DutyLine & { readonly programme: string },
  today: CivilDate,
): z.infer<typeof dutyShape> {
  return {
    id: duty.id,
    programme: duty.programme,
    measure: duty.measureNumber,
    measureTitle: duty.measureTitle,
    unit: { id: duty.unitId, name: duty.unitName },
    period: { from: duty.period.from.toString(), to: duty.period.to.toString() },
    due: duty.due.toString(),
    dueExplanation: explainDuty('uk', duty.explanation),
    state: dutyState(duty, today),
    partly: duty.outcome === 'partly',
    fulfilledOn: duty.fulfilledOn?.toString() ?? null,
    daysLate: daysLate(duty, today),
    reason: duty.outcomeReason,
    evidence: duty.evidence,
  }
}

export const evidenceShape = z.strictObject({
  id: z.uuid(),
  url: z.url(),
  programme: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  happened: z.strictObject({ from: day, to: day }),
  unit: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  measures: z.array(z.string()),
  place: z.string().nullable(),
  result: z.string().nullable(),
  participants: z.number().int().nullable(),
  organisations: z.array(z.string()),
  cost: z.number().nullable(),
  link: z.string().nullable(),
  publication: z.string().nullable(),
})

/** What a row of recorded evidence holds for everybody. */
export type PublicEvidence = Pick<
  Evidence,
  | 'id'
  | 'kind'
  | 'title'
  | 'happened'
  | 'place'
  | 'result'
  | 'participants'
  | 'organisations'
  | 'cost'
  | 'link'
  | 'publication'
  | 'unitId'
> & {
  readonly programme: string
  readonly unit: string | null
  readonly measures: readonly string[]
}

/** @param baseUrl of the site, without a slash at the end */
export function presentEvidence(baseUrl: string, e: PublicEvidence): z.infer<typeof evidenceShape> {
  return {
    id: e.id,
    url: `${baseUrl}/evidence/${e.id}`,
    programme: e.programme,
    kind: e.kind,
    title: e.title,
    happened: { from: e.happened.from.toString(), to: e.happened.to.toString() },
    unit: e.unitId === null || e.unit === null ? null : { id: e.unitId, name: e.unit },
    measures: [...e.measures],
    place: e.place,
    result: e.result,
    participants: e.participants,
    organisations: [...e.organisations],
    cost: e.cost === null ? null : toHryvnias(e.cost),
    link: e.link,
    publication: e.publication,
  }
}
