/** What other programs are given: explicit lists of public fields. Money is a decimal number of UAH. */
import { z } from 'zod'
import { type Kopiykas, toHryvnias } from '../../../kernel/money.ts'
import type { Programme } from '../../programmes/index.ts'
import {
  COMMITMENT_KINDS,
  COMMITMENT_STATES,
  type Commitment,
  type Figures,
  type MeasureName,
  type MoneySummary,
  type Payment,
  type PlanChange,
} from '../types.ts'

type Names = readonly MeasureName[]

const uah = z.number()
const figures = { plan: uah, committed: uah, spent: uah, left: uah }
const place = {
  programme: z.string(),
  year: z.int(),
  source: z.string(),
  measure: z.string().nullable(),
}

function figuresOf(f: Figures) {
  return {
    plan: toHryvnias(f.plan),
    committed: toHryvnias(f.committed),
    spent: toHryvnias(f.spent),
    left: toHryvnias(f.left),
  }
}

/** Number of the measure; null for the programme as a whole. */
function measureOf(names: Names, id: string | null): string | null {
  return names.find((n) => n.id === id)?.number ?? null
}

export const summaryShape = z.strictObject({
  programme: z.string(),
  year: z.int(),
  ...figures,
  bySource: z.array(z.strictObject({ source: z.string(), ...figures })),
  byMeasure: z.array(z.strictObject({ measure: z.string().nullable(), ...figures, fromCommon: uah })),
})

export function presentSummary(programme: Programme, year: number, s: MoneySummary, names: Names) {
  return {
    programme: programme.slug,
    year,
    ...figuresOf(s),
    bySource: s.bySource.map((x) => ({ source: x.source, ...figuresOf(x) })),
    byMeasure: s.byMeasure.map((m) => ({
      measure: measureOf(names, m.measureId),
      ...figuresOf(m),
      fromCommon: toHryvnias(m.fromCommon),
    })),
  }
}

export const commitmentShape = z.strictObject({
  id: z.uuid(),
  ...place,
  kind: z.enum(COMMITMENT_KINDS),
  counterparty: z.string(),
  counterpartyCode: z.string().nullable(),
  number: z.string(),
  signedOn: z.iso.date(),
  subject: z.string(),
  amount: uah,
  paid: uah,
  state: z.enum(COMMITMENT_STATES),
  procurementLink: z.string().nullable(),
  version: z.int(),
})

export function presentCommitment(programme: Programme, c: Commitment, names: Names) {
  return {
    id: c.id,
    programme: programme.slug,
    year: c.year,
    source: c.source,
    measure: measureOf(names, c.measureId),
    kind: c.kind,
    counterparty: c.counterparty,
    counterpartyCode: c.counterpartyCode,
    number: c.number,
    signedOn: c.signedOn.toString(),
    subject: c.subject,
    amount: toHryvnias(c.amount),
    paid: toHryvnias(c.paid),
    state: c.state,
    procurementLink: c.procurementLink,
    version: c.version,
  }
}

export const paymentShape = z.strictObject({
  id: z.uuid(),
  ...place,
  paidOn: z.iso.date(),
  amount: uah,
  document: z.string().nullable(),
  commitment: z.string().nullable(),
  counterparty: z.string().nullable(),
})

/** Without the purpose: it may name persons. */
export function presentPayment(programme: Programme, p: Payment, names: Names) {
  return {
    id: p.id,
    programme: programme.slug,
    year: p.year,
    source: p.source,
    measure: measureOf(names, p.measureId),
    paidOn: p.paidOn.toString(),
    amount: toHryvnias(p.amount),
    document: p.document,
    commitment: p.commitmentNumber,
    counterparty: p.counterparty,
  }
}

export const planChangeShape = z.strictObject({
  id: z.uuid(),
  ...place,
  change: uah,
  decision: z.strictObject({ kind: z.string(), number: z.string(), date: z.iso.date() }),
})

export function presentPlanChange(programme: Programme, c: PlanChange, names: Names) {
  return {
    id: c.id,
    programme: programme.slug,
    year: c.year,
    source: c.source,
    measure: measureOf(names, c.measureId),
    change: toHryvnias(c.change),
    decision: { kind: c.decision.kind, number: c.decision.number, date: c.decision.date.toString() },
  }
}

export function hryvnias(amount: Kopiykas | null): number | null {
  return amount === null ? null : toHryvnias(amount)
}
