/** Documents that representatives bring, and take away again. */

import { speaksFor } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { Forbidden, found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, isRefusal, refuse } from '../../../kernel/refusal.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { inspectFile } from '../../../platform/files.ts'
import {
  attachDocument,
  type DocumentId,
  type DocumentKind,
  detachDocument,
} from '../../organisations/index.ts'
import { broughtBy, noteDocument } from '../store/documents.ts'
import type { OrganisationId } from '../types.ts'
import type { Attached } from './claim.ts'

export function bringDocument(
  ctx: Context,
  input: {
    readonly organisationId: OrganisationId
    readonly kind: DocumentKind
    readonly title: string
    readonly datedOn: CivilDate | null
    readonly file: Attached | null
  },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const { actor } = tx
    permit(speaksFor(actor, input.organisationId), 'organisation.document')
    if (actor.kind !== 'representative') throw new Forbidden('organisation.document')
    const { organisationId, file, ...document } = input
    if (!file) throw new Refused([refuse('document_missing', undefined, 'file')])
    const kind = inspectFile(file.name, file.bytes)
    if (isRefusal(kind)) accept({ ...kind, field: 'file' })
    const id = await attachDocument(tx, organisationId, { ...document, file, access: 'office' })
    await noteDocument(tx.db, id, organisationId, actor.id)
  })
}

/** Only what came through the cabinet: the office's papers are the office's. */
export function takeDocument(ctx: Context, organisationId: OrganisationId, id: DocumentId): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(speaksFor(tx.actor, organisationId), 'organisation.documentRemove')
    found((await broughtBy(tx.db, [organisationId])).has(id) || null, 'document')
    await detachDocument(tx, organisationId, id)
  })
}
