/** The writes of evidence and of what hangs on it. */
import type { Selectable } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { DutiesTables } from '../tables.ts'
import type { Evidence, EvidenceId, EvidenceInput } from '../types.ts'
import type { Reader } from './duty-rows.ts'

export type EvidenceRow = Selectable<DutiesTables['evidence']>

export function evidenceOf(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    programmeId: row.programme_id,
    unitId: row.unit_id,
    kind: row.kind,
    title: row.title,
    happened: { from: row.happened_from, to: row.happened_to },
    place: row.place,
    result: row.result,
    participants: row.participants,
    organisations: row.organisations,
    cost: row.cost,
    link: row.link,
    publication: row.publication,
    lateReason: row.late_reason,
    state: row.state,
    withdrawReason: row.withdraw_reason,
    frozen: row.frozen_by_report,
    sourceModule: row.source_module,
    createdBy: row.created_by,
    recordedAt: row.recorded_at,
    version: row.version,
  }
}

export async function lockEvidence(db: DbTransaction, id: EvidenceId): Promise<Evidence | null> {
  const row = await db.selectFrom('evidence').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? evidenceOf(row) : null
}

export async function typedOf(db: Reader, id: EvidenceId): Promise<FormValues> {
  const row = await db.selectFrom('evidence').select('typed').where('id', '=', id).executeTakeFirst()
  return row?.typed ?? {}
}

/** What another module wrote before about the same thing. */
export async function lockBySource(
  db: DbTransaction,
  module: string,
  sourceId: string,
): Promise<Evidence | null> {
  const row = await db
    .selectFrom('evidence')
    .selectAll()
    .where('source_module', '=', module)
    .where('source_id', '=', sourceId)
    .forUpdate()
    .executeTakeFirst()
  return row ? evidenceOf(row) : null
}

function columnsOf(input: EvidenceInput) {
  return {
    unit_id: input.unitId,
    kind: input.kind,
    title: input.title,
    happened_from: input.happenedFrom,
    happened_to: input.happenedTo ?? input.happenedFrom,
    place: input.place,
    result: input.result,
    participants: input.participants,
    organisations: [...input.organisations],
    cost: input.cost,
    link: input.link,
    publication: input.publication,
    late_reason: input.lateReason,
  }
}

export function authorOf(tx: Tx): { readonly created_by: string; readonly created_by_name: string } {
  if (tx.actor.kind === 'staff' || tx.actor.kind === 'token')
    return { created_by: tx.actor.id, created_by_name: tx.actor.name }
  return { created_by: 'system', created_by_name: tx.actor.kind === 'system' ? tx.actor.job : '' }
}

export async function insertEvidence(
  tx: Tx,
  id: EvidenceId,
  programmeId: ProgrammeId,
  input: EvidenceInput,
  source: { readonly module: string; readonly id: string } | null,
): Promise<void> {
  await tx.db
    .insertInto('evidence')
    .values({
      id,
      programme_id: programmeId,
      ...columnsOf(input),
      state: 'recorded',
      withdraw_reason: null,
      typed: null,
      source_module: source?.module ?? null,
      source_id: source?.id ?? null,
      ...authorOf(tx),
      created_at: tx.now,
      recorded_at: tx.now,
    })
    .execute()
}

/** Also of a draft, which is then recorded. */
export async function updateEvidence(
  tx: Tx,
  before: Evidence,
  programmeId: ProgrammeId,
  input: EvidenceInput,
): Promise<void> {
  await tx.db
    .updateTable('evidence')
    .set({
      ...columnsOf(input),
      programme_id: programmeId,
      state: 'recorded',
      typed: null,
      recorded_at: before.recordedAt ?? tx.now,
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .execute()
}

/** A draft keeps what was typed as it was typed; its title and day are there for the list. */
export async function saveDraft(
  tx: Tx,
  id: EvidenceId,
  draft: {
    readonly isNew: boolean
    readonly programmeId: ProgrammeId
    readonly unitId: UnitId | null
    readonly title: string
    readonly typed: FormValues
  },
): Promise<void> {
  const row = {
    programme_id: draft.programmeId,
    unit_id: draft.unitId,
    title: draft.title,
    typed: JSON.stringify(draft.typed),
  }
  if (!draft.isNew) {
    await tx.db.updateTable('evidence').set(row).where('id', '=', id).where('state', '=', 'draft').execute()
    return
  }
  await tx.db
    .insertInto('evidence')
    .values({
      id,
      ...row,
      kind: 'other',
      happened_from: tx.today,
      happened_to: tx.today,
      place: null,
      result: null,
      participants: null,
      cost: null,
      link: null,
      publication: null,
      late_reason: null,
      state: 'draft',
      withdraw_reason: null,
      source_module: null,
      source_id: null,
      ...authorOf(tx),
      created_at: tx.now,
      recorded_at: null,
    })
    .execute()
}

/** A draft that nobody else has seen goes without a trace but the audit's. */
export async function deleteDraft(db: DbTransaction, id: EvidenceId): Promise<void> {
  await db.deleteFrom('evidence').where('id', '=', id).where('state', '=', 'draft').execute()
}

export async function markWithdrawn(tx: Tx, before: Evidence, reason: string): Promise<void> {
  await tx.db
    .updateTable('evidence')
    .set({ state: 'withdrawn', withdraw_reason: reason, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
}

/** An accepted report rests on these from now on. */
export async function markFrozen(db: DbTransaction, ids: readonly EvidenceId[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('evidence').set({ frozen_by_report: true }).where('id', 'in', ids).execute()
}
