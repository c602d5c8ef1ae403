/** Source texts and drafts under review. */
import { type Selectable, sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { ProgrammesTables } from '../tables.ts'
import type { Draft, DraftLine, DraftState, Resolutions, SourceText } from '../types/draft.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import type { DraftId, ProgrammeId, SourceId } from '../types.ts'

type Reader = Db | DbTransaction

function draftOf(row: Selectable<ProgrammesTables['programme_drafts']>): Draft {
  return {
    id: row.id,
    sourceId: row.source_id,
    kind: row.kind,
    state: row.state,
    reading: row.reading,
    proposed: row.proposal,
    resolutions: row.resolutions,
    version: row.version,
    programmeId: row.programme_id,
    discardReason: row.discard_reason,
    previousId: row.previous_id,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    editedBy: row.edited_by,
  }
}

export async function draftById(db: Reader, id: DraftId): Promise<Draft | null> {
  const row = await db.selectFrom('programme_drafts').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? draftOf(row) : null
}

export async function lockDraft(db: DbTransaction, id: DraftId): Promise<Draft | null> {
  const row = await db
    .selectFrom('programme_drafts')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

/** The amendment of a programme that is being prepared. */
export async function openAmendment(db: Reader, programmeId: ProgrammeId): Promise<Draft | null> {
  const row = await db
    .selectFrom('programme_drafts')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'amendment')
    .where('state', '=', 'review')
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

/** The draft from which a programme was accepted. */
export async function draftOfProgramme(db: Reader, programmeId: ProgrammeId): Promise<Draft | null> {
  const row = await db
    .selectFrom('programme_drafts')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'new')
    .where('state', '=', 'accepted')
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

export type DraftFilter = { readonly state?: DraftState; readonly programmeId?: ProgrammeId }

/** Newest first; the reading itself is left where it is. */
export async function listDrafts(
  db: Reader,
  filter: DraftFilter,
  after: { readonly createdAt: string; readonly id: string } | null,
  limit: number,
): Promise<DraftLine[]> {
  return db
    .selectFrom('programme_drafts as d')
    .leftJoin('source_texts as s', 's.id', 'd.source_id')
    .select([
      'd.id',
      'd.kind',
      'd.state',
      'd.created_at as createdAt',
      'd.edited_at as editedAt',
      'd.edited_by as editedBy',
      'd.programme_id as programmeId',
      's.name as sourceName',
      sql<string>`d.proposal->>'title'`.as('title'),
      sql<number>`jsonb_array_length(d.proposal->'measures')`.as('measures'),
    ])
    .$if(filter.state !== undefined, (q) => q.where('d.state', '=', filter.state!))
    .$if(filter.programmeId !== undefined, (q) => q.where('d.programme_id', '=', filter.programmeId!))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(d.created_at, d.id) < (${after!.createdAt}::timestamptz, ${after!.id}::uuid)`),
    )
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertDraft(
  tx: Pick<Tx, 'db' | 'now'>,
  draft: Pick<
    Draft,
    | 'id'
    | 'sourceId'
    | 'kind'
    | 'reading'
    | 'proposed'
    | 'resolutions'
    | 'programmeId'
    | 'previousId'
    | 'editedBy'
  >,
): Promise<void> {
  await tx.db
    .insertInto('programme_drafts')
    .values({
      id: draft.id,
      source_id: draft.sourceId,
      kind: draft.kind,
      state: 'review',
      reading: JSON.stringify(draft.reading),
      proposal: JSON.stringify(draft.proposed),
      resolutions: JSON.stringify(draft.resolutions),
      programme_id: draft.programmeId,
      previous_id: draft.previousId,
      created_at: tx.now,
      edited_at: tx.now,
      edited_by: draft.editedBy,
    })
    .execute()
}

export async function saveDraft(
  db: DbTransaction,
  id: DraftId,
  change: {
    readonly proposed?: ProposedProgramme
    readonly resolutions?: Resolutions
    readonly state?: DraftState
    readonly kind?: Draft['kind']
    readonly programmeId?: ProgrammeId | null
    readonly discardReason?: string | null
  },
  edited: { readonly at: Temporal.Instant; readonly by: string },
): Promise<void> {
  await db
    .updateTable('programme_drafts')
    .set((eb) => ({
      ...(change.proposed ? { proposal: JSON.stringify(change.proposed) } : {}),
      ...(change.resolutions ? { resolutions: JSON.stringify(change.resolutions) } : {}),
      ...(change.state ? { state: change.state } : {}),
      ...(change.kind ? { kind: change.kind } : {}),
      ...(change.programmeId === undefined ? {} : { programme_id: change.programmeId }),
      ...(change.discardReason === undefined ? {} : { discard_reason: change.discardReason }),
      version: eb('version', '+', 1),
      edited_at: edited.at,
      edited_by: edited.by,
    }))
    .where('id', '=', id)
    .execute()
}

export async function insertSource(
  tx: Pick<Tx, 'db' | 'now'>,
  source: SourceText & { readonly createdBy: string },
): Promise<void> {
  await tx.db
    .insertInto('source_texts')
    .values({
      id: source.id,
      file_id: source.fileId,
      name: source.name,
      format: source.format,
      encoding: source.encoding,
      // PostgreSQL keeps no NUL in a text; no programme has one.
      text: source.text.replaceAll('\u0000', ''),
      created_at: tx.now,
      created_by: source.createdBy,
    })
    .execute()
}

export async function sourceById(db: Reader, id: SourceId): Promise<SourceText | null> {
  const row = await db
    .selectFrom('source_texts')
    .select(['id', 'name', 'format', 'encoding', 'text', 'file_id as fileId'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Whether a text came in by this file. */
export async function isSourceFile(db: Db | DbTransaction, id: FileId): Promise<boolean> {
  const row = await db.selectFrom('source_texts').select('id').where('file_id', '=', id).executeTakeFirst()
  return row !== undefined
}
