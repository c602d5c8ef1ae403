/** Files that people attach to evidence. */
import { accept, isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/context.ts'
import { inspectFile, storeFile } from '../../../platform/files.ts'
import type { FileId } from '../../../platform/tables.ts'
import { addFiles } from '../store/evidence-links.ts'
import type { EvidenceId } from '../types.ts'

export type Upload = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly access: 'public' | 'office'
}

/** Refuses all that cannot be taken, at once. */
export async function attachFiles(
  tx: Tx,
  id: EvidenceId,
  uploads: readonly Upload[],
): Promise<readonly FileId[]> {
  const inspected = uploads.map((upload) => ({ upload, found: inspectFile(upload.name, upload.bytes) }))
  const refusals = inspected.flatMap(({ found }): Refusal[] =>
    isRefusal(found) ? [{ ...found, field: 'files' }] : [],
  )
  accept(refusals)
  const stored: FileId[] = []
  for (const { upload, found } of inspected)
    if (!isRefusal(found)) {
      const file = await storeFile(tx, {
        name: upload.name,
        bytes: upload.bytes,
        access: upload.access,
        mediaType: found.mediaType,
      })
      stored.push(file.id)
    }
  await addFiles(tx.db, id, stored)
  return stored
}
