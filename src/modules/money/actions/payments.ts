/** Cash spending: recorded, and withdrawn when it was recorded by mistake. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import { mayManageMoney } from '../policy.ts'
import { ledgerOf } from '../rules/books.ts'
import { fingerprintOf } from '../rules/import-rows.ts'
import { mayPay, mayWithdraw } from '../rules/spending.ts'
import { lockCommitment } from '../store/commitments.ts'
import * as store from '../store/payments.ts'
import type { NewPayment, Payment, PaymentId, Place } from '../types.ts'
import { recordPaidContract, withdrawPaidContract } from './evidence.ts'
import { authorOf, open, placed } from './opened.ts'

/**
 * For other modules: records cash in the caller's transaction.
 * @throws Refused beyond the commitment or the plan, with the figures; and for a payment that is recorded already
 */
export async function recordPayment(
  tx: Tx,
  programmeId: ProgrammeId,
  wanted: NewPayment,
): Promise<PaymentId> {
  permit(mayManageMoney(tx.actor), 'payment.record')
  const year = wanted.paidOn.year
  const opened = await open(tx, programmeId, [year])
  const commitment = wanted.commitmentId
    ? found(await lockCommitment(tx.db, wanted.commitmentId), 'commitment')
    : null
  if (commitment) found(commitment.programmeId === programmeId ? commitment : null, 'commitment')
  const place = commitment ?? placed(opened, placeOf(wanted, year))
  accept(mayPay({ ...wanted, place }, commitment, ledgerOf(opened.books, year), opened.situation))
  // Without a document nothing tells two payments of a day apart.
  const fingerprint = wanted.document === null ? null : fingerprintOf(wanted)
  if (fingerprint !== null) {
    const known = await store.knownFingerprints(tx.db, programmeId, [fingerprint], 'recorded')
    accept(known.size === 0 ? true : refuse('payment_known', undefined, 'document'))
  }
  const author = authorOf(tx.actor)
  const payment: store.NewPaymentRow = {
    id: newId<'payment'>(),
    programmeId,
    year,
    source: place.source,
    measureId: place.measureId,
    commitmentId: commitment?.id ?? null,
    commitmentNumber: commitment?.number ?? null,
    counterparty: commitment?.counterparty ?? null,
    paidOn: wanted.paidOn,
    amount: wanted.amount,
    document: wanted.document,
    note: wanted.note,
    importId: null,
    state: 'recorded',
    reason: null,
    createdByName: author.name,
    createdAt: tx.now,
    fingerprint,
  }
  await store.insertPayments(tx.db, [payment], author.by)
  if (commitment) await recordPaidContract(tx, payment, commitment)
  audit(tx, 'payment.record', { type: 'payment', id: payment.id }, { after: factsOf(payment) })
  return payment.id
}

function placeOf(wanted: NewPayment, year: number): Place {
  const source = accept(wanted.source || refuse('required', undefined, 'source'))
  return { year, source, measureId: wanted.measureId }
}

export function addPayment(ctx: Context, programmeId: ProgrammeId, wanted: NewPayment): Promise<PaymentId> {
  return transact(ctx, (tx) => recordPayment(tx, programmeId, wanted))
}

export function withdrawPayment(ctx: Context, id: PaymentId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayManageMoney(tx.actor), 'payment.withdraw')
    const seen = found(await store.paymentById(tx.db, id, 'all'), 'payment')
    await open(tx, seen.programmeId, [seen.year])
    const payment = found(await store.lockPayment(tx.db, id), 'payment')
    if (payment.year !== seen.year) throw new Conflict('payment')
    accept(mayWithdraw(payment))
    await store.markPaymentWithdrawn(tx.db, id, reason)
    await withdrawPaidContract(tx, id, reason)
    audit(tx, 'payment.withdraw', { type: 'payment', id }, { before: factsOf(payment), reason })
  })
}

export function factsOf(p: Payment) {
  return {
    year: p.year,
    source: p.source,
    measureId: p.measureId,
    commitmentId: p.commitmentId,
    paidOn: p.paidOn.toString(),
    amount: p.amount,
    document: p.document,
    note: p.note,
  }
}
