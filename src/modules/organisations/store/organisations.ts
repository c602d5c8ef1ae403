/** One organisation: its current values, and the one door by which they change. */
import { sql } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import { searchText } from '../rules/name.ts'
import type { FactChange } from '../rules/organisation.ts'
import { coreOfName } from '../rules/twins.ts'
import {
  type Facts,
  FIELDS,
  type Field,
  type OrganisationId,
  type OrganisationKind,
  type Source,
} from '../types.ts'
import type { Reader } from './lines.ts'

export const COLUMN_OF = {
  kind: 'kind',
  name: 'name',
  shortName: 'short_name',
  nameEn: 'name_en',
  edrpou: 'edrpou',
  formCode: 'form_code',
  state: 'state',
  purpose: 'purpose',
  registration: 'registration',
  registeredOn: 'registered_on',
  foundingDocument: 'founding_document',
  confessionId: 'confession_id',
  katottg: 'katottg',
  districtId: 'district_id',
  bodyKind: 'body_kind',
  territory: 'territory',
  permit: 'permit',
  permittedOn: 'permitted_on',
  legalisation: 'legalisation',
  legalisedOn: 'legalised_on',
  termFrom: 'term_from',
  termUntil: 'term_until',
  reportedOn: 'reported_on',
} as const satisfies Record<Field, string>

export type Organisation = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly facts: Facts
  readonly mergedInto: OrganisationId | null
  readonly verifiedOn: CivilDate | null
  readonly verifiedBy: string | null
  readonly version: number
  readonly createdAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function rows(db: Reader) {
  return db.selectFrom('organisations').selectAll()
}

export function toFacts(row: Row): Facts {
  const fact = (field: Field): string | null => {
    const value = row[COLUMN_OF[field]]
    return value === null ? null : value.toString()
  }
  return Object.fromEntries(FIELDS.map((f) => [f, fact(f)])) as Facts
}

function toOrganisation(row: Row): Organisation {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    facts: toFacts(row),
    mergedInto: row.merged_into,
    verifiedOn: row.verified_on,
    verifiedBy: row.verified_by,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function readOrganisation(db: Reader, id: OrganisationId): Promise<Organisation | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst()
  return row ? toOrganisation(row) : null
}

