/** Publications and their texts one by one, and how they are written. */
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { searchText } from '../../organisations/index.ts'
import type { PublicationsTables } from '../tables.ts'
import type {
  OrganisationId,
  OrganisationKind,
  Publication,
  PublicationId,
  Revision,
  RevisionState,
  Shown,
} from '../types.ts'

export type Reader = Db | DbTransaction

type PublicationRow = Selectable<PublicationsTables['publications']> & { kind: OrganisationKind }

export function toPublication(row: PublicationRow): Publication {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationKind: row.kind,
    publishedRevision: row.published_revision,
    firstPublishedAt: row.first_published_at,
    changedAt: row.changed_at,
    withdrawn:
      row.withdrawn_at && row.withdrawn_by
        ? {
            at: row.withdrawn_at,
            by: row.withdrawn_by,
            reason: row.withdrawn_reason,
            words: row.withdrawn_words,
          }
        : null,
  }
}

export function toRevision(row: Selectable<PublicationsTables['publication_revisions']>): Revision {
  return {
    publicationId: row.publication_id,
    number: row.number,
    state: row.state,
    title: row.title,
    body: row.body,
    pictures: row.pictures,
    authorId: row.author_id,
    authorName: row.author_name,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by as Revision['decidedBy'],
    reason: row.reason,
    words: row.words,
    appeal: row.appeal,
    appealedAt: row.appealed_at,
    appealDecidedAt: row.appeal_decided_at,
    publishedAt: row.published_at,
    version: row.version,
  }
}

export async function insertPublication(
  tx: Tx,
  id: PublicationId,
  organisation: OrganisationId,
): Promise<void> {
  await tx.db
    .insertInto('publications')
    .values({
      id,
      organisation_id: organisation,
      published_revision: null,
      first_published_at: null,
      changed_at: null,
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
      withdrawn_words: null,
      moved_by: null,
      created_at: tx.now,
    })
    .execute()
}

function publications(db: Reader) {
  return db
    .selectFrom('publications as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .selectAll('p')
    .select('o.kind')
}

export async function publicationById(db: Reader, id: PublicationId): Promise<Publication | null> {
  const row = await publications(db).where('p.id', '=', id).executeTakeFirst()
  return row ? toPublication(row) : null
}

export async function lockPublication(db: DbTransaction, id: PublicationId): Promise<Publication | null> {
  const row = await publications(db).where('p.id', '=', id).forUpdate('p').executeTakeFirst()
  return row ? toPublication(row) : null
}

/** Latest first. */
export async function revisionsOf(db: Reader, id: PublicationId): Promise<readonly Revision[]> {
  const rows = await db
    .selectFrom('publication_revisions')
    .selectAll()
    .where('publication_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toRevision)
}

export async function insertRevision(
  tx: Tx,
  of: Pick<Revision, 'publicationId' | 'number' | 'title' | 'body' | 'pictures' | 'authorId' | 'authorName'>,
): Promise<void> {
  await tx.db
    .insertInto('publication_revisions')
    .values({
      publication_id: of.publicationId,
      number: of.number,
      state: 'draft',
      title: of.title,
      body: of.body,
      pictures: JSON.stringify(of.pictures),
      author_id: of.authorId,
      author_name: of.authorName,
      created_at: tx.now,
      submitted_at: null,
      decided_at: null,
      decided_by: null,
      reason: null,
      words: null,
      appeal: null,
      appealed_at: null,
      appeal_decided_at: null,
      published_at: null,
    })
    .execute()
}

export type RevisionChange = {
  readonly state: RevisionState
  readonly title?: string
  readonly body?: string
  readonly pictures?: readonly Shown[]
  readonly author_id?: Revision['authorId']
  readonly author_name?: string
  readonly submitted_at?: Revision['submittedAt']
  readonly decided_at?: Revision['decidedAt']
  readonly decided_by?: string | null
  readonly reason?: string | null
  readonly words?: string | null
  readonly appeal?: string | null
  readonly appealed_at?: Revision['appealedAt']
  readonly appeal_decided_at?: Revision['appealDecidedAt']
  readonly published_at?: Revision['publishedAt']
}

export async function saveRevision(
  tx: Tx,
  of: Pick<Revision, 'publicationId' | 'number'>,
  { pictures, ...change }: RevisionChange,
): Promise<void> {
  await tx.db
    .updateTable('publication_revisions')
    .set({ ...change, ...(pictures === undefined ? {} : { pictures: JSON.stringify(pictures) }) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('publication_id', '=', of.publicationId)
    .where('number', '=', of.number)
    .execute()
}

export async function deleteRevision(tx: Tx, of: Pick<Revision, 'publicationId' | 'number'>): Promise<void> {
  await tx.db
    .deleteFrom('publication_revisions')
    .where('publication_id', '=', of.publicationId)
    .where('number', '=', of.number)
    .execute()
}

/** Only one that readers never saw. */
export async function deletePublication(tx: Tx, id: PublicationId): Promise<void> {
  await tx.db
    .deleteFrom('publications')
    .where('id', '=', id)
    .where('published_revision', 'is', null)
    .execute()
}

/** From now on readers see this text. */
export async function showRevision(tx: Tx, publication: Publication, revision: Revision): Promise<void> {
  await tx.db
    .updateTable('publications')
    .set({
      published_revision: revision.number,
      search: searchText([revision.title, revision.body]),
      ...(publication.firstPublishedAt === null ? { first_published_at: tx.now } : { changed_at: tx.now }),
    })
    .where('id', '=', publication.id)
    .execute()
}

export async function withdrawPublication(
  tx: Tx,
  id: PublicationId,
  by: {
    readonly by: 'organisation' | 'office'
    readonly reason: string | null
    readonly words: string | null
  },
): Promise<void> {
  await tx.db
    .updateTable('publications')
    .set({
      withdrawn_at: tx.now,
      withdrawn_by: by.by,
      withdrawn_reason: by.reason,
      withdrawn_words: by.words,
    })
    .where('id', '=', id)
    .execute()
}

/** Where two organisations turned out to be one, their news are of one. */
export async function movePublications(
  db: DbTransaction,
  of: { readonly merge: string; readonly kept: OrganisationId; readonly gone: OrganisationId },
): Promise<void> {
  await db
    .updateTable('publications')
    .set({ organisation_id: of.kept, moved_by: of.merge })
    .where('organisation_id', '=', of.gone)
    .execute()
}

export async function moveBack(
  db: DbTransaction,
  of: { readonly merge: string; readonly gone: OrganisationId },
): Promise<void> {
  await db
    .updateTable('publications')
    .set({ organisation_id: of.gone, moved_by: null })
    .where('moved_by', '=', of.merge)
    .execute()
}

/** Two clerks publish at once: the quarter's evidence is written one after the other. */
export async function lockCounting(db: DbTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('publications.evidence'))`.execute(db)
}

/** Names of those who wrote, with what and for whom. */
export async function authorNames(db: Reader) {
  return db
    .selectFrom('publication_revisions as r')
    .innerJoin('publications as p', 'p.id', 'r.publication_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['r.publication_id as id', 'r.number', 'r.title', 'r.author_name as name', 'r.created_at as at'])
    .select('o.name as organisation')
    .where('r.author_name', '<>', '')
    .orderBy('r.created_at')
    .execute()
}

export async function forgetAuthor(db: DbTransaction, id: string, number: number): Promise<void> {
  await db
    .updateTable('publication_revisions')
    .set({ author_name: '' })
    .where(sql<boolean>`publication_id = ${id}::uuid`)
    .where('number', '=', number)
    .execute()
}
