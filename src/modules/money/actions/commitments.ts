/** Money bound by a contract or a contest (6.2 of the programme). */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { ZERO } from '../../../kernel/money.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import { mayManageMoney } from '../policy.ts'
import { ledgerOf } from '../rules/books.ts'
import { type CommitmentVerb, mayCommit, mayRevise, step } from '../rules/spending.ts'
import * as store from '../store/commitments.ts'
import type { Commitment, CommitmentId, NewCommitment } from '../types.ts'
import { authorOf, open, placed } from './opened.ts'

/**
 * For other modules: binds money in the caller's transaction.
 * @throws Refused beyond what is left, with the figures
 */
export async function recordCommitment(
  tx: Tx,
  programmeId: ProgrammeId,
  wanted: NewCommitment,
): Promise<CommitmentId> {
  permit(mayManageMoney(tx.actor), 'commitment.add')
  const opened = await open(tx, programmeId, [wanted.year])
  const input = placed(opened, wanted)
  const others = await store.liveCommitments(tx.db, programmeId, { number: input.number })
  accept(mayCommit(input, ledgerOf(opened.books, input.year), others, opened.situation))
  const author = authorOf(tx.actor)
  const commitment: Commitment = {
    ...input,
    id: newId<'commitment'>(),
    programmeId,
    state: 'active',
    reason: null,
    paid: ZERO,
    createdByName: author.name,
    createdAt: tx.now,
    version: 1,
  }
  await store.insertCommitment(tx.db, commitment, author.by)
  audit(tx, 'commitment.add', { type: 'commitment', id: commitment.id }, { after: factsOf(commitment) })
  return commitment.id
}

export function addCommitment(
  ctx: Context,
  programmeId: ProgrammeId,
  wanted: NewCommitment,
): Promise<CommitmentId> {
  return transact(ctx, (tx) => recordCommitment(tx, programmeId, wanted))
}

/**
 * @param version that the form was drawn from
 * @throws Conflict when it was changed since
 */
export function editCommitment(
  ctx: Context,
  id: CommitmentId,
  version: number,
  wanted: NewCommitment,
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayManageMoney(tx.actor), 'commitment.edit')
    const seen = found(await store.commitmentById(tx.db, id, 'all'), 'commitment')
    const opened = await open(tx, seen.programmeId, [seen.year, wanted.year])
    const before = found(await store.lockCommitment(tx.db, id), 'commitment')
    if (before.version !== version) throw new Conflict('commitment')
    const input = placed(opened, wanted)
    const others = await store.liveCommitments(tx.db, before.programmeId, { number: input.number })
    const rest = others.filter((o) => o.id !== id)
    accept(mayRevise(before, input, ledgerOf(opened.books, input.year), rest, opened.situation))
    await store.saveCommitment(tx.db, id, input)
    audit(
      tx,
      'commitment.edit',
      { type: 'commitment', id },
      { before: factsOf(before), after: factsOf(input) },
    )
  })
}

function move(ctx: Context, id: CommitmentId, verb: CommitmentVerb, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayManageMoney(tx.actor), `commitment.${verb}`)
    const seen = found(await store.commitmentById(tx.db, id, 'all'), 'commitment')
    const { books } = await open(tx, seen.programmeId, [seen.year])
    const before = found(await store.lockCommitment(tx.db, id), 'commitment')
    if (before.year !== seen.year) throw new Conflict('commitment')
    const state = accept(step(before, verb, ledgerOf(books, before.year)))
    await store.saveCommitmentState(tx.db, id, state, reason)
    audit(
      tx,
      `commitment.${verb}`,
      { type: 'commitment', id },
      { before: { state: before.state }, after: { state }, reason },
    )
  })
}

/** What is not paid is free again. */
export function closeCommitment(ctx: Context, id: CommitmentId, reason: string): Promise<void> {
  return move(ctx, id, 'close', reason)
}

/** Only one from which nothing was paid. */
export function cancelCommitment(ctx: Context, id: CommitmentId, reason: string): Promise<void> {
  return move(ctx, id, 'cancel', reason)
}

export function reopenCommitment(ctx: Context, id: CommitmentId, reason: string): Promise<void> {
  return move(ctx, id, 'reopen', reason)
}

function factsOf(c: NewCommitment) {
  return {
    year: c.year,
    source: c.source,
    measureId: c.measureId,
    kind: c.kind,
    counterparty: c.counterparty,
    counterpartyCode: c.counterpartyCode,
    number: c.number,
    signedOn: c.signedOn.toString(),
    subject: c.subject,
    amount: c.amount,
    procurementLink: c.procurementLink,
  }
}
