/** Ties between organisations: branches, unions and their members, successors. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { OrganisationId, Source, Tie, TieId, TieKind } from '../types.ts'
import { organisationsByIds, type Reader } from './lines.ts'

/** All of one organisation, present ones first; a tie between two that were merged into one is not shown. */
export async function tiesOf(db: Reader, id: OrganisationId): Promise<Tie[]> {
  const rows = await db
    .selectFrom('organisation_ties')
    .selectAll()
    .where((eb) => eb.or([eb('lower_id', '=', id), eb('upper_id', '=', id)]))
    .orderBy(sql`until_on is not null`)
    .orderBy(sql`from_on desc nulls last`)
    .orderBy('id')
    .execute()
  const lines = await organisationsByIds(
    db,
    rows.flatMap((row) => [row.lower_id, row.upper_id]),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    lower: lines.get(row.lower_id)!,
    upper: lines.get(row.upper_id)!,
    from: row.from_on,
    until: row.until_on,
    source: { kind: row.source_kind, ref: row.source_ref, on: row.source_on },
  }))
}

export type TieFacts = {
  readonly lowerId: OrganisationId
  readonly upperId: OrganisationId
  readonly kind: TieKind
  readonly from: CivilDate | null
  readonly until: CivilDate | null
}

export async function insertTie(
  tx: Pick<Tx, 'db' | 'now'>,
  tie: TieFacts,
  source: Source,
  by: string,
): Promise<TieId> {
  const id = newId<'tie'>()
  await tx.db
    .insertInto('organisation_ties')
    .values({
      id,
      lower_id: tie.lowerId,
      upper_id: tie.upperId,
      kind: tie.kind,
      from_on: tie.from,
      until_on: tie.until,
      source_kind: source.kind,
      source_ref: source.ref,
      source_on: source.on,
      recorded_at: tx.now,
      recorded_by: by,
    })
    .execute()
  return id
}

/** @returns what the tie was; null where it does not belong to the organisation */
export async function lockTie(
  db: DbTransaction,
  id: TieId,
  of: OrganisationId,
): Promise<(TieFacts & { readonly id: TieId }) | null> {
  const row = await db
    .selectFrom('organisation_ties')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => eb.or([eb('lower_id', '=', of), eb('upper_id', '=', of)]))
    .forUpdate()
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        lowerId: row.lower_id,
        upperId: row.upper_id,
        kind: row.kind,
        from: row.from_on,
        until: row.until_on,
      }
    : null
}

export async function endTie(db: DbTransaction, id: TieId, until: CivilDate): Promise<void> {
  await db.updateTable('organisation_ties').set({ until_on: until }).where('id', '=', id).execute()
}

export async function deleteTie(db: DbTransaction, id: TieId): Promise<void> {
  await db.deleteFrom('organisation_ties').where('id', '=', id).execute()
}
