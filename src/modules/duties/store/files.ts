/** Files of evidence. */
import type { Tx } from '../../../platform/context.ts'
import { setFileAccess } from '../../../platform/files.ts'
import type { EvidenceFile, EvidenceId } from '../types.ts'
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

export async function setAccess(tx: Tx, id: EvidenceId, access: 'public' | 'office'): Promise<void> {
  const files = await filesOf(tx.db, id)
  await setFileAccess(
    tx,
    files.filter((f) => f.access !== access).map((f) => f.id),
    access,
  )
}
