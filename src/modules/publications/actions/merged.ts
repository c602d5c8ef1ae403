/** News follow an organisation that turned out to be another, and come back when that was a mistake. */
import type { Tx } from '../../../platform/context.ts'
import { moveBack, movePublications } from '../store/publications.ts'
import type { OrganisationId } from '../types.ts'

type Merge = { readonly merge: string; readonly kept: OrganisationId; readonly gone: OrganisationId }

export const followMerge = (tx: Tx, merge: Merge): Promise<void> => movePublications(tx.db, merge)

export const undoMerge = (tx: Tx, merge: Merge): Promise<void> => moveBack(tx.db, merge)
