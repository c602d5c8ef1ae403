/** Making, changing and verifying an organisation. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { permit } from '../../../kernel/errors.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { mayKeep } from '../policy.ts'
import { NO_FACTS } from '../rules/fields.ts'
import * as lists from '../store/lists.ts'
import * as store from '../store/organisations.ts'
import type { DirectionId, Facts, OrganisationId, OrganisationKind, Source } from '../types.ts'
import { changeFacts, kept } from './facts.ts'
import { markVerified } from './verified.ts'
import { nameOf } from './who.ts'

export type Kept = {
  readonly facts: Facts
  readonly directions: readonly DirectionId[]
  readonly source: Source
  readonly since: CivilDate | null
}

export function createOrganisation(ctx: Context, input: Kept): Promise<OrganisationId> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.create')
    return insertOrganisation(tx, input)
  })
}

/** The caller has asked the policy. */
export async function insertOrganisation(tx: Tx, input: Kept): Promise<OrganisationId> {
  const { facts } = input
  const id = await store.insertOrganisation(tx, {
    kind: (facts.kind ?? 'other') as OrganisationKind,
    name: facts.name ?? '',
  })
  await changeFacts(
    tx,
    { id, facts: NO_FACTS },
    { ...facts, state: facts.state ?? 'active' },
    { source: input.source, since: input.since, correction: false, by: nameOf(tx.actor) },
    'organisation.create',
  )
  await setDirections(tx, id, input.directions, true)
  return id
}

export function changeOrganisation(
  ctx: Context,
  id: OrganisationId,
  input: Kept & { readonly version: number; readonly correction: boolean },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const before = await kept(tx, id, 'organisation.change', input.version)
    await changeFacts(tx, before, input.facts, {
      source: input.source,
      since: input.since,
      correction: input.correction,
      by: nameOf(tx.actor),
    })
    await setDirections(tx, id, input.directions, false)
  })
}

/** The caller has locked the organisation. */
export async function setDirections(
  tx: Tx,
  id: OrganisationId,
  wanted: readonly DirectionId[],
  isNew: boolean,
): Promise<void> {
  const before = ((await lists.directionsOf(tx.db, [id])).get(id) ?? []).map((d) => d.id)
  if (before.length === wanted.length && before.every((d) => wanted.includes(d))) return
  if (!(await lists.areDirections(tx.db, wanted)))
    throw new Refused([refuse('organisation_unknown_entry', undefined, 'directions')])
  await lists.saveDirections(tx.db, id, wanted)
  if (!isNew) await store.touch(tx, id)
  const all = new Map((await lists.directions(tx.db)).map((d) => [d.id, d.name]))
  const named = (ids: readonly DirectionId[]) => ids.map((d) => all.get(d) ?? '')
  audit(
    tx,
    'organisation.directions',
    { type: 'organisation', id },
    { before: { directions: named(before) }, after: { directions: named(wanted) } },
  )
}

/** Somebody compared everything with a source and found it right. */
export function verifyOrganisation(
  ctx: Context,
  id: OrganisationId,
  input: { readonly source: Source },
): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.verify')
    await markVerified(tx, id, { on: input.source.on ?? tx.today, by: input.source.kind })
  })
}
