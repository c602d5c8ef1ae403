/** Files of evidence. */
import type { Tx } from '../../../platform/context.ts'
import { setFileAccess } from '../../../platform/files.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { Evidence, EvidenceFile, EvidenceId } from '../types.ts'
import type { Reader } from './duty-rows.ts'

export async function filesOf(db: Reader, id: EvidenceId): Promise<EvidenceFile[]> {
  return db
    .selectFrom('evidence_files as ef')
    .innerJoin('files as f', 'f.id', 'ef.file_id')
    .select(['f.id', 'f.name', 'f.media_type as mediaType', 'f.size', 'f.access'])
    .where('ef.evidence_id', '=', id)
    .orderBy('ef.position')
    .execute()
}

/** What a reader's right to a file hangs on: the evidence that it is attached to. None once it was taken away. */
export async function evidenceOfFile(
  db: Reader,
  id: FileId,
): Promise<Pick<Evidence, 'unitId' | 'state' | 'createdBy'>[]> {
  return db
    .selectFrom('evidence_files as ef')
    .innerJoin('evidence as e', 'e.id', 'ef.evidence_id')
    .select(['e.unit_id as unitId', 'e.state', 'e.created_by as createdBy'])
    .where('ef.file_id', '=', id)
    .execute()
}

export async function setAccess(tx: Tx, id: EvidenceId, access: 'public' | 'office'): Promise<void> {
  const files = await filesOf(tx.db, id)
  await setFileAccess(
    tx,
    files.filter((f) => f.access !== access).map((f) => f.id),
    access,
  )
}
