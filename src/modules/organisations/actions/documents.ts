/** Documents of an organisation: a statute, an extract, a decision. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { inspectFile, setFileAccess, storeFile } from '../../../platform/files.ts'
import { personalTrace } from '../rules/personal.ts'
import * as store from '../store/documents.ts'
import { touch } from '../store/organisations.ts'
import type { DocumentId, DocumentKind, OrganisationId } from '../types.ts'
import { kept } from './facts.ts'
import { nameOf } from './who.ts'

type NewDocument = {
  readonly kind: DocumentKind
  readonly title: string
  readonly datedOn: CivilDate | null
  readonly access: 'public' | 'office'
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

export function addDocument(ctx: Context, id: OrganisationId, input: NewDocument): Promise<DocumentId> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.document')
    return attachDocument(tx, id, input)
  })
}

/** The caller has asked its own policy: representatives bring documents too. */
export async function attachDocument(tx: Tx, id: OrganisationId, input: NewDocument): Promise<DocumentId> {
  accept(personalTrace(input.title, 'title') ?? input.title)
  const { mediaType } = accept(inspectFile(input.file.name, input.file.bytes))
  const file = await storeFile(tx, { ...input.file, mediaType, access: input.access })
  const made = await store.insertDocument(tx, id, { ...input, fileId: file.id }, nameOf(tx.actor))
  await touch(tx, id)
  audit(
    tx,
    'organisation.document',
    { type: 'organisation', id },
    { after: { title: input.title, kind: input.kind, access: input.access, file: file.name } },
  )
  return made
}

export function removeDocument(ctx: Context, id: OrganisationId, documentId: DocumentId): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.documentRemove')
    await detachDocument(tx, id, documentId)
  })
}

/** The caller has asked its own policy. */
export async function detachDocument(tx: Tx, id: OrganisationId, documentId: DocumentId): Promise<void> {
  const before = found(await store.deleteDocument(tx.db, id, documentId), 'document')
  await setFileAccess(tx, [before.fileId], 'office')
  await touch(tx, id)
  audit(tx, 'organisation.documentRemove', { type: 'organisation', id }, { before: { title: before.title } })
}
