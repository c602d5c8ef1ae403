/** What is kept of a person, and how it is removed. */
import { sql } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { PersonalRecord } from '../../../platform/personal-data.ts'
import { newId } from '../../../platform/random.ts'
import { ERASED } from '../rules/person.ts'
import type { OrganisationId } from '../types.ts'
import type { Reader } from './lines.ts'

/** Which table a record stands in, before its id. */
type Table = 'officer' | 'contact' | 'proposal'

const KINDS: Readonly<Record<Table, PersonalRecord['kind']>> = {
  officer: { uk: 'представник організації', en: 'representative of an organisation' },
  contact: { uk: 'контакт', en: 'contact' },
  proposal: { uk: 'пропозиція змін', en: 'proposed change' },
}

function record(
  table: Table,
  row: {
    readonly id: string
    readonly organisationId: OrganisationId | null
    readonly organisation: string | null
    readonly name: string
    readonly details: readonly (string | null)[]
    readonly at: Temporal.Instant
  },
): PersonalRecord {
  return {
    id: `${table} ${row.id}`,
    kind: KINDS[table],
    name: row.name,
    details: row.details.filter((part) => part !== null).join(', '),
    place: row.organisation ?? '',
    path: row.organisationId === null ? null : `/office/organisations/${row.organisationId}`,
    at: row.at,
  }
}

/** All of the registry that speaks of somebody. A first sieve by the longest word in SQL, then the rule. */
export async function recordsOf(
  db: Reader,
  name: string,
  matches: (name: string) => boolean,
): Promise<PersonalRecord[]> {
  const longest = [...name.split(/\s+/)].sort((a, b) => b.length - a.length)[0] ?? name
  const like = `%${longest.toLocaleLowerCase('uk').replace(/[\\%_'’ʼ]/g, '_')}%`
  const officers = await db
    .selectFrom('organisation_officers as f')
    .innerJoin('organisations as o', 'o.id', 'f.organisation_id')
    .select([
      'f.id',
      'f.organisation_id',
      'o.name as organisation',
      'f.name',
      'f.post',
      'f.from_on',
      'f.until_on',
    ])
    .select(['f.source_kind', 'f.recorded_at'])
    .where(sql<boolean>`lower(f.name) like ${like}`)
    .orderBy('f.recorded_at')
    .execute()
  const contacts = await db
    .selectFrom('organisation_contacts as c')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.organisation_id', 'o.name as organisation', 'c.value', 'c.note', 'c.consent_ref'])
    .select('c.recorded_at')
    .where(sql<boolean>`lower(concat_ws(' ', c.note, c.consent_ref)) like ${like}`)
    .orderBy('c.recorded_at')
    .execute()
  const proposed = await db
    .selectFrom('organisation_proposal_items as i')
    .innerJoin('organisation_proposals as p', 'p.id', 'i.proposal_id')
    .leftJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['i.id', 'i.change', 'p.organisation_id', 'o.name as organisation', 'p.created_at'])
    .where(sql<boolean>`lower(i.change ->> 'name') like ${like}`)
    .orderBy('p.created_at')
    .execute()
  const day = (date: { toString(): string } | null) => date?.toString() ?? null
  return [
    ...officers.map((row) =>
      record('officer', {
        id: row.id,
        organisationId: row.organisation_id,
        organisation: row.organisation,
        name: row.name,
        details: [row.post, day(row.from_on), day(row.until_on), row.source_kind],
        at: row.recorded_at,
      }),
    ),
    ...contacts.map((row) =>
      record('contact', {
        id: row.id,
        organisationId: row.organisation_id,
        organisation: row.organisation,
        name: [row.note, row.consent_ref].filter((part) => part !== null).join(' '),
        details: [row.value],
        at: row.recorded_at,
      }),
    ),
    ...proposed.flatMap((row) =>
      row.change.what === 'officerAdded'
        ? [
            record('proposal', {
              id: row.id,
              organisationId: row.organisation_id,
              organisation: row.organisation,
              name: row.change.name,
              details: [row.change.post, row.change.from],
              at: row.created_at,
            }),
          ]
        : [],
    ),
  ].filter((kept) => matches(kept.name))
}

/** Ids of the records of one table. */
export function idsIn(records: readonly PersonalRecord[], table: Table): readonly string[] {
  return records.flatMap((r) => (r.id.startsWith(`${table} `) ? [r.id.slice(table.length + 1)] : []))
}

/** The post and its dates stay: who led an organisation when is its history; the name goes. */
export async function eraseOfficers(db: DbTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await sql`update organisation_officers set name = ${ERASED} where id = any(${sql.val(ids)}::uuid[])`.execute(
      db,
    )
}

export async function eraseContacts(db: DbTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await db
      .deleteFrom('organisation_contacts')
      .where(sql<boolean>`id = any(${sql.val(ids)}::uuid[])`)
      .execute()
}

export async function eraseProposed(db: DbTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await sql`update organisation_proposal_items
      set change = change || jsonb_build_object('name', ${ERASED}::text), key = 'officer:' || id
      where id = any(${sql.val(ids)}::uuid[])`.execute(db)
}

/** Rows of lists that name the person. */
export async function eraseRows(db: DbTransaction, name: string): Promise<number> {
  const { numAffectedRows } = await sql`update organisation_import_rows r
    set cells = (select jsonb_agg(case when cell #>> '{}' ilike ${`%${name.replace(/[\\%_]/g, '\\$&')}%`}
      then to_jsonb(''::text) else cell end order by n) from jsonb_array_elements(r.cells) with ordinality as c(cell, n))
    where r.cells::text ilike ${`%${name.replace(/[\\%_]/g, '\\$&')}%`}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export async function insertRequest(
  tx: Pick<Tx, 'db' | 'now'>,
  request: {
    readonly kind: 'export' | 'erasure'
    readonly ground: string
    readonly found: number
    readonly changed: number
  },
  by: string,
): Promise<string> {
  const id = newId<'personRequest'>()
  await tx.db
    .insertInto('person_requests')
    .values({ id, ...request, at: tx.now, by })
    .execute()
  return id
}

export async function latestRequests(db: Reader, limit: number) {
  return db.selectFrom('person_requests').selectAll().orderBy('at', 'desc').limit(limit).execute()
}

/** Names of those who left before the day become anonymous. @returns how many */
export async function forgetFormer(db: DbTransaction, before: CivilDate): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('organisation_officers')
    .set({ name: ERASED })
    .where(
      sql<boolean>`(until_on < ${before} or (ended and until_on is null and recorded_at < ${before}::date))`,
    )
    .where('name', '!=', ERASED)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Proposals that were settled before the moment. @returns how many */
export async function dropSettled(db: DbTransaction, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('organisation_proposals')
    .where('state', '=', 'settled')
    .where('settled_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Rows of lists that were taken over before the moment; the list's totals stay. @returns how many */
export async function dropRows(db: DbTransaction, before: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('organisation_import_rows')
    .where('import_id', 'in', (eb) =>
      eb.selectFrom('organisation_imports as i').select('i.id').where('i.created_at', '<', before),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
