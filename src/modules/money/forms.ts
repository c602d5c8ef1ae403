/** Inputs of plan, commitments and payments. */
import { z } from 'zod'
import {
  choice,
  date,
  hryvnias,
  line,
  optionalId,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  optionalWhole,
  paragraphs,
  whole,
} from '../../kernel/inputs.ts'
import { kopiykas } from '../../kernel/money.ts'
import {
  COMMITMENT_KINDS,
  type ImportMapping,
  type NewCommitment,
  type NewPayment,
  type NewPlanChange,
} from './types.ts'

const year = () => whole(1991, 2200)
const measure = () => optionalId<'measure'>()

export const empty = z.strictObject({})
export const reasonForm = z.strictObject({ reason: paragraphs(1_000) })

const planFields = {
  year: year(),
  source: line(200),
  measureId: measure(),
  direction: choice(['add', 'take']),
  change: hryvnias(),
  decisionKind: line(200),
  decisionNumber: line(50),
  decisionDate: date(),
  reason: optionalParagraphs(1_000),
}

type PlanFields = z.output<z.ZodObject<typeof planFields>>

function toPlanChange(f: PlanFields): NewPlanChange {
  return {
    year: f.year,
    source: f.source,
    measureId: f.measureId,
    change: kopiykas(f.direction === 'take' ? -f.change : f.change),
    decision: { kind: f.decisionKind, number: f.decisionNumber, date: f.decisionDate },
    reason: f.reason,
  }
}

const commitmentFields = {
  year: year(),
  source: line(200),
  measureId: measure(),
  kind: choice(COMMITMENT_KINDS),
  counterparty: line(300),
  counterpartyCode: optionalLine(20).refine((t) => t === null || /^\d{8}$/.test(t), 'not_edrpou'),
  number: line(100),
  signedOn: date(),
  subject: paragraphs(1_000),
  amount: hryvnias(),
  procurementLink: optionalLink(),
}

type CommitmentFields = z.output<z.ZodObject<typeof commitmentFields>>

function toCommitment(f: CommitmentFields): NewCommitment {
  return {
    year: f.year,
    source: f.source,
    measureId: f.measureId,
    kind: f.kind,
    counterparty: f.counterparty,
    counterpartyCode: f.counterpartyCode,
    number: f.number,
    signedOn: f.signedOn,
    subject: f.subject,
    amount: f.amount,
    procurementLink: f.procurementLink,
  }
}

const paymentFields = {
  commitmentId: optionalId<'commitment'>(),
  measureId: measure(),
  source: optionalLine(200),
  paidOn: date(),
  amount: hryvnias(),
  document: optionalLine(100),
  note: optionalParagraphs(1_000),
}

type PaymentFields = z.output<z.ZodObject<typeof paymentFields>>

function toPayment(f: PaymentFields): NewPayment {
  return {
    commitmentId: f.commitmentId,
    measureId: f.measureId,
    source: f.source,
    paidOn: f.paidOn,
    amount: f.amount,
    document: f.document,
    note: f.note,
  }
}

export const planForm = z.strictObject(planFields).transform(toPlanChange)
export const commitmentForm = z.strictObject(commitmentFields).transform(toCommitment)
export const commitmentEditForm = z
  .strictObject({ ...commitmentFields, version: whole(1) })
  .transform(({ version, ...fields }) => ({ version, input: toCommitment(fields) }))
export const paymentForm = z.strictObject(paymentFields).transform(toPayment)

const programme = { programme: line(200) }
export const planCall = z
  .strictObject({ ...planFields, ...programme })
  .transform(({ programme, ...f }) => ({ programme, input: toPlanChange(f) }))
export const commitmentCall = z
  .strictObject({ ...commitmentFields, ...programme })
  .transform(({ programme, ...f }) => ({ programme, input: toCommitment(f) }))
export const paymentCall = z
  .strictObject({ ...paymentFields, ...programme })
  .transform(({ programme, ...f }) => ({ programme, input: toPayment(f) }))

const column = () => optionalWhole(0, 500)
export const mappingForm = z
  .strictObject({
    paidOn: column(),
    amount: column(),
    document: column(),
    measure: column(),
    source: column(),
    commitment: column(),
    note: column(),
    allSource: optionalLine(200),
    allMeasure: measure(),
  })
  .transform(
    ({ allSource, allMeasure, ...columns }): ImportMapping => ({
      columns,
      source: allSource,
      measureId: allMeasure,
    }),
  )
