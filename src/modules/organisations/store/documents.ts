/** Documents of organisations; the files themselves are the platform's. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { DocumentId, OrganisationDocument, OrganisationId } from '../types.ts'
import type { Reader } from './lines.ts'

export async function documentsOf(
  db: Reader,
  id: OrganisationId,
  seen: readonly ('public' | 'office')[],
): Promise<OrganisationDocument[]> {
  const rows = await db
    .selectFrom('organisation_documents as d')
    .innerJoin('files as f', 'f.id', 'd.file_id')
    .select(['d.id', 'd.kind', 'd.title', 'd.dated_on', 'd.access', 'd.file_id', 'f.name', 'f.size'])
    .where('d.organisation_id', '=', id)
    .where('d.access', 'in', seen)
    .orderBy(sql`d.dated_on desc nulls last`)
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    datedOn: row.dated_on,
    access: row.access,
    fileId: row.file_id,
    fileName: row.name,
    size: row.size,
  }))
}

export async function insertDocument(
  tx: Pick<Tx, 'db' | 'now'>,
  organisationId: OrganisationId,
  document: Pick<OrganisationDocument, 'kind' | 'title' | 'datedOn' | 'access' | 'fileId'>,
  by: string,
): Promise<DocumentId> {
  const id = newId<'organisationDocument'>()
  await tx.db
    .insertInto('organisation_documents')
    .values({
      id,
      organisation_id: organisationId,
      file_id: document.fileId,
      kind: document.kind,
      title: document.title,
      dated_on: document.datedOn,
      access: document.access,
      recorded_at: tx.now,
      recorded_by: by,
    })
    .execute()
  return id
}

/** Takes it off the organisation; the file stays where the record of the city needs it. */
export async function deleteDocument(
  db: DbTransaction,
  organisationId: OrganisationId,
  id: DocumentId,
): Promise<Pick<OrganisationDocument, 'title' | 'fileId'> | null> {
  const row = await db
    .deleteFrom('organisation_documents')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .returning(['title', 'file_id'])
    .executeTakeFirst()
  return row ? { title: row.title, fileId: row.file_id } : null
}
