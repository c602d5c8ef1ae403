/** Two that turned out to be one: what was moved, so that it can be taken back. */
import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { DirectionId, Field, MergeId, OrganisationId, OrganisationLine, Standing } from '../types.ts'
import { organisationsByIds, type Reader, toLine } from './lines.ts'
import { COLUMN_OF } from './organisations.ts'

/** What a merger moved, by ids; and the values that it wrote over. */
export type Moved = {
  readonly officers: readonly string[]
  readonly contacts: readonly string[]
  readonly lowerTies: readonly string[]
  readonly upperTies: readonly string[]
  readonly documents: readonly string[]
  readonly proposals: readonly string[]
  readonly directions: readonly DirectionId[]
  /** Those that had been merged into the one that went. */
  readonly redirected: readonly OrganisationId[]
  readonly values: readonly {
    readonly field: Field
    readonly made: string
    readonly before: string | null
    readonly old: string | null
  }[]
}

export type Merge = {
  readonly id: MergeId
  readonly keptId: OrganisationId
  readonly goneId: OrganisationId
  readonly moved: Moved
  readonly mergedAt: Temporal.Instant
  readonly mergedBy: string
  readonly undoneAt: Temporal.Instant | null
}

/** Rows of the one that went, but for those that the kept one has exactly so, dates and all. */
export async function moveRows(
  db: DbTransaction,
  kept: OrganisationId,
  gone: OrganisationId,
): Promise<Omit<Moved, 'values'>> {
  const ids = async (query: ReturnType<typeof sql<{ id: string }>>) =>
    (await query.execute(db)).rows.map((row) => row.id)
  return {
    officers: await ids(sql<{ id: string }>`
      update organisation_officers g set organisation_id = ${kept} where g.organisation_id = ${gone} and not exists (
        select from organisation_officers k where k.organisation_id = ${kept}
          and (k.name, k.post, k.leads, k.ended) = (g.name, g.post, g.leads, g.ended)
          and k.from_on is not distinct from g.from_on and k.until_on is not distinct from g.until_on)
      returning g.id`),
    contacts: await ids(sql<{ id: string }>`
      update organisation_contacts g set organisation_id = ${kept} where g.organisation_id = ${gone} and not exists (
        select from organisation_contacts k where k.organisation_id = ${kept}
          and (k.kind, k.value, k.access) = (g.kind, g.value, g.access))
      returning g.id`),
    // A tie between the two says nothing of the one that remains: it stays where it is.
    lowerTies: await ids(sql<{ id: string }>`
      update organisation_ties g set lower_id = ${kept} where g.lower_id = ${gone} and g.upper_id <> ${kept}
        and not exists (select from organisation_ties k where k.lower_id = ${kept}
          and (k.upper_id, k.kind) = (g.upper_id, g.kind)
          and k.from_on is not distinct from g.from_on and k.until_on is not distinct from g.until_on)
      returning g.id`),
    upperTies: await ids(sql<{ id: string }>`
      update organisation_ties g set upper_id = ${kept} where g.upper_id = ${gone} and g.lower_id <> ${kept}
        and not exists (select from organisation_ties k where k.upper_id = ${kept}
          and (k.lower_id, k.kind) = (g.lower_id, g.kind)
          and k.from_on is not distinct from g.from_on and k.until_on is not distinct from g.until_on)
      returning g.id`),
    documents: await ids(sql<{ id: string }>`
      update organisation_documents set organisation_id = ${kept} where organisation_id = ${gone} returning id`),
    proposals: await ids(sql<{ id: string }>`
      update organisation_proposals set organisation_id = ${kept} where organisation_id = ${gone} and state = 'open'
      returning id`),
    directions: (await ids(sql<{ id: string }>`
      insert into organisation_directions (organisation_id, direction_id)
      select ${kept}, direction_id from organisation_directions where organisation_id = ${gone}
      on conflict do nothing returning direction_id as id`)) as DirectionId[],
    redirected: (await ids(sql<{ id: string }>`
      update organisations set merged_into = ${kept} where merged_into = ${gone} returning id`)) as OrganisationId[],
  }
}