export async function lockOrganisation(db: DbTransaction, id: OrganisationId): Promise<Organisation | null> {
  const row = await rows(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toOrganisation(row) : null
}

/** Another that has this code already. */
export async function ownerOfCode(
  db: Reader,
  edrpou: string,
  except: OrganisationId | null,
): Promise<{ readonly id: OrganisationId; readonly name: string } | null> {
  let query = db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('edrpou', '=', edrpou)
    .where('merged_into', 'is', null)
  if (except !== null) query = query.where('id', '!=', except)
  return (await query.executeTakeFirst()) ?? null
}

/** Whether the entries of the office's lists that the facts name exist. */
export async function entriesExist(db: Reader, facts: Facts): Promise<readonly Field[]> {
  const missing: Field[] = []
  const { districtId, confessionId } = facts
  const asked = await sql<{ district: boolean; confession: boolean }>`select
    exists (select from districts where id = ${districtId}::uuid) as district,
    exists (select from confessions where id = ${confessionId}::uuid) as confession`.execute(db)
  if (districtId !== null && !asked.rows[0]!.district) missing.push('districtId')
  if (confessionId !== null && !asked.rows[0]!.confession) missing.push('confessionId')
  return missing
}

/** Made empty; its facts follow by `saveFacts` in the same transaction. */
export async function insertOrganisation(
  tx: Pick<Tx, 'db' | 'now'>,
  first: { readonly kind: OrganisationKind; readonly name: string },
): Promise<OrganisationId> {
  const id = newId<'organisation'>()
  await tx.db
    .insertInto('organisations')
    .values({
      ...EMPTY_ROW,
      id,
      kind: first.kind,
      name: first.name,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute()
  return id
}

const EMPTY_ROW = {
  short_name: null,
  name_en: null,
  edrpou: null,
  form_code: null,
  state: 'active',
  purpose: null,
  registration: null,
  registered_on: null,
  founding_document: null,
  confession_id: null,
  katottg: null,
  district_id: null,
  body_kind: null,
  territory: null,
  permit: null,
  permitted_on: null,
  legalisation: null,
  legalised_on: null,
  term_from: null,
  term_until: null,
  reported_on: null,
  search: '',
  core: '',
  merged_into: null,
  verified_on: null,
  verified_by: null,
} as const

export type Saving = {
  readonly source: Source
  /** The first day on which the new values are true, where known. */
  readonly since: CivilDate | null
  /** The old values never were true. */
  readonly correction: boolean
  readonly by: string
}

/** Writes new current values and keeps the old ones with what is known of their end. @returns ids of the new values by field */
export async function saveFacts(
  tx: Pick<Tx, 'db' | 'now'>,
  id: OrganisationId,
  changes: readonly FactChange[],
  how: Saving,
): Promise<ReadonlyMap<Field, string>> {
  const made = new Map<Field, string>()
  if (changes.length === 0) return made
  const { db, now } = tx
  const fields = changes.map((c) => c.field)
  await db
    .updateTable('organisation_values')
    .set({
      standing: how.correction ? 'mistaken' : 'former',
      superseded_at: now,
      valid_until: how.correction
        ? sql<CivilDate | null>`valid_until`
        : (how.since?.subtract({ days: 1 }) ?? null),
    })
    .where('organisation_id', '=', id)
    .where('field', 'in', fields)
    .where('standing', '=', 'current')
    .execute()
  await db
    .insertInto('organisation_values')
    .values(
      changes.map(({ field, after }) => {
        const value = newId<'organisationValue'>()
        made.set(field, value)
        return {
          id: value,
          organisation_id: id,
          field,
          value: after,
          standing: 'current' as const,
          valid_from: how.since,
          valid_until: null,
          source_kind: how.source.kind,
          source_ref: how.source.ref,
          source_on: how.source.on,
          recorded_at: now,
          recorded_by: how.by,
          superseded_at: null,
        }
      }),
    )
    .execute()
  await setColumns(db, id, changes)
  await refreshSearch(tx, id)
  return made
}

async function setColumns(
  db: DbTransaction,
  id: OrganisationId,
  changes: readonly FactChange[],
): Promise<void> {
  const sets = changes.map(({ field, after }) => {
    const cast =
      field === 'districtId' || field === 'confessionId'
        ? sql`::uuid`
        : /On$|^term/.test(field)
          ? sql`::date`
          : sql``
    return sql`${sql.ref(COLUMN_OF[field])} = ${after}${cast}`
  })
  await sql`update organisations set ${sql.join(sets)} where id = ${id}`.execute(db)
}

/** Anew: the words by which it is found, its version and the time of its change. */
export async function refreshSearch(tx: Pick<Tx, 'db' | 'now'>, id: OrganisationId): Promise<void> {
  const { rows: known } = await sql<{ word: string }>`
    select v.value as word from organisation_values v join organisations o on o.id = v.organisation_id
    where (o.id = ${id} or o.merged_into = ${id}) and v.value is not null
      and v.field in ('name', 'shortName', 'nameEn', 'edrpou', 'territory') and v.standing <> 'mistaken'`.execute(
    tx.db,
  )
  const own = await tx.db
    .selectFrom('organisations')
    .select(['kind', 'name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await tx.db
    .updateTable('organisations')
    .set({
      search: searchText(known.map((row) => row.word)),
      core: coreOfName(own.name, own.kind),
      version: sql<number>`version + 1`,
      updated_at: tx.now,
    })
    .where('id', '=', id)
    .execute()
}

/** Something beside its fields changed: an officer, a contact, a document. */
export async function touch(tx: Pick<Tx, 'db' | 'now'>, id: OrganisationId): Promise<void> {
  await tx.db
    .updateTable('organisations')
    .set({ version: sql<number>`version + 1`, updated_at: tx.now })
    .where('id', '=', id)
    .execute()
}
