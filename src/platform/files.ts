/** Files of people: kept in the database, hashed, given back only as attachments. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from '../kernel/civil-date.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Tx } from './context.ts'
import type { Db, DbTransaction } from './db.ts'
import { newId } from './random.ts'
import type { FileId } from './tables.ts'

export type StoredFile = {
  readonly id: FileId
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

/** What people attach: by the first bytes, never by what the sender says. */
const SIGNATURES: readonly {
  readonly type: string
  readonly starts: readonly number[]
  readonly extensions: readonly string[]
}[] = [
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46], extensions: ['pdf'] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47], extensions: ['png'] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff], extensions: ['jpg', 'jpeg'] },
  {
    type: 'application/zip',
    starts: [0x50, 0x4b, 0x03, 0x04],
    extensions: ['docx', 'xlsx', 'odt', 'ods', 'zip', 'asice'],
  },
  { type: 'application/msword', starts: [0xd0, 0xcf, 0x11, 0xe0], extensions: ['doc', 'xls'] },
]
const TEXT_EXTENSIONS: readonly string[] = ['txt', 'csv', 'p7s']

/** The type by which a file is kept, or why it is not taken. */
export function inspectFile(name: string, bytes: Uint8Array): { readonly mediaType: string } | Refusal {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (bytes.length === 0) return refuse('file_empty', { name })
  const found = SIGNATURES.find((s) => s.starts.every((b, i) => bytes[i] === b))
  if (found)
    return found.extensions.includes(extension)
      ? { mediaType: found.type }
      : refuse('file_name_differs', { name })
  if (TEXT_EXTENSIONS.includes(extension))
    return { mediaType: extension === 'p7s' ? 'application/pkcs7-signature' : 'text/plain' }
  return refuse('file_kind', { name })
}

/** The name without path and control characters, at most 150 characters, its ending kept. */
export function cleanFileName(name: string): string {
  const base = name
    .replace(/^.*[/\\]/, '')
    .replace(/[\u0000-\u001f\u007f"<>|:*?\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
  return (base.length > 150 ? base.slice(0, 140) + base.slice(-10) : base) || 'file'
}

export async function storeFile(
  tx: Tx,
  file: {
    readonly name: string
    readonly mediaType: string
    readonly bytes: Uint8Array
    readonly access: 'public' | 'office'
  },
): Promise<StoredFile> {
  const stored = {
    id: newId<'file'>(),
    name: cleanFileName(file.name),
    mediaType: file.mediaType,
    size: file.bytes.length,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
  }
  await tx.db
    .insertInto('files')
    .values({
      id: stored.id,
      sha256: stored.sha256,
      name: stored.name,
      media_type: stored.mediaType,
      size: stored.size,
      bytes: Buffer.from(file.bytes),
      access: file.access,
      created_at: tx.now,
      created_by: tx.actor.kind === 'staff' || tx.actor.kind === 'token' ? tx.actor.id : null,
    })
    .execute()
  return stored
}

export async function readFile(
  db: Db | DbTransaction,
  id: FileId,
): Promise<(StoredFile & { readonly bytes: Buffer; readonly access: 'public' | 'office' }) | null> {
  const row = await db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()
  return row
    ? {
        id: row.id,
        name: row.name,
        mediaType: row.media_type,
        size: row.size,
        sha256: row.sha256,
        bytes: row.bytes,
        access: row.access,
      }
    : null
}

/** What a page says of a file, without its bytes. */
export async function describeFile(db: Db | DbTransaction, id: FileId): Promise<StoredFile | null> {
  const row = await db
    .selectFrom('files')
    .select(['id', 'name', 'media_type as mediaType', 'size', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Who may take these files from now on. */
export async function setFileAccess(
  tx: Tx,
  ids: readonly FileId[],
  access: 'public' | 'office',
): Promise<void> {
  if (ids.length > 0) await tx.db.updateTable('files').set({ access }).where('id', 'in', ids).execute()
}

/**
 * Lets go of files that nothing refers to any more: taken away from what they were attached to. What refers to a file does
 * so by a foreign key; the database itself is asked who does, so that a new table is not forgotten here.
 * @param before uploads younger than this are left alone
 */
export async function forgetLooseFiles(
  tx: { readonly db: DbTransaction },
  before: Temporal.Instant,
): Promise<readonly Pick<StoredFile, 'id' | 'sha256' | 'size'>[]> {
  const { rows: referring } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table, quote_ident(a.attname) as column
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'files'::regclass`.execute(tx.db)
  const loose = referring.map(
    ({ table, column }) =>
      sql`not exists (select from ${sql.raw(table)} r where r.${sql.raw(column)} = f.id)`,
  )
  const { rows } = await sql<Pick<StoredFile, 'id' | 'sha256' | 'size'>>`
    delete from files f where ${sql.join([sql`f.created_at < ${before}`, ...loose], sql` and `)}
    returning f.id, f.sha256, f.size`.execute(tx.db)
  return rows
}
