/** A contract that was paid is a fact of its measure: it stands in reports without being typed again. */
import type { Tx } from '../../../platform/context.ts'
import { recordEvidence, withdrawEvidenceOf } from '../../duties/index.ts'
import { soleExecutor } from '../store/books.ts'
import { texts } from '../texts/index.ts'
import type { Commitment, Payment, PaymentId } from '../types.ts'

const MODULE = 'money'

/** The record of the city is in Ukrainian. */
const t = texts.uk.evidence

/**
 * Written for a payment by a contract of a measure. Money alone fulfils no duty: it is a part of the one whose
 * period holds the day, where the measure has a single executor, else a fact of the measure.
 */
export async function recordPaidContract(
  tx: Tx,
  payment: Pick<Payment, 'id' | 'paidOn' | 'amount'>,
  commitment: Commitment,
): Promise<void> {
  if (commitment.measureId === null) return
  const unitId = await soleExecutor(tx.db, commitment.measureId)
  await recordEvidence(tx, {
    unitId,
    kind: 'contract',
    title: t.title(commitment.subject, commitment.number).slice(0, 300),
    happenedFrom: payment.paidOn,
    happenedTo: null,
    place: null,
    result: t.result(payment.amount, commitment.counterparty),
    participants: null,
    organisations: [],
    cost: payment.amount,
    link: commitment.procurementLink,
    publication: null,
    measures: [commitment.measureId],
    indicators: [],
    source: { module: MODULE, id: payment.id },
    share: 'part',
    ...(unitId === null ? { duties: [] } : {}),
  })
}

export async function withdrawPaidContract(tx: Tx, id: PaymentId, reason: string): Promise<void> {
  await withdrawEvidenceOf(tx, { module: MODULE, id }, reason)
}
