/** Delegations follow an organisation that turned out to be another, and come back when that was a mistake. */
import type { Tx } from '../../../platform/context.ts'
import * as store from '../store/delegations.ts'
import type { OrganisationId } from '../types.ts'

type Merge = { readonly merge: string; readonly kept: OrganisationId; readonly gone: OrganisationId }

export async function followMerge(tx: Tx, merge: Merge): Promise<void> {
  await store.moveDelegations(tx.db, merge)
}

export async function undoMerge(tx: Tx, merge: Merge): Promise<void> {
  await store.moveBack(tx.db, merge)
}
