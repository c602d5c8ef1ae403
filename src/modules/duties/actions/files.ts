/** Files that people attach to evidence. */
import { accept, isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import type { Context, Tx } from '../../../platform/context.ts'
import { inspectFile, setFileAccess, storeFile } from '../../../platform/files.ts'
import type { FileId } from '../../../platform/tables.ts'
import { maySeeEvidence } from '../policy.ts'
import { addFiles, removeFiles } from '../store/evidence-links.ts'
import { evidenceOfFile } from '../store/files.ts'
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

/** From now on nobody is given them, at their public address neither: they may have been attached by mistake. */
export async function detachFiles(tx: Tx, id: EvidenceId, files: readonly FileId[]): Promise<void> {
  await setFileAccess(tx, await removeFiles(tx.db, id, files), 'office')
}

/** In the office a file goes to whoever may see the evidence that it is attached to. */
export async function mayTakeFile(ctx: Context, id: FileId): Promise<boolean> {
  const bearers = await evidenceOfFile(ctx.db, id)
  return bearers.some((evidence) => maySeeEvidence(ctx.actor, evidence))
}
