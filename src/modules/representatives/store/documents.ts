/** Which documents of an organisation came through the cabinet. */
import type { DbTransaction } from '../../../platform/db.ts'
import type { DocumentId } from '../../organisations/index.ts'
import type { OrganisationId, RepresentativeId } from '../types.ts'
import type { Reader } from './delegations.ts'

export async function noteDocument(
  db: DbTransaction,
  id: DocumentId,
  organisation: OrganisationId,
  by: RepresentativeId,
): Promise<void> {
  await db
    .insertInto('cabinet_documents')
    .values({ document_id: id, organisation_id: organisation, representative_id: by })
    .execute()
}

export async function broughtBy(
  db: Reader,
  organisations: readonly OrganisationId[],
): Promise<ReadonlySet<DocumentId>> {
  if (organisations.length === 0) return new Set()
  const rows = await db
    .selectFrom('cabinet_documents')
    .select('document_id')
    .where('organisation_id', 'in', organisations)
    .execute()
  return new Set(rows.map((row) => row.document_id))
}
