/** The writes of a renewal, in batches: a programme of four years has a few thousand duties. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { EditionId, ProgrammeId } from '../../programmes/index.ts'
import type { Existing, Wanted } from '../rules/renewal.ts'
import type { DutyId } from '../types.ts'

const BATCH = 500

/** Two renewals of one programme wait for one another. */
export async function lockRenewal(db: DbTransaction, programmeId: ProgrammeId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('duties.renew ' || ${programmeId}, 0))`.execute(db)
}

export async function existingDuties(
  db: DbTransaction,
  programmeId: ProgrammeId,
  editionId: EditionId,
): Promise<Existing[]> {
  const rows = await db
    .selectFrom('duties as d')
    .select([
      'd.id',
      'd.measure_id',
      'd.unit_id',
      'd.period_from',
      'd.period_to',
      'd.ordinal',
      'd.origin',
      'd.due',
      'd.outcome',
      'd.edition_id',
    ])
    .select((eb) =>
      eb
        .selectFrom('evidence_duties as ed')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('ed.duty_id', '=', 'd.id')
        .$asScalar()
        .as('evidence'),
    )
    .where('d.programme_id', '=', programmeId)
    .where(sql<boolean>`d.outcome is distinct from 'withdrawn'`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    measureId: row.measure_id,
    unitId: row.unit_id,
    period: { from: row.period_from, to: row.period_to },
    ordinal: row.ordinal,
    origin: row.origin,
    due: row.due,
    outcome: row.outcome,
    evidence: row.evidence ?? 0,
    current: row.edition_id === editionId,
  }))
}

export async function insertDuties(
  tx: Pick<Tx, 'db' | 'now'>,
  programmeId: ProgrammeId,
  editionId: EditionId,
  wanted: readonly Wanted[],
): Promise<void> {
  for (let at = 0; at < wanted.length; at += BATCH) {
    await tx.db
      .insertInto('duties')
      .values(
        wanted.slice(at, at + BATCH).map(({ measureId, unitId, origin, occurrence }) => ({
          id: newId<'duty'>(),
          programme_id: programmeId,
          measure_id: measureId,
          edition_id: editionId,
          unit_id: unitId,
          period_from: occurrence.period.from,
          period_to: occurrence.period.to,
          ordinal: occurrence.ordinal,
          origin,
          due: occurrence.due,
          explanation: JSON.stringify(occurrence.explanation),
          outcome: null,
          outcome_reason: null,
          outcome_at: null,
          fulfilled_on: null,
          carried_to: null,
          created_at: tx.now,
        })),
      )
      .execute()
  }
}

export async function renewRows(
  db: DbTransaction,
  editionId: EditionId,
  renew: readonly { readonly id: DutyId; readonly wanted: Wanted }[],
): Promise<void> {
  for (let at = 0; at < renew.length; at += BATCH) {
    const rows = renew.slice(at, at + BATCH).map(({ id, wanted }) => ({
      id,
      due: wanted.occurrence.due.toString(),
      explanation: wanted.occurrence.explanation,
      origin: wanted.origin,
    }))
    await sql`
      update duties d
      set edition_id = ${editionId}, due = v.due, explanation = v.explanation, origin = v.origin
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, due date, explanation jsonb, origin text)
      where d.id = v.id`.execute(db)
  }
}

export async function withdrawRows(tx: Pick<Tx, 'db' | 'now'>, ids: readonly DutyId[]): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH) {
    await tx.db
      .updateTable('duties')
      .set({ outcome: 'withdrawn', outcome_at: tx.now })
      .where('id', 'in', ids.slice(at, at + BATCH))
      .execute()
  }
}
