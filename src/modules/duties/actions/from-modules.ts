/** Evidence as other modules write it, in the transaction of the work itself. */
import type { UnitId } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/errors.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { wrongWith } from '../rules/evidence.ts'
import { lockDuties } from '../store/duties.ts'
import * as store from '../store/evidence.ts'
import * as links from '../store/evidence-links.ts'
import { measuresOfIds } from '../store/measures.ts'
import { recountDuties } from '../store/outcomes.ts'
import type { DutyShare, EvidenceId, EvidenceInput, Share } from '../types.ts'
import { factsOf } from './evidence.ts'

export type FromModule = Omit<EvidenceInput, 'duties' | 'lateReason'> & {
  readonly source: { readonly module: string; readonly id: string }
  /** Where the module knows them; else the duty of each measure and of the unit whose period holds the day. */
  readonly duties?: readonly DutyShare[]
  /** How much of the duty it fulfils, where the duty is found by the day; the whole when absent. */
  readonly share?: Share
  readonly lateReason?: string | null
  /** Others that did it together with `unitId`: their duties of that day are fulfilled too. */
  readonly together?: readonly UnitId[]
}

/**
 * Written once for each source: called again, it brings the evidence up to what the source says now.
 * The caller has asked its own policy. What a person withdrew stays withdrawn.
 */
export async function recordEvidence(tx: Tx, fact: FromModule): Promise<EvidenceId> {
  const { source, share = 'whole', duties: named, lateReason = null, together: _, ...rest } = fact
  const day = fact.happenedTo ?? fact.happenedFrom
  const duties = named ?? (await dutiesByDay(tx, fact, day, share))
  const input: EvidenceInput = { ...rest, duties, lateReason }
  const locked = await lockDuties(
    tx.db,
    duties.map((d) => d.id),
  )
  const measures = await measuresOfIds(tx.db, input.measures)
  const before = await store.lockBySource(tx.db, source.module, source.id)
  if (before?.state === 'withdrawn') return before.id
  const linked = locked.map((d) => d.id)
  // The day is the source's own: a module that records work done late says so in its own pages.
  const wrong = wrongWith(input, { today: tx.today, duties: locked, measures, linked })
  accept(wrong.filter((r) => r.refused !== 'late_reason_needed'))
  const programmeId = found(locked[0]?.programmeId ?? measures[0]?.programmeId, 'programme')
  const id = before?.id ?? newId<'evidence'>()
  const shares = before ? await links.sharesOf(tx.db, id) : []
  if (before) await store.updateEvidence(tx, before, programmeId, input)
  else await store.insertEvidence(tx, id, programmeId, input, source)
  await links.replaceLinks(tx.db, id, {
    duties,
    indicators: input.indicators,
    measures: [...locked.map((d) => d.measureId), ...measures.map((m) => m.id)],
  })
  await recountDuties(
    tx,
    [...shares, ...duties].map((d) => d.id),
  )
  audit(
    tx,
    before ? 'evidence.edit' : 'evidence.record',
    { type: 'evidence', id },
    { after: { ...factsOf(input, 0), source: `${source.module}/${source.id}` } },
  )
  return id
}

/** Takes back what `recordEvidence` wrote for a source; nothing where there is none. */
export async function withdrawEvidenceOf(
  tx: Tx,
  source: { readonly module: string; readonly id: string },
  reason: string,
): Promise<void> {
  const before = await store.lockBySource(tx.db, source.module, source.id)
  if (before?.state !== 'recorded') return
  await store.markWithdrawn(tx, before, reason)
  const shares = await links.sharesOf(tx.db, before.id)
  await recountDuties(
    tx,
    shares.map((d) => d.id),
  )
  audit(tx, 'evidence.withdraw', { type: 'evidence', id: before.id }, { reason })
}

/** From now on a change of these needs a reason. Called when a report that rests on them is accepted. */
export async function freezeEvidence(tx: Tx, ids: readonly EvidenceId[]): Promise<void> {
  await store.markFrozen(tx.db, ids)
}

async function dutiesByDay(
  tx: Tx,
  fact: Pick<FromModule, 'measures' | 'unitId' | 'together'>,
  day: FromModule['happenedFrom'],
  share: Share,
): Promise<DutyShare[]> {
  const units = [...new Set([fact.unitId, ...(fact.together ?? [])])]
  const found = await Promise.all(
    fact.measures.flatMap((m) => units.map((unitId) => links.dutyOn(tx.db, m, unitId, day))),
  )
  return [...new Set(found.flat())].map((id) => ({ id, share }))
}
