/** Cards as they are worked on. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { Content, Practice, PracticeFile, PracticeId, PracticeLine, PracticeState } from '../types.ts'

export type Reader = Db | DbTransaction
export const PAGE_SIZE = 20

function practices(db: Reader) {
  return db
    .selectFrom('practices')
    .select([
      'id',
      'organisation_id as organisationId',
      'state',
      'content',
      'submitted_at as submittedAt',
      'returned_reason as returnedReason',
      'withdrawn_reason as withdrawnReason',
      'by_representative as byRepresentative',
      'version',
      'updated_at as updatedAt',
    ])
}

export async function practiceById(db: Reader, id: PracticeId): Promise<Practice | null> {
  return (await practices(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function lockPractice(db: DbTransaction, id: PracticeId): Promise<Practice | null> {
  return (await practices(db).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null
}

export type PracticeFilter = {
  readonly state: PracticeState | null
  readonly text: string
  readonly after: string
  /** Only of these; null: of all. */
  readonly organisations: readonly OrganisationId[] | null
}

/** Latest changed first. */
export async function listPractices(
  db: Reader,
  filter: PracticeFilter,
  size = PAGE_SIZE,
): Promise<Page<PracticeLine>> {
  if (filter.organisations?.length === 0) return { rows: [], next: null }
  const from = decodeCursor(filter.after, ['string', 'string'])
  let query = db
    .selectFrom('practices as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select([
      'p.id',
      'p.state',
      'p.title',
      'p.organisation_id as organisationId',
      sql<string>`coalesce(o.short_name, o.name)`.as('organisationName'),
      'p.updated_at as updatedAt',
      'p.submitted_at as submittedAt',
      sql<boolean>`exists (select from practice_versions v where v.practice_id = p.id and v.current)`.as(
        'isPublic',
      ),
    ])
  if (filter.organisations) query = query.where('p.organisation_id', 'in', filter.organisations)
  if (filter.state) query = query.where('p.state', '=', filter.state)
  if (filter.text !== '') {
    const like = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) => eb.or([eb('p.title', 'ilike', like), eb('o.name', 'ilike', like)]))
  }
  if (from)
    query = query.where(sql<boolean>`(p.updated_at, p.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await query
    .orderBy('p.updated_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows, size, (p) => [p.updatedAt.toString(), p.id])
}

export async function countSubmitted(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('practices')
    .select(sql<number>`count(*)`.as('n'))
    .where('state', '=', 'submitted')
    .executeTakeFirstOrThrow()
  return row.n
}

export async function insertPractice(
  tx: Pick<Tx, 'db' | 'now'>,
  practice: {
    readonly id: PracticeId
    readonly organisationId: OrganisationId
    readonly content: Content
    readonly by: string
    readonly byRepresentative: boolean
  },
): Promise<void> {
  await tx.db
    .insertInto('practices')
    .values({
      id: practice.id,
      organisation_id: practice.organisationId,
      state: 'draft',
      content: JSON.stringify(practice.content),
      title: practice.content.title,
      submitted_at: null,
      returned_reason: null,
      withdrawn_reason: null,
      created_at: tx.now,
      created_by: practice.by,
      by_representative: practice.byRepresentative,
      updated_at: tx.now,
    })
    .execute()
}

export async function savePractice(
  tx: Pick<Tx, 'db' | 'now'>,
  before: Practice,
  after: {
    readonly state: PracticeState
    readonly content?: Content
    readonly submitted?: boolean
    readonly returnedReason?: string | null
    readonly withdrawnReason?: string | null
  },
): Promise<void> {
  await tx.db
    .updateTable('practices')
    .set({
      state: after.state,
      ...(after.content ? { content: JSON.stringify(after.content), title: after.content.title } : {}),
      ...(after.submitted ? { submitted_at: tx.now } : {}),
      ...(after.returnedReason === undefined ? {} : { returned_reason: after.returnedReason }),
      ...(after.withdrawnReason === undefined ? {} : { withdrawn_reason: after.withdrawnReason }),
      version: before.version + 1,
      updated_at: tx.now,
    })
    .where('id', '=', before.id)
    .execute()
}

/** @param only those that everybody may take */
export async function filesOf(db: Reader, id: PracticeId, only?: 'public'): Promise<PracticeFile[]> {
  let query = db
    .selectFrom('practice_files as p')
    .innerJoin('files as f', 'f.id', 'p.file_id')
    .select(['f.id', 'p.title', 'f.name', 'f.size'])
    .where('p.practice_id', '=', id)
  if (only) query = query.where('f.access', '=', only)
  return query.orderBy('p.added_at').orderBy('f.id').execute()
}

export async function insertFile(
  tx: Pick<Tx, 'db' | 'now'>,
  id: PracticeId,
  file: { readonly id: FileId; readonly title: string },
): Promise<void> {
  await tx.db
    .insertInto('practice_files')
    .values({ practice_id: id, file_id: file.id, title: file.title, added_at: tx.now })
    .execute()
}

export async function deleteFile(db: DbTransaction, id: PracticeId, file: FileId): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('practice_files')
    .where('practice_id', '=', id)
    .where('file_id', '=', file)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
