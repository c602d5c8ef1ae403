/** Two entries that are one organisation become one, keeping every relation of both; and the way back. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { organisationMerged, organisationUnmerged } from '../events/happened.ts'
import { mayKeep } from '../policy.ts'
import { differences } from '../rules/organisation.ts'
import { mayMerge, mergedFacts } from '../rules/twins.ts'
import * as store from '../store/merges.ts'
import { lockOrganisation, type Organisation, refreshSearch, saveFacts } from '../store/organisations.ts'
import type { Facts, Field, MergeId, OrganisationId } from '../types.ts'
import { nameOf } from './who.ts'

/**
 * @param input.gone becomes a way to the kept one
 * @param input.chosen fields for which the value of `gone` was chosen; what only `gone` has is taken over anyway
 */
export function mergeOrganisations(
  ctx: Context,
  keptId: OrganisationId,
  input: { readonly gone: OrganisationId; readonly chosen: readonly Field[]; readonly reason: string },
): Promise<MergeId> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.merge')
    const [kept, gone] = await lockBoth(tx, keptId, input.gone)
    accept(mayMerge(kept, gone))
    const moved = await store.moveRows(tx.db, keptId, gone.id)
    await store.setMergedInto(tx, gone.id, keptId)
    const values = await takeValues(tx, kept, gone, mergedFacts(kept.facts, gone.facts, input.chosen))
    await refreshSearch(tx, keptId)
    const id = await store.insertMerge(
      tx,
      { keptId, goneId: gone.id, moved: { ...moved, values } },
      nameOf(tx.actor),
    )
    audit(
      tx,
      'organisation.merge',
      { type: 'organisation', id: keptId },
      {
        before: Object.fromEntries(values.map((v) => [v.field, v.before])),
        after: { gone: gone.name, taken: values.map((v) => v.field) },
        reason: input.reason,
      },
    )
    audit(
      tx,
      'organisation.mergeInto',
      { type: 'organisation', id: gone.id },
      { after: { into: kept.name }, reason: input.reason },
    )
    await organisationMerged.happened(tx, { merge: id, kept: keptId, gone: gone.id })
    return id
  })
}

/** Locked in one order, so that two mergers of the same pair do not wait for each other. */
async function lockBoth(
  tx: Tx,
  a: OrganisationId,
  b: OrganisationId,
): Promise<readonly [Organisation, Organisation]> {
  const locked = new Map<OrganisationId, Organisation>()
  for (const id of [a, b].sort()) locked.set(id, found(await lockOrganisation(tx.db, id), 'organisation'))
  return [locked.get(a)!, locked.get(b)!]
}

/** Each value keeps the source that it had at the other. */
async function takeValues(
  tx: Tx,
  kept: Organisation,
  gone: Organisation,
  after: Facts,
): Promise<store.Moved['values']> {
  const values: store.Moved['values'][number][] = []
  for (const change of differences(kept.facts, after)) {
    const old = await store.sourceOfValue(tx.db, kept.id, change.field)
    const other = found(await store.sourceOfValue(tx.db, gone.id, change.field), 'value')
    const made = await saveFacts(tx, kept.id, [change], {
      source: { kind: other.source_kind, ref: other.source_ref, on: other.source_on },
      since: other.valid_from,
      correction: true,
      by: nameOf(tx.actor),
    })
    values.push({
      field: change.field,
      made: made.get(change.field)!,
      before: change.before,
      old: old?.id ?? null,
    })
  }
  return values
}

/** Everything stands as before; what was changed after the merger stays with the kept one. */
export function undoMerge(ctx: Context, id: MergeId): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.unmerge')
    const merge = found(await store.lockMerge(tx.db, id), 'merge')
    if (merge.undoneAt !== null) throw new Refused([refuse('merge_undone')])
    const [kept, gone] = await lockBoth(tx, merge.keptId, merge.goneId)
    if (kept.mergedInto !== null || (await store.laterMerge(tx.db, merge)))
      throw new Refused([refuse('merge_later')])
    await store.moveBack(tx.db, kept.id, gone.id, merge.moved)
    await store.setMergedInto(tx, gone.id, null)
    for (const value of merge.moved.values) await store.restoreValue(tx.db, kept.id, value)
    await refreshSearch(tx, kept.id)
    await refreshSearch(tx, gone.id)
    await store.saveUndone(tx, id, nameOf(tx.actor))
    for (const [one, other] of [
      [kept, gone],
      [gone, kept],
    ] as const)
      audit(
        tx,
        'organisation.unmerge',
        { type: 'organisation', id: one.id },
        { after: { other: other.name } },
      )
    await organisationUnmerged.happened(tx, { merge: id, kept: kept.id, gone: gone.id })
  })
}

/** A person looked: they are two. */
export function denyTwins(ctx: Context, a: OrganisationId, b: OrganisationId): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.denyTwins')
    const [one, other] = await lockBoth(tx, a, b)
    accept(mayMerge(one, other))
    await store.denyTwins(tx, a, b, nameOf(tx.actor))
    audit(tx, 'organisation.denyTwins', { type: 'organisation', id: a }, { after: { other: other.name } })
  })
}
