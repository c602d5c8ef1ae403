/** Changes that wait for a person of the office. */

import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { Change, NewProposal, ProposalId, ProposalItemId } from '../types.ts'

export async function insertProposal(
  tx: Pick<Tx, 'db' | 'now'>,
  id: ProposalId,
  proposal: NewProposal,
  items: readonly { readonly id: ProposalItemId; readonly key: string; readonly change: Change }[],
  by: string,
): Promise<void> {
  const db: DbTransaction = tx.db
  await db
    .insertInto('organisation_proposals')
    .values({
      id,
      organisation_id: proposal.organisationId,
      source_kind: proposal.source.kind,
      source_ref: proposal.source.ref,
      source_on: proposal.source.on ?? null,
      note: proposal.note ?? null,
      state: 'open',
      created_at: tx.now,
      created_by: by,
      settled_at: null,
    })
    .execute()
  await db
    .insertInto('organisation_proposal_items')
    .values(
      items.map((item, position) => ({
        id: item.id,
        proposal_id: id,
        position,
        key: item.key,
        change: JSON.stringify(item.change),
        state: 'waiting' as const,
        reason: null,
        decided_at: null,
        decided_by: null,
      })),
    )
    .execute()
}
