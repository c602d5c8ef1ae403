/** Finds what differs, and keeps what a person decided of it. */
import type { CivilDate } from '../../kernel/civil-date.ts'
import { found, permit } from '../../kernel/errors.ts'
import { accept, type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import { audit } from '../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { readSetting, writeSetting } from '../../platform/settings.ts'
import {
  acceptProposal,
  findOrganisations,
  type Officer,
  type OrganisationId,
  officersOn,
  organisationById,
  proposeChange,
} from '../organisations/index.ts'
import { differenceFor, leaderOf, type RegisterRef, registerByRecord } from '../register/index.ts'
import { mayReconcile } from './policy.ts'
import { changesOf, keyOf } from './rules/proposal.ts'
import * as store from './store.ts'
import type { Item } from './types.ts'

const MOST_KNOWN = 50_000
const MOST_AT_ONCE = 200

type Register = Pick<House, 'register' | 'city'>

export async function cityWords(db: Db, house: Pick<House, 'city'>): Promise<readonly string[]> {
  return (await readSetting(db, 'register.cityWords')) ?? [house.city.name.uk]
}

export type Reconciliation = {
  readonly items: readonly Item[]
  /** Day of the latest export that came in. */
  readonly exportedOn: CivilDate | null
  readonly officers: ReadonlyMap<OrganisationId, readonly Officer[]>
  readonly names: ReadonlyMap<string, string>
}

/** Differences that nobody decided on yet; null while there is no register. */
export async function reconcile(ctx: Context, house: Register): Promise<Reconciliation | null> {
  const known = await findOrganisations(ctx.db, { limit: MOST_KNOWN })
  const [officers, linked, decided, words] = await Promise.all([
    officersOn(
      ctx.db,
      known.map((one) => one.id),
      ctx.today,
    ),
    store.links(ctx.db),
    store.decidedKeys(ctx.db),
    cityWords(ctx.db, house),
  ])
  const answer = await differenceFor(
    house,
    known.map((one) => ({
      organisationId: one.id,
      edrpou: one.edrpou,
      name: one.name,
      state: one.state,
      leaders: (officers.get(one.id) ?? []).filter((officer) => officer.leads).map((officer) => officer.name),
      ref: linked.get(one.id) ?? null,
    })),
    words,
  )
  if (answer === null) return null
  const items = answer.differences
    .map((one): Item => ({ ...one, key: keyOf(one) }))
    .filter((one) => !decided.has(one.key))
  return {
    items,
    exportedOn: answer.exportedOn,
    officers,
    names: new Map(known.map((one) => [one.id, one.name])),
  }
}

export type Decide = {
  readonly key: readonly string[]
  readonly decision: 'take' | 'accept' | 'refuse'
  readonly reason: string | null
}

/**
 * Taken: each becomes a proposal whose values are accepted one by one; accepted: all of them at once. Refused: not
 * asked again.
 * @returns how many
 */
export async function decide(ctx: Context, house: Register, input: Decide): Promise<number> {
  permit(mayReconcile(ctx.actor), 'register.decide')
  const { decision, reason } = input
  const faults = [
    ...(input.key.length === 0 ? [refuse('choose_some')] : []),
    ...(input.key.length > MOST_AT_ONCE ? [refuse('choose_fewer')] : []),
    ...(decision === 'refuse' && reason === null ? [refuse('required', {}, 'reason')] : []),
  ]
  if (faults.length > 0) throw new Refused(faults)
  const now = accept((await reconcile(ctx, house)) ?? refuse('no_register'))
  const items = now.items.filter((one) => input.key.includes(one.key))
  if (items.length !== new Set(input.key).size) accept(refuse('difference_gone'))
  await transact(ctx, async (tx) => {
    for (const item of items) {
      const organisationId = item.organisationId as OrganisationId | null
      const officers = organisationId === null ? [] : (now.officers.get(organisationId) ?? [])
      const proposalId = decision === 'refuse' ? null : await propose(tx, item, officers)
      await store.saveDecision(tx.db, {
        key: item.key,
        kind: item.kind,
        ref: item.entity.ref,
        organisationId,
        name: item.entity.name,
        decision: proposalId === null ? 'refused' : 'proposed',
        reason: proposalId === null ? reason : null,
        proposalId,
        decidedAt: tx.now,
        decidedBy: nameOf(tx),
      })
      audit(
        tx,
        decision === 'refuse' ? 'register.refuse' : 'register.take',
        organisationId === null
          ? { type: 'registerEntity', id: item.entity.ref }
          : { type: 'organisation', id: organisationId },
        {
          after: { difference: item.kind, name: item.entity.name },
          ...(reason === null ? {} : { reason }),
        },
      )
      // After the decision is kept: what is accepted as new is linked with its record by it.
      if (decision === 'accept' && proposalId !== null) await acceptProposal(tx, proposalId)
    }
  })
  return items.length
}

function propose(tx: Tx, item: Item, officers: readonly Officer[]) {
  const { entity } = item
  return proposeChange(tx, {
    organisationId: item.organisationId as OrganisationId | null,
    source: { kind: 'register', ref: entity.record ?? entity.edrpou ?? entity.ref, on: entity.exportedOn },
    changes: changesOf(item, officers, leaderOf(entity)),
  })
}

/** What came in as new is from now on that record of the register, whatever name a person gave it. */
export async function linkWhenAccepted(
  tx: Tx,
  settled: { readonly proposal: string; readonly organisationId: OrganisationId | null },
): Promise<void> {
  const { organisationId } = settled
  if (organisationId === null) return
  const ref = await store.takenAsNew(tx.db, settled.proposal, organisationId)
  if (ref !== null && !(await store.links(tx.db)).has(organisationId))
    await store.saveLink(tx.db, { organisationId, ref, way: 'hand', by: nameOf(tx) }, tx.now)
}

/** A refusal is taken back: the difference is shown again, if it still is one. */
export function restore(ctx: Context, key: string): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayReconcile(tx.actor), 'register.restore')
    found((await store.forgetRefusal(tx.db, key)) || null, 'refusal')
    audit(tx, 'register.restore', { type: 'registerDifference', id: key })
  })
}