/** Back to the one that went: what was moved and is still there. */
export async function moveBack(
  db: DbTransaction,
  kept: OrganisationId,
  gone: OrganisationId,
  moved: Moved,
): Promise<void> {
  const back = async (table: string, column: string, ids: readonly string[]) => {
    if (ids.length > 0)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${gone}
        where id = any(${sql.val(ids)}::uuid[]) and ${sql.ref(column)} = ${kept}`.execute(db)
  }
  await back('organisation_officers', 'organisation_id', moved.officers)
  await back('organisation_contacts', 'organisation_id', moved.contacts)
  await back('organisation_ties', 'lower_id', moved.lowerTies)
  await back('organisation_ties', 'upper_id', moved.upperTies)
  await back('organisation_documents', 'organisation_id', moved.documents)
  await back('organisation_proposals', 'organisation_id', moved.proposals)
  await back('organisations', 'merged_into', moved.redirected)
  if (moved.directions.length > 0)
    await db
      .deleteFrom('organisation_directions')
      .where('organisation_id', '=', kept)
      .where('direction_id', 'in', moved.directions)
      .execute()
}

export async function setMergedInto(
  tx: Pick<Tx, 'db' | 'now'>,
  id: OrganisationId,
  into: OrganisationId | null,
): Promise<void> {
  await tx.db
    .updateTable('organisations')
    .set({ merged_into: into, version: sql<number>`version + 1`, updated_at: tx.now })
    .where('id', '=', id)
    .execute()
}

/** The source of a current value. */
export async function sourceOfValue(db: Reader, id: OrganisationId, field: Field) {
  const row = await db
    .selectFrom('organisation_values')
    .select(['id', 'value', 'source_kind', 'source_ref', 'source_on', 'valid_from'])
    .where('organisation_id', '=', id)
    .where('field', '=', field)
    .where('standing', '=', 'current')
    .executeTakeFirst()
  return row ?? null
}

/** Takes back a value that a merger wrote, unless it was changed since; the value before it stands again. */
export async function restoreValue(
  db: DbTransaction,
  id: OrganisationId,
  value: Moved['values'][number],
): Promise<void> {
  const gone = await db
    .deleteFrom('organisation_values')
    .where('id', '=', value.made as never)
    .where('standing', '=', 'current')
    .returning('id')
    .executeTakeFirst()
  if (!gone) return
  if (value.old !== null)
    await db
      .updateTable('organisation_values')
      .set({ standing: 'current' satisfies Standing, superseded_at: null })
      .where('id', '=', value.old as never)
      .execute()
  const date = /On$|^term/.test(value.field)
  const reference = value.field === 'districtId' || value.field === 'confessionId'
  await sql`update organisations set ${sql.ref(COLUMN_OF[value.field])} = ${value.before}${
    date ? sql`::date` : reference ? sql`::uuid` : sql``
  } where id = ${id}`.execute(db)
}

export async function insertMerge(
  tx: Pick<Tx, 'db' | 'now'>,
  merge: { readonly keptId: OrganisationId; readonly goneId: OrganisationId; readonly moved: Moved },
  by: string,
): Promise<MergeId> {
  const id = newId<'merge'>()
  await tx.db
    .insertInto('organisation_merges')
    .values({
      id,
      kept_id: merge.keptId,
      gone_id: merge.goneId,
      moved: JSON.stringify(merge.moved),
      merged_at: tx.now,
      merged_by: by,
      undone_at: null,
      undone_by: null,
    })
    .execute()
  return id
}

export async function saveUndone(tx: Pick<Tx, 'db' | 'now'>, id: MergeId, by: string): Promise<void> {
  await tx.db
    .updateTable('organisation_merges')
    .set({ undone_at: tx.now, undone_by: by })
    .where('id', '=', id)
    .execute()
}

export async function lockMerge(db: DbTransaction, id: MergeId): Promise<Merge | null> {
  await db.selectFrom('organisation_merges').select('id').where('id', '=', id).forUpdate().execute()
  return mergeById(db, id)
}

export async function mergeById(db: Reader, id: MergeId): Promise<Merge | null> {
  const row = await db.selectFrom('organisation_merges').selectAll().where('id', '=', id).executeTakeFirst()
  return row
    ? {
        id: row.id,
        keptId: row.kept_id,
        goneId: row.gone_id,
        moved: row.moved as Moved,
        mergedAt: row.merged_at,
        mergedBy: row.merged_by,
        undoneAt: row.undone_at,
      }
    : null
}

export type MergeLine = {
  readonly id: MergeId
  readonly gone: OrganisationLine
  readonly mergedAt: Temporal.Instant
  readonly mergedBy: string
}

/** Mergers into an organisation that stand, newest first. */
export async function mergesInto(db: Reader, id: OrganisationId): Promise<MergeLine[]> {
  const rows = await db
    .selectFrom('organisation_merges as m')
    .innerJoin('organisations as o', 'o.id', 'm.gone_id')
    .select(['m.id as merge_id', 'm.merged_at', 'm.merged_by'])
    .select(['o.id', 'o.kind', 'o.name', 'o.short_name', 'o.name_en', 'o.state', 'o.edrpou'])
    .where('m.kept_id', '=', id)
    .where('m.undone_at', 'is', null)
    .orderBy('m.merged_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.merge_id,
    gone: toLine(row),
    mergedAt: row.merged_at,
    mergedBy: row.merged_by,
  }))
}

/** A later merger that builds on this one and must be taken back first. */
export async function laterMerge(db: Reader, merge: Merge): Promise<boolean> {
  const row = await db
    .selectFrom('organisation_merges')
    .select('id')
    .where('undone_at', 'is', null)
    .where('id', '>', merge.id)
    .where((eb) => eb.or([eb('gone_id', '=', merge.keptId), eb('kept_id', '=', merge.keptId)]))
    .executeTakeFirst()
  return row !== undefined
}

export type Twin = {
  readonly one: OrganisationLine
  readonly other: OrganisationLine
  readonly because: 'code' | 'name'
}

/** Pairs that have one code, or one name but for its legal form, and were not said to be different. */
export async function likelyTwins(db: Reader, limit: number): Promise<Twin[]> {
  const { rows } = await sql<{
    one: OrganisationId
    other: OrganisationId
    because: 'code' | 'name'
  }>`
    select a.id as one, b.id as other, case when a.edrpou = b.edrpou then 'code' else 'name' end as because
    from organisations a
    join organisations b on b.id > a.id and b.merged_into is null and (
      (a.core = b.core and a.core <> '' and (a.edrpou is null or b.edrpou is null or a.edrpou = b.edrpou))
      or a.edrpou = b.edrpou)
    where a.merged_into is null and not exists (
      select from organisation_twins_denied d where d.one_id = a.id and d.other_id = b.id)
    order by because, a.name, a.id, b.id limit ${limit}`.execute(db)
  const lines = await organisationsByIds(
    db,
    rows.flatMap((row) => [row.one, row.other]),
  )
  return rows.map((row) => ({
    one: lines.get(row.one)!,
    other: lines.get(row.other)!,
    because: row.because,
  }))
}

/** Those whose names are most like this one's. */
export async function similarTo(db: Reader, id: OrganisationId, limit: number): Promise<OrganisationLine[]> {
  const { rows } = await sql<Parameters<typeof toLine>[0]>`
    select o.id, o.kind, o.name, o.short_name, o.name_en, o.state, o.edrpou
    from organisations me join organisations o on o.id <> me.id and o.merged_into is null
    where me.id = ${id} and (o.core % me.core or o.edrpou = me.edrpou)
      and not exists (select from organisation_twins_denied d
        where d.one_id = least(o.id, me.id) and d.other_id = greatest(o.id, me.id))
    order by similarity(o.core, me.core) desc, o.id limit ${limit}`.execute(db)
  return rows.map(toLine)
}

export async function denyTwins(
  tx: Pick<Tx, 'db' | 'now'>,
  a: OrganisationId,
  b: OrganisationId,
  by: string,
): Promise<void> {
  const [one, other] = a < b ? [a, b] : [b, a]
  await tx.db
    .insertInto('organisation_twins_denied')
    .values({ one_id: one, other_id: other, denied_at: tx.now, denied_by: by })
    .onConflict((c) => c.doNothing())
    .execute()
}
