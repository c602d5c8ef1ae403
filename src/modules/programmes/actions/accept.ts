/** The end of a review: a programme from a draft; and a draft that was put aside is taken up again. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { mayManage } from '../policy.ts'
import { missing } from '../rules/acceptance.ts'
import { lockDraft, openAmendment, saveDraft } from '../store/drafts.ts'
import type { DraftId } from '../types.ts'
import { type CreatedProgramme, createProgramme } from './create-programme.ts'
import { lockReview } from './review.ts'
import { nameOf } from './who.ts'

/** @throws Refused with all that is still missing */
export async function acceptDraft(ctx: Context, id: DraftId): Promise<CreatedProgramme> {
  return transact(ctx, (tx) => acceptDraftIn(tx, id))
}

export async function acceptDraftIn(tx: Tx, id: DraftId): Promise<CreatedProgramme> {
  const draft = await lockReview(tx, id, 'draft.accept')
  accept(draft.kind === 'new' ? draft : refuse('draft_is_amendment'))
  accept(missing(draft))
  const created = await createProgramme(tx, {
    proposed: draft.proposed,
    sourceId: draft.sourceId,
    previousId: draft.previousId,
  })
  await saveDraft(
    tx.db,
    id,
    { state: 'accepted', programmeId: created.programmeId },
    { at: tx.now, by: nameOf(tx.actor) },
  )
  audit(tx, 'draft.accept', { type: 'programmeDraft', id }, { after: { programme: created.programmeId } })
  return created
}

export async function reopenDraft(ctx: Context, id: DraftId): Promise<void> {
  await transact(ctx, async (tx) => {
    const draft = found(await lockDraft(tx.db, id), 'draft')
    permit(mayManage(tx.actor), 'draft.reopen')
    accept(draft.state === 'discarded' ? draft : refuse('draft_not_discarded'))
    if (draft.kind === 'amendment' && draft.programmeId && (await openAmendment(tx.db, draft.programmeId)))
      accept(refuse('amendment_open'))
    await saveDraft(tx.db, id, { state: 'review', discardReason: null }, { at: tx.now, by: nameOf(tx.actor) })
    audit(tx, 'draft.reopen', { type: 'programmeDraft', id }, { before: { reason: draft.discardReason } })
  })
}
