/** Rows of other modules that name an organisation: they follow a merger, and come back when it was a mistake. */
import { sql } from 'kysely'
import type { DbTransaction } from '../../../platform/db.ts'
import type { MergeId, OrganisationId } from '../types.ts'

export type Reference = {
  readonly table: string
  readonly column: string
  /** Names the row; `id` where nothing else is said. */
  readonly key?: string
  /**
   * The column within whose value an organisation stands but once; null: once in the whole table. A row whose place is
   * taken stays with the one that went.
   */
  readonly onceIn?: string | null
}

type Merge = { readonly merge: MergeId; readonly kept: OrganisationId; readonly gone: OrganisationId }

const placeOf = ({ table, column }: Reference) => `${table}.${column}`

export async function moveReference(
  db: DbTransaction,
  { merge, kept, gone }: Merge,
  reference: Reference,
): Promise<void> {
  const [table, column] = [sql.table(reference.table), sql.ref(reference.column)]
  const { onceIn } = reference
  const same = onceIn ? sql`and k.${sql.ref(onceIn)} = g.${sql.ref(onceIn)}` : sql``
  const free =
    onceIn === undefined
      ? sql``
      : sql`and not exists (select from ${table} k where k.${column} = ${kept} ${same})`
  await sql`with moved as (
      update ${table} g set ${column} = ${kept} where g.${column} = ${gone} ${free}
      returning g.${sql.ref(reference.key ?? 'id')}::text as row_id)
    insert into organisation_moves (merge_id, place, row_id)
    select ${merge}::uuid, ${placeOf(reference)}, row_id from moved`.execute(db)
}

/** Only what came by this very merger, and is still there. */
export async function returnReference(
  db: DbTransaction,
  { merge, kept, gone }: Merge,
  reference: Reference,
): Promise<void> {
  const [table, column] = [sql.table(reference.table), sql.ref(reference.column)]
  await sql`update ${table} set ${column} = ${gone} where ${column} = ${kept}
    and ${sql.ref(reference.key ?? 'id')}::text in (
      select row_id from organisation_moves where merge_id = ${merge} and place = ${placeOf(reference)})`.execute(
    db,
  )
  await db
    .deleteFrom('organisation_moves')
    .where('merge_id', '=', merge)
    .where('place', '=', placeOf(reference))
    .execute()
}
