/** Passports of a day: drafts, what was frozen word for word, what is published. */
import { sql } from 'kysely'
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { Sealed } from '../../../platform/seal.ts'
import type {
  Frozen,
  KindCount,
  Passport,
  PassportContent,
  PassportId,
  PassportState,
  PublishedLine,
  Review,
} from '../types.ts'
import type { Reader } from './reader.ts'

function passports(db: Reader) {
  return db
    .selectFrom('passports')
    .select([
      'id',
      'as_of as asOf',
      'version',
      'state',
      'correction_reason as correctionReason',
      'review',
      'sha256',
      'frozen_at as frozenAt',
      'published_at as publishedAt',
      'lock_version as lockVersion',
      'created_at as createdAt',
    ])
}

export async function passportById(db: Reader, id: PassportId): Promise<Passport | null> {
  return (await passports(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function lockPassport(db: DbTransaction, id: PassportId): Promise<Passport | null> {
  return (await passports(db).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null
}

/** The newest day first, of a day the newest version. */
export async function allPassports(db: Reader, limit: number): Promise<Passport[]> {
  return passports(db)
    .where('state', '!=', 'discarded')
    .orderBy('as_of', 'desc')
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
}

export async function unpublished(db: Reader, limit: number): Promise<Passport[]> {
  return passports(db).where('state', 'in', ['draft', 'frozen']).orderBy('as_of').limit(limit).execute()
}

export async function ofDay(db: Reader, asOf: CivilDate): Promise<Passport[]> {
  return passports(db)
    .where('as_of', '=', asOf)
    .where('state', '!=', 'discarded')
    .orderBy('version', 'desc')
    .execute()
}

export async function insertPassport(
  tx: Pick<Tx, 'db' | 'now'>,
  made: Pick<Passport, 'id' | 'asOf' | 'version' | 'correctionReason' | 'review'>,
): Promise<void> {
  await tx.db
    .insertInto('passports')
    .values({
      id: made.id,
      as_of: made.asOf,
      version: made.version,
      state: 'draft',
      correction_reason: made.correctionReason,
      review: JSON.stringify(made.review),
      content: null,
      sha256: null,
      frozen_at: null,
      frozen_by_name: null,
      published_at: null,
      published_by_name: null,
      created_at: tx.now,
    })
    .execute()
}

const LOCKED = { lock_version: sql<number>`lock_version + 1` }

export async function saveReview(db: DbTransaction, id: PassportId, review: Review): Promise<void> {
  await db
    .updateTable('passports')
    .set({ review: JSON.stringify(review), ...LOCKED })
    .where('id', '=', id)
    .execute()
}

export async function saveFrozen(
  tx: Pick<Tx, 'db' | 'now'>,
  id: PassportId,
  kept: Sealed,
  by: string,
): Promise<void> {
  await tx.db
    .updateTable('passports')
    .set({
      state: 'frozen',
      content: kept.text,
      sha256: kept.sha256,
      frozen_at: tx.now,
      frozen_by_name: by,
      ...LOCKED,
    })
    .where('id', '=', id)
    .execute()
}

export async function reopen(db: DbTransaction, id: PassportId): Promise<void> {
  await db
    .updateTable('passports')
    .set({ state: 'draft', content: null, sha256: null, frozen_at: null, frozen_by_name: null, ...LOCKED })
    .where('id', '=', id)
    .execute()
}

export async function publish(tx: Pick<Tx, 'db' | 'now'>, id: PassportId, by: string): Promise<void> {
  await tx.db
    .updateTable('passports')
    .set({ state: 'published', published_at: tx.now, published_by_name: by, ...LOCKED })
    .where('id', '=', id)
    .execute()
}

export async function discard(db: DbTransaction, id: PassportId): Promise<void> {
  await db
    .updateTable('passports')
    .set({ state: 'discarded', ...LOCKED })
    .where('id', '=', id)
    .execute()
}

type FrozenRow = {
  id: PassportId
  as_of: CivilDate
  version: number
  state: PassportState
  sha256: string | null
  content: string | null
  frozen_at: Frozen['frozenAt'] | null
  published_at: Frozen['publishedAt']
}

function toFrozen(row: FrozenRow): Frozen | null {
  if (row.content === null || row.sha256 === null || row.frozen_at === null) return null
  return {
    id: row.id,
    asOf: row.as_of,
    version: row.version,
    state: row.state,
    sha256: row.sha256,
    frozenAt: row.frozen_at,
    publishedAt: row.published_at,
    content: JSON.parse(row.content) as PassportContent,
  }
}

function contents(db: Reader) {
  return db
    .selectFrom('passports')
    .select(['id', 'as_of', 'version', 'state', 'sha256', 'content', 'frozen_at', 'published_at'])
}

export async function frozenById(db: Reader, id: PassportId): Promise<Frozen | null> {
  const row = await contents(db).where('id', '=', id).executeTakeFirst()
  return row ? toFrozen(row) : null
}

/** What is published of a day: the newest version, or the one asked for. */
export async function publishedOn(
  db: Reader,
  asOf: CivilDate,
  version: number | null = null,
): Promise<Frozen | null> {
  let query = contents(db).where('state', '=', 'published').where('as_of', '=', asOf)
  if (version !== null) query = query.where('version', '=', version)
  const row = await query.orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row ? toFrozen(row) : null
}

export async function latestPublished(db: Reader): Promise<Frozen | null> {
  const row = await contents(db)
    .where('state', '=', 'published')
    .orderBy('as_of', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toFrozen(row) : null
}

/** The latest published of an earlier day; of a correction, the version before it. */
export async function publishedBefore(
  db: Reader,
  passport: Pick<Passport, 'asOf' | 'version'>,
): Promise<Frozen | null> {
  const row = await contents(db)
    .where('state', '=', 'published')
    .where(sql<boolean>`(as_of, version) < (${passport.asOf}::date, ${passport.version}::integer)`)
    .orderBy('as_of', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toFrozen(row) : null
}

export type PublishedFilter = {
  readonly year: number | null
  /** Only the newest version of each day. */
  readonly latest: boolean
}

/** The newest day first; without contents, which are long. */
export async function listPublished(
  db: Reader,
  filter: PublishedFilter,
  after: string,
  size: number,
): Promise<Page<PublishedLine>> {
  const from = decodeCursor(after, ['string', 'number'])
  let query = db
    .selectFrom('passports as p')
    .select(['id', 'as_of', 'version', 'state', 'sha256', 'correction_reason', 'frozen_at', 'published_at'])
    .select(sql<readonly KindCount[]>`p.content::jsonb -> 'kinds'`.as('kinds'))
    .where('state', '=', 'published')
  if (filter.year !== null && filter.year > 0 && filter.year < 10_000)
    query = query.where(sql<boolean>`extract(year from p.as_of) = ${filter.year}`)
  if (filter.latest)
    query = query.where(
      sql<boolean>`not exists (select from passports n
        where n.state = 'published' and n.as_of = p.as_of and n.version > p.version)`,
    )
  const day = from && parseCivilDate(from[0])
  if (from && day && Number.isInteger(from[1]) && Math.abs(from[1]) < 1e9)
    query = query.where(sql<boolean>`(p.as_of, p.version) < (${day}::date, ${from[1]})`)
  const rows = await query.orderBy('as_of', 'desc').orderBy('version', 'desc').limit(onePast(size)).execute()
  const lines = rows.flatMap((row): PublishedLine[] =>
    row.sha256 === null || row.frozen_at === null
      ? []
      : [
          {
            id: row.id,
            asOf: row.as_of,
            version: row.version,
            state: row.state,
            sha256: row.sha256,
            correctionReason: row.correction_reason,
            frozenAt: row.frozen_at,
            publishedAt: row.published_at,
            kinds: row.kinds,
          },
        ],
  )
  return cutPage(lines, size, (l) => [l.asOf.toString(), l.version])
}

/** Whole contents of what is published now, for open data: a passport a year. */
export async function publishedContents(db: Reader): Promise<Frozen[]> {
  const rows = await contents(db)
    .where('state', '=', 'published')
    .distinctOn('as_of')
    .orderBy('as_of', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.flatMap((row) => toFrozen(row) ?? [])
}

/** Of a day, the newest first. */
export async function publishedVersions(db: Reader, asOf: CivilDate): Promise<number[]> {
  const rows = await db
    .selectFrom('passports')
    .select('version')
    .where('state', '=', 'published')
    .where('as_of', '=', asOf)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => row.version)
}
