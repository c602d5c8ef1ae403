/** What the coordinator does with departments. */
import { found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { managesUnits } from '../policy.ts'
import { mayFill, mayMerge, maySplit, normalForm } from '../rules/unit.ts'
import * as names from '../store/aliases.ts'
import * as store from '../store/units.ts'
import type { Unit, UnitId, UnitKind } from '../types.ts'

type Details = {
  readonly name: string
  readonly shortName: string | null
  readonly email: string | null
}

export async function createUnit(
  ctx: Context,
  input: Details & { readonly kind: UnitKind; readonly aliases: readonly string[] },
): Promise<UnitId> {
  return transact(ctx, async (tx) => {
    permit(managesUnits.allows(tx.actor), 'unit.create')
    const id = await store.insertUnit(tx, input)
    await takeNames(tx, id, [input.name, ...input.aliases])
    audit(tx, 'unit.create', { type: 'unit', id }, { after: input })
    return id
  })
}

/** The old name stays as another name, so that older texts still lead here. */
export async function changeUnit(ctx: Context, id: UnitId, input: Details): Promise<void> {
  await transact(ctx, async (tx) => {
    const unit = await managed(tx, id, 'unit.change')
    await takeNames(tx, id, [input.name])
    await store.updateUnit(tx.db, id, input)
    const before = { name: unit.name, shortName: unit.shortName, email: unit.email }
    audit(tx, 'unit.change', { type: 'unit', id }, { before, after: input })
  })
}

export async function addUnitAlias(ctx: Context, id: UnitId, alias: string): Promise<void> {
  await transact(ctx, async (tx) => {
    await managed(tx, id, 'unit.addAlias')
    await takeNames(tx, id, [alias], 'alias')
    audit(tx, 'unit.addAlias', { type: 'unit', id }, { after: { alias } })
  })
}

export async function removeUnitAlias(ctx: Context, id: UnitId, normal: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const unit = await managed(tx, id, 'unit.removeAlias')
    if (normalForm(unit.name) === normal) throw new Refused([refuse('alias_is_name')])
    await names.dropAlias(tx.db, id, normal)
    audit(tx, 'unit.removeAlias', { type: 'unit', id }, { before: { alias: normal } })
  })
}

/**
 * One department turned out to be another, or became part of it. Nothing that refers to the first is rewritten:
 * its names lead to the second from now on, and people of either see the duties of both. It can be taken back.
 */
export async function mergeUnits(
  ctx: Context,
  id: UnitId,
  input: { readonly into: UnitId; readonly reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(managesUnits.allows(tx.actor), 'unit.merge')
    // Locked in one order, so that two mergers of the same pair do not wait for each other.
    const locked = new Map<UnitId, Unit>()
    for (const each of [id, input.into].sort())
      locked.set(each, found(await store.lockUnit(tx.db, each), 'unit'))
    const from = locked.get(id)!
    const into = locked.get(input.into)!
    accept(mayMerge(from, into))
    await store.updateUnit(tx.db, id, { active: false, mergedInto: into.id })
    await store.redirectMerged(tx.db, id, into.id)
    audit(
      tx,
      'unit.merge',
      { type: 'unit', id },
      { before: { name: from.name }, after: { into: into.id, name: into.name }, reason: input.reason },
    )
  })
}

/** Takes a merger back: the department stands for itself again. */
export async function splitUnit(ctx: Context, id: UnitId): Promise<void> {
  await transact(ctx, async (tx) => {
    const unit = await managed(tx, id, 'unit.split')
    accept(maySplit(unit))
    await store.updateUnit(tx.db, id, { active: true, mergedInto: null })
    audit(tx, 'unit.split', { type: 'unit', id }, { before: { mergedInto: unit.mergedInto } })
  })
}

/** A department that exists no longer keeps its past and is offered nowhere. */
export async function setUnitActive(ctx: Context, id: UnitId, active: boolean): Promise<void> {
  await transact(ctx, async (tx) => {
    const verb = active ? 'unit.reopen' : 'unit.close'
    const unit = await managed(tx, id, verb)
    if (unit.mergedInto !== null) throw new Refused([refuse('unit_merged_already')])
    await store.updateUnit(tx.db, id, { active })
    audit(tx, verb, { type: 'unit', id }, { before: { active: unit.active } })
  })
}

/** Who belongs to «управління, відділи та служби». */
export async function fillGroup(ctx: Context, id: UnitId, members: readonly UnitId[]): Promise<void> {
  await transact(ctx, async (tx) => {
    const group = await managed(tx, id, 'unit.fillGroup')
    const units = await store.unitsByIds(tx.db, members)
    if (members.some((m) => !units.has(m)))
      throw new Refused([refuse('unit_not_found', undefined, 'members')])
    accept(mayFill(group, [...units.values()]))
    const before = await store.groupMembers(tx.db, id)
    await store.saveMembers(tx.db, id, members)
    audit(tx, 'unit.fillGroup', { type: 'unit', id }, { before: { members: before }, after: { members } })
  })
}

async function managed(tx: Tx, id: UnitId, verb: string): Promise<Unit> {
  permit(managesUnits.allows(tx.actor), verb)
  return found(await store.lockUnit(tx.db, id), 'unit')
}

async function takeNames(tx: Tx, id: UnitId, wanted: readonly string[], field = 'name'): Promise<void> {
  for (const name of wanted) {
    if (await names.addAlias(tx.db, id, name)) continue
    const owner = await names.unitOfName(tx.db, name)
    throw new Refused([refuse('unit_name_taken', { name: owner?.name ?? name }, field)])
  }
}
