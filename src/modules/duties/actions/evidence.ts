/** Evidence as people write it: recorded, edited, withdrawn. */
import { unitsOf } from '../../../kernel/actor.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import * as policy from '../policy.ts'
import { mayChange, wrongWith } from '../rules/evidence.ts'
import { lockDuties } from '../store/duties.ts'
import * as store from '../store/evidence.ts'
import * as links from '../store/evidence-links.ts'
import { setAccess } from '../store/files.ts'
import { measuresOfIds } from '../store/measures.ts'
import { recountDuties } from '../store/outcomes.ts'
import type { DutyRecord, Evidence, EvidenceId, EvidenceInput, MeasureRef } from '../types.ts'
import { attachFiles, detachFiles, type Upload } from './files.ts'

export type { Upload } from './files.ts'

type Ground = {
  readonly programmeId: ProgrammeId
  readonly input: EvidenceInput
  readonly duties: readonly DutyRecord[]
  readonly measures: readonly MeasureRef[]
}

/** @param extra.draftId the draft that becomes it */
export async function recordByHand(
  ctx: Context,
  input: EvidenceInput,
  extra: {
    readonly draftId: EvidenceId | null
    /** Of the draft's files too, which nobody could take until now. */
    readonly access: Upload['access']
    readonly files: readonly Upload[]
    readonly removeFiles: readonly FileId[]
  },
): Promise<EvidenceId> {
  return transact(ctx, async (tx) => {
    const draft = extra.draftId === null ? null : await lockOwnDraft(tx, extra.draftId)
    const ground = await groundOf(tx, input, [])
    const id = draft?.id ?? newId<'evidence'>()
    if (draft) await store.updateEvidence(tx, draft, ground.programmeId, ground.input)
    else await store.insertEvidence(tx, id, ground.programmeId, ground.input, null)
    await link(tx, id, ground)
    await detachFiles(tx, id, extra.removeFiles)
    const files = await attachFiles(tx, id, extra.files)
    await setAccess(tx, id, extra.access)
    await recountDuties(
      tx,
      ground.input.duties.map((d) => d.id),
    )
    audit(tx, 'evidence.record', { type: 'evidence', id }, { after: factsOf(ground.input, files.length) })
    return id
  })
}

export async function editEvidence(
  ctx: Context,
  input: EvidenceInput,
  extra: {
    readonly id: EvidenceId
    readonly version: number
    readonly reason: string | null
    readonly files: readonly Upload[]
    readonly removeFiles: readonly FileId[]
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = found(await store.lockEvidence(tx.db, extra.id), 'evidence')
    permit(policy.mayEditEvidence(tx.actor, before), 'evidence.edit')
    if (before.version !== extra.version || before.state === 'draft') throw new Conflict('evidence')
    const refusal = mayChange(before, extra.reason)
    if (refusal) accept(refusal)
    const shares = await links.sharesOf(tx.db, before.id)
    const ground = await groundOf(
      tx,
      input,
      shares.map((s) => s.id),
    )
    await store.updateEvidence(tx, before, ground.programmeId, ground.input)
    await link(tx, before.id, ground)
    await detachFiles(tx, before.id, extra.removeFiles)
    const files = await attachFiles(tx, before.id, extra.files)
    await recountDuties(
      tx,
      [...shares, ...ground.input.duties].map((d) => d.id),
    )
    audit(
      tx,
      'evidence.edit',
      { type: 'evidence', id: before.id },
      {
        before: { ...recordFacts(before), duties: shares.length },
        after: { ...factsOf(ground.input, files.length), filesRemoved: extra.removeFiles.length },
        ...(extra.reason === null ? {} : { reason: extra.reason }),
      },
    )
  })
}

/** It stays in the record with its reason, fulfils nothing any more, and is public no longer. */
export async function withdrawEvidence(
  ctx: Context,
  input: { readonly id: EvidenceId; readonly reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = found(await store.lockEvidence(tx.db, input.id), 'evidence')
    permit(policy.mayEditEvidence(tx.actor, before), 'evidence.withdraw')
    if (before.state !== 'recorded') accept(refuse('evidence_withdrawn'))
    await store.markWithdrawn(tx, before, input.reason)
    await setAccess(tx, before.id, 'office')
    await recountDuties(
      tx,
      (await links.sharesOf(tx.db, before.id)).map((d) => d.id),
    )
    audit(
      tx,
      'evidence.withdraw',
      { type: 'evidence', id: before.id },
      { before: recordFacts(before), reason: input.reason },
    )
  })
}

export async function lockOwnDraft(tx: Tx, id: EvidenceId): Promise<Evidence> {
  const draft = found(await store.lockEvidence(tx.db, id), 'evidence')
  permit(policy.maySeeEvidence(tx.actor, draft) && policy.mayEditEvidence(tx.actor, draft), 'evidence.edit')
  if (draft.state !== 'draft') throw new Conflict('evidence')
  return draft
}

/** Locks the duties, asks who and whether, and settles whose evidence and of which programme it is. */
async function groundOf(
  tx: Tx,
  input: EvidenceInput,
  linked: Ground['input']['duties'][number]['id'][],
): Promise<Ground> {
  const duties = await lockDuties(
    tx.db,
    input.duties.map((d) => d.id),
  )
  const measures = await measuresOfIds(tx.db, input.measures)
  const own = unitsOf(tx.actor)
  const unitId = input.unitId ?? onlyUnit(duties) ?? (own.length === 1 ? own[0]! : null)
  permit(policy.mayRecord(tx.actor, unitId), 'evidence.record')
  const fresh = duties.filter((d) => !linked.includes(d.id))
  permit(
    fresh.every((d) => policy.mayRecord(tx.actor, d.unitId)),
    'evidence.record',
  )
  accept(wrongWith(input, { today: tx.today, duties, measures, linked }))
  const programmeId = duties[0]?.programmeId ?? measures[0]?.programmeId
  return { programmeId: found(programmeId, 'programme'), input: { ...input, unitId }, duties, measures }
}

function onlyUnit(duties: readonly DutyRecord[]): DutyRecord['unitId'] | null {
  const units = new Set(duties.map((d) => d.unitId))
  return units.size === 1 ? duties[0]!.unitId : null
}

async function link(tx: Tx, id: EvidenceId, { input, duties, measures }: Ground): Promise<void> {
  await links.replaceLinks(tx.db, id, {
    duties: input.duties,
    indicators: input.indicators,
    measures: [...duties.map((d) => d.measureId), ...measures.map((m) => m.id)],
  })
}

export function factsOf(input: EvidenceInput, files: number): Readonly<Record<string, unknown>> {
  const { duties, measures, indicators, ...plain } = input
  return {
    ...plain,
    happenedTo: input.happenedTo ?? input.happenedFrom,
    duties: duties.length,
    measures: measures.length,
    indicators,
    files,
  }
}

function recordFacts(e: Evidence): Readonly<Record<string, unknown>> {
  const { happened, id: _, programmeId: __, version: ___, createdBy: ____, ...plain } = e
  return { ...plain, happenedFrom: happened.from, happenedTo: happened.to }
}
