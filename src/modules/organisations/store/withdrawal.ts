/** Changes that no longer wait, because they were taken back. */
import type { Tx } from '../../../platform/context.ts'
import type { ProposalId } from '../types.ts'

/** How many values no longer wait. */
export async function refuseWaiting(
  tx: Pick<Tx, 'db' | 'now'>,
  id: ProposalId,
  reason: string,
  by: string,
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('organisation_proposal_items')
    .set({ state: 'refused', reason, decided_at: tx.now, decided_by: by })
    .where('proposal_id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  await tx.db
    .updateTable('organisation_proposals')
    .set({ state: 'settled', settled_at: tx.now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
  return Number(numUpdatedRows)
}
