/** Files of evidence. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
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
  await sql`
    update files set access = ${access}
    where id in (select file_id from evidence_files where evidence_id = ${id}) and access <> ${access}`.execute(
    tx.db,
  )
}
