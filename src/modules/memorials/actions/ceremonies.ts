/** What a ceremony has beside its event: place, silence, sound, delegations with wreaths. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import {
  type CityEvent,
  changeEvent,
  type EventId,
  type EvidenceDetails,
  eventById,
  hasFeature,
  isAhead,
  mayKeep,
  wholeInput,
} from '../../events/index.ts'
import { organisationsByIds } from '../../organisations/index.ts'
import { totalsOf, wrongWreath } from '../rules/wreath.ts'
import * as store from '../store/ceremonies.ts'
import { monumentById } from '../store/monuments.ts'
import { texts } from '../texts/index.ts'
import type { CeremonyInput, Monument, WreathId, WreathInput } from '../types.ts'

const subject = (id: EventId) => ({ type: 'event', id })

/** An event of a kind that has a ceremony, as long as it is not closed. */
async function ceremonial(tx: Tx, id: EventId, permission: string): Promise<CityEvent> {
  const event = found(await eventById(tx.db, id), 'event')
  permit(mayKeep(tx.actor, event.unitId), permission)
  found(hasFeature(event.kind, 'ceremony') ? event : null, 'ceremony')
  if (event.state === 'closed' || event.state === 'cancelled')
    accept(refuse('wrong_state', { state: event.state }))
  return event
}

/** @param seen version of the ceremony; 0 where there is none yet */
export function saveCeremony(ctx: Context, id: EventId, seen: number, input: CeremonyInput): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = await ceremonial(tx, id, 'ceremony.edit')
    const before = await store.ceremonyOf(tx.db, id)
    if ((before?.version ?? 0) !== seen) throw new Conflict('ceremony')
    const monument =
      input.monumentId === null ? null : found(await monumentById(tx.db, input.monumentId), 'monument')
    await store.saveCeremony(tx, id, input, seen + 1)
    audit(tx, 'ceremony.edit', subject(id), { after: input })
    if (monument !== null && isAhead(event.state)) await placeAt(tx, event, monument)
  })
}

/** An event whose place was still to be found takes place at the monument: nobody types it twice. */
async function placeAt(tx: Tx, event: CityEvent, monument: Monument): Promise<void> {
  const input = await wholeInput(tx.db, event)
  if (!input.days.some((d) => d.place === texts.uk.placeLater)) return
  const { name, place, districtId, latitude, longitude } = monument
  const days = input.days.map((d) =>
    d.place === texts.uk.placeLater
      ? { ...d, place: name, address: place, districtId, latitude, longitude }
      : d,
  )
  await changeEvent(tx, event.id, event.version, { ...input, days })
}

export function addWreath(ctx: Context, id: EventId, input: WreathInput): Promise<WreathId> {
  return transact(ctx, async (tx) => {
    await ceremonial(tx, id, 'wreath.add')
    accept(wrongWreath(input))
    const known = await store.wreathsOf(tx.db, id)
    if (known.some((w) => w.delegation === input.delegation))
      accept(refuse('delegation_twice', {}, 'delegation'))
    const wreathId = await store.insertWreath(tx, id, input)
    audit(tx, 'wreath.add', subject(id), { after: input })
    return wreathId
  })
}

export function changeWreath(
  ctx: Context,
  id: EventId,
  wreathId: WreathId,
  input: WreathInput,
): Promise<void> {
  return transact(ctx, async (tx) => {
    await ceremonial(tx, id, 'wreath.edit')
    const known = await store.wreathsOf(tx.db, id)
    const before = found(
      known.find((w) => w.id === wreathId),
      'wreath',
    )
    accept(wrongWreath(input))
    if (known.some((w) => w.id !== wreathId && w.delegation === input.delegation))
      accept(refuse('delegation_twice', {}, 'delegation'))
    await store.updateWreath(tx.db, wreathId, input)
    audit(tx, 'wreath.edit', subject(id), { before, after: input })
  })
}

export function removeWreath(ctx: Context, id: EventId, wreathId: WreathId): Promise<void> {
  return transact(ctx, async (tx) => {
    await ceremonial(tx, id, 'wreath.remove')
    const before = found(
      (await store.wreathsOf(tx.db, id)).find((w) => w.id === wreathId),
      'wreath',
    )
    await store.deleteWreath(tx.db, wreathId)
    audit(tx, 'wreath.remove', subject(id), { before })
  })
}

/** Who came: all ticked ones; the others did not. */
export function markLaid(ctx: Context, id: EventId, laid: readonly WreathId[]): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = await ceremonial(tx, id, 'wreath.laid')
    if (event.state === 'planned' || event.state === 'announced' || event.state === 'postponed')
      accept(refuse('not_held_yet'))
    const known = new Set((await store.wreathsOf(tx.db, id)).map((w) => w.id))
    await store.saveLaid(
      tx.db,
      id,
      laid.filter((one) => known.has(one)),
    )
    audit(tx, 'wreath.laid', subject(id), { after: { laid: laid.length, of: known.size } })
  })
}

/** Follows a copied event: the same place, sound and delegations, nothing of what came of them. */
export async function copyCeremony(
  tx: Tx,
  { from, to }: { readonly from: EventId; readonly to: EventId },
): Promise<void> {
  const ceremony = await store.ceremonyOf(tx.db, from)
  if (ceremony) await store.saveCeremony(tx, to, ceremony, 1)
  for (const wreath of await store.wreathsOf(tx.db, from)) await store.insertWreath(tx, to, wreath)
}

/** What the evidence of the event says of it. */
export async function evidenceOf(tx: Tx, event: CityEvent): Promise<EvidenceDetails> {
  const wreaths = await store.wreathsOf(tx.db, event.id)
  if (wreaths.length === 0) return {}
  const totals = totalsOf(wreaths)
  const came = wreaths.filter((w) => w.laid !== false)
  const lines = await organisationsByIds(
    tx.db,
    came.flatMap((w) => (w.organisationId ? [w.organisationId] : [])),
  )
  return {
    result: texts.uk.evidence(totals),
    ...(totals.cost > 0 ? { cost: totals.cost } : {}),
    organisations: [...lines.values()].map((o) => o.name),
  }
}