/** This record of the register is that organisation of ours: remembered for every later export. */
export async function link(
  ctx: Context,
  house: Register,
  input: { readonly ref: RegisterRef; readonly organisationId: OrganisationId },
): Promise<void> {
  permit(mayReconcile(ctx.actor), 'register.link')
  const entity = found(await registerByRecord(house, input.ref), 'entity')
  await transact(ctx, async (tx) => {
    const organisation = found(await organisationById(tx.db, input.organisationId), 'organisation')
    const before = (await store.links(tx.db)).get(organisation.id) ?? null
    await store.saveLink(
      tx.db,
      { organisationId: organisation.id, ref: entity.ref, way: 'hand', by: nameOf(tx) },
      tx.now,
    )
    audit(
      tx,
      'register.link',
      { type: 'organisation', id: organisation.id },
      { before: { ref: before }, after: { ref: entity.ref, name: entity.name } },
    )
  })
}

export function setCityWords(
  ctx: Context,
  house: Pick<House, 'city'>,
  words: readonly string[],
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayReconcile(tx.actor), 'register.cityWords')
    accept(words.length > 0 ? true : tooFew())
    const before = (await readSetting(tx.db, 'register.cityWords')) ?? [house.city.name.uk]
    await writeSetting(tx, 'register.cityWords', words)
    audit(tx, 'register.cityWords', { type: 'setting', id: 'register.cityWords' }, { before, after: words })
  })
}

function tooFew(): Refusal {
  return refuse('required', {}, 'words')
}

function nameOf({ actor }: Pick<Tx, 'actor'>): string {
  return actor.kind === 'staff' ? actor.name : ''
}
