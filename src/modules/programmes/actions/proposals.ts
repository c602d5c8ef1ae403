/** Proposals to change a programme: submitted with a reason, decided with an answer, or taken back. */
import { type UnitId, unitsOf } from '../../../kernel/actor.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { accept, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { mayManage, mayPropose, mayWithdraw } from '../policy.ts'
import { mendProposal, stepProposal } from '../rules/proposal.ts'
import { openAmendment } from '../store/drafts.ts'
import { measureBelongs } from '../store/measures.ts'
import { programmeById } from '../store/programmes.ts'
import { decideProposal, insertProposal, lockProposal } from '../store/proposals.ts'
import type { MeasureId, ProgrammeId, ProposalId, ProposalKind } from '../types.ts'
import { nameOf } from './who.ts'

export async function submitProposal(
  ctx: Context,
  input: {
    readonly programmeId: ProgrammeId
    readonly measureId: MeasureId | null
    readonly kind: ProposalKind
    readonly text: string
    readonly reason: string
    readonly unitId: UnitId | null
  },
): Promise<ProposalId> {
  return transact(ctx, async (tx) => {
    const programme = found(await programmeById(tx.db, input.programmeId), 'programme')
    permit(mayPropose(tx.actor), 'proposal.submit')
    accept(programme.state === 'active' ? programme : refuse('programme_closed'))
    accept([...mendProposal(input), ...(await wrongChoices(tx, input))])
    const id = newId<'proposal'>()
    await insertProposal(tx.db, {
      id,
      programme_id: programme.id,
      measure_id: input.measureId,
      kind: input.kind,
      text: input.text,
      reason: input.reason,
      unit_id: input.unitId,
      state: 'submitted',
      answer: null,
      draft_id: null,
      created_by: tx.actor.kind === 'staff' || tx.actor.kind === 'token' ? tx.actor.id : '',
      created_by_name: nameOf(tx.actor),
      created_at: tx.now,
      decided_at: null,
    })
    audit(tx, 'proposal.submit', { type: 'proposal', id }, { after: input })
    return id
  })
}

/** An executor speaks for a department of their own; a measure is one of the programme. */
async function wrongChoices(
  tx: Pick<Context, 'actor'> & { readonly db: Parameters<typeof measureBelongs>[0] },
  input: {
    readonly programmeId: ProgrammeId
    readonly measureId: MeasureId | null
    readonly unitId: UnitId | null
  },
): Promise<Refusal[]> {
  const wrong: Refusal[] = []
  if (input.measureId !== null && !(await measureBelongs(tx.db, input.measureId, input.programmeId)))
    wrong.push(refuse('measure_required', undefined, 'measureId'))
  const own = unitsOf(tx.actor)
  if (!mayManage(tx.actor) && (input.unitId === null || !own.includes(input.unitId)))
    wrong.push(refuse('unit_required', undefined, 'unitId'))
  return wrong
}

/** Accepted into the amendment that is being prepared, or rejected with an answer that all will see. */
export async function answerProposal(
  ctx: Context,
  input: { readonly id: ProposalId; readonly verb: 'accept' | 'reject'; readonly answer: string | null },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const proposal = found(await lockProposal(tx.db, input.id), 'proposal')
    permit(mayManage(tx.actor), `proposal.${input.verb}`)
    const state = accept(stepProposal(proposal.state, input.verb))
    if (input.verb === 'reject' && input.answer === null)
      accept(refuse('answer_required', undefined, 'answer'))
    const draft = input.verb === 'accept' ? await openAmendment(tx.db, proposal.programmeId) : null
    if (input.verb === 'accept' && !draft) accept(refuse('no_open_amendment'))
    await decideProposal(tx.db, proposal.id, {
      state,
      answer: input.answer,
      draftId: draft?.id ?? null,
      at: tx.now,
    })
    audit(
      tx,
      `proposal.${input.verb}`,
      { type: 'proposal', id: proposal.id },
      {
        after: { state, draft: draft?.id ?? null },
        ...(input.answer === null ? {} : { reason: input.answer }),
      },
    )
  })
}

export async function withdrawProposal(ctx: Context, id: ProposalId): Promise<void> {
  await transact(ctx, async (tx) => {
    const proposal = found(await lockProposal(tx.db, id), 'proposal')
    permit(mayWithdraw(tx.actor, proposal), 'proposal.withdraw')
    const state = accept(stepProposal(proposal.state, 'withdraw'))
    await decideProposal(tx.db, id, { state, answer: null, draftId: null, at: tx.now })
    audit(
      tx,
      'proposal.withdraw',
      { type: 'proposal', id },
      { before: { state: proposal.state }, after: { state } },
    )
  })
}
