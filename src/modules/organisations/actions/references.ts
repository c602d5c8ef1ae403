/** For a module whose tables name organisations: its rows follow a merger and its undoing. */
import type { Follows } from '../../../platform/event.ts'
import { organisationMerged, organisationUnmerged } from '../events/happened.ts'
import { moveReference, type Reference, returnReference } from '../store/references.ts'

/** For a manifest: `follows: [...organisationReferences([{ table: 'polls', column: 'organisation_id' }])]`. */
export function organisationReferences(references: readonly Reference[]): readonly Follows[] {
  return [
    organisationMerged.with(async (tx, merge) => {
      for (const reference of references) await moveReference(tx.db, merge, reference)
    }),
    organisationUnmerged.with(async (tx, merge) => {
      for (const reference of references) await returnReference(tx.db, merge, reference)
    }),
  ]
}
