/** What a representative says of their own organisation in the cabinet, at any time: it is true, or what differs. */

import { speaksFor } from '../../../kernel/actor.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { markVerified, type OrganisationId, proposeChange } from '../../organisations/index.ts'
import { correctionsOf, type Typed, wrongWith } from '../rules/correction.ts'
import { registered } from '../store/registered.ts'

export type OwnAnswer = {
  readonly organisationId: OrganisationId
  /** The version of the organisation that was looked at. */
  readonly seen: number
  /** Whose word it is, as the clerk reads it: «голова правління». */
  readonly post: string
}

async function begun(tx: Tx, answer: OwnAnswer) {
  permit(speaksFor(tx.actor, answer.organisationId), 'organisation.checkOwn')
  const now = found(await registered(tx.db, answer.organisationId), 'organisation')
  if (now.version !== answer.seen) throw new Conflict('organisation')
  return now
}

export function confirmOwn(ctx: Context, answer: OwnAnswer): Promise<void> {
  return transact(ctx, async (tx) => {
    await begun(tx, answer)
    await markVerified(tx, answer.organisationId, { on: tx.today, by: answer.post })
  })
}

/** Each value waits for a clerk; nothing of the registry changes before. */
export function correctOwn(
  ctx: Context,
  answer: OwnAnswer & { readonly typed: Typed; readonly note: string | null },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const now = await begun(tx, answer)
    accept(wrongWith(answer.typed))
    const changes = correctionsOf(now, answer.typed, { on: tx.today.toString(), ref: answer.post })
    if (changes.length === 0) accept(refuse('nothing_corrected'))
    await proposeChange(tx, {
      organisationId: answer.organisationId,
      source: { kind: 'representative', ref: answer.post, on: tx.today },
      note: answer.note,
      changes,
    })
    audit(
      tx,
      'organisation.correctOwn',
      { type: 'organisation', id: answer.organisationId },
      { after: { changes: changes.length } },
    )
  })
}
