/** Announce, postpone, cancel, hold, close: each told to those whom it concerns. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { withdrawEvidenceOf } from '../../duties/index.ts'
import { eventAnnounced, eventCancelled, eventHeld } from '../events.ts'
import { mayKeep } from '../policy.ts'
import { step } from '../rules/state.ts'
import { daysOf } from '../store/days.ts'
import * as store from '../store/events.ts'
import { recipientsOf } from '../store/participants.ts'
import { textsOf } from '../texts/index.ts'
import type { CityEvent, EventId, EventVerb } from '../types.ts'
import { invitedRecipients } from './invite.ts'
import { fateLetter, holdLetters, type Sender } from './letters.ts'
import { openMaterials } from './parts.ts'

export const EVIDENCE_MODULE = 'events'

/** Locks, asks policy and rules, saves. @returns the event as it is now */
export async function move(tx: Tx, id: EventId, verb: EventVerb, reason: string | null): Promise<CityEvent> {
  const before = found(await store.lockEvent(tx.db, id), 'event')
  permit(mayKeep(tx.actor, before.unitId), `event.${verb}`)
  const state = accept(step(before, verb, tx.today))
  await store.saveState(tx, before, state, reason)
  audit(
    tx,
    `event.${verb}`,
    { type: 'event', id },
    { before: { state: before.state }, after: { state }, ...(reason === null ? {} : { reason }) },
  )
  return found(await store.eventById(tx.db, id), 'event')
}

/** Visitors see it; with `days` a postponed event was given its new days before. */
export function announceEvent(ctx: Context, sender: Sender, id: EventId): Promise<void> {
  return transact(ctx, async (tx) => {
    const before = found(await store.eventById(tx.db, id), 'event')
    const event = await move(tx, id, 'announce', null)
    if (before.state === 'postponed') await tellFate(tx, sender, event, 'changed', null)
    await store.saveTold(tx, event)
    await openMaterials(tx, id)
    await eventAnnounced.happened(tx, { id, kind: event.kind, unitId: event.unitId })
  })
}

export function postponeEvent(ctx: Context, sender: Sender, id: EventId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = await move(tx, id, 'postpone', reason)
    await tellFate(tx, sender, event, 'postponed', reason)
    await store.saveTold(tx, event)
  })
}

export function cancelEvent(ctx: Context, sender: Sender, id: EventId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = await move(tx, id, 'cancel', reason)
    await tellFate(tx, sender, event, 'cancelled', reason)
    await store.saveTold(tx, event)
    await withdrawEvidenceOf(tx, { module: EVIDENCE_MODULE, id }, reason)
    await eventCancelled.happened(tx, { id, kind: event.kind, unitId: event.unitId, reason })
  })
}

export function holdEvent(ctx: Context, id: EventId): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = await move(tx, id, 'hold', null)
    await eventHeld.happened(tx, { id, kind: event.kind, unitId: event.unitId })
  })
}

/** To everybody who registered, and to organisations that were invited and did not decline. */
export async function tellFate(
  tx: Tx,
  sender: Sender,
  event: CityEvent,
  fate: 'cancelled' | 'postponed' | 'changed',
  reason: string | null,
): Promise<number> {
  const [days, registered, invited] = [
    await daysOf(tx.db, [event.id]),
    await recipientsOf(tx.db, [event.id]),
    await invitedRecipients(tx, event.id),
  ]
  const letters = registered.map((r) => fateLetter(sender, event, days, fate, reason, { ...r, key: r.id }))
  const written = new Set(registered.map((r) => r.email))
  const toOrganisations = invited
    .filter((i) => !written.has(i.email))
    .map((i) =>
      fateLetter(sender, event, days, fate, reason, {
        key: `invited/${i.id}`,
        name: i.name,
        email: i.email,
        locale: 'uk',
      }),
    )
  const title = textsOf('uk').letters.mailings[fate](event.title)
  await holdLetters(tx, `event.${fate}`, title, [...letters, ...toOrganisations])
  return letters.length + toOrganisations.length
}

/** Those who come are told of changes once they have settled: a quarter of an hour after the last one. */
export const SETTLE_MINUTES = 15

export function tellChanges(ctx: Context, sender: Sender): Promise<number> {
  return transact(ctx, async (tx) => {
    let letters = 0
    const ids = await store.untoldChanges(tx.db, tx.now.subtract({ minutes: SETTLE_MINUTES }))
    for (const id of ids) {
      const event = await store.lockEvent(tx.db, id)
      if (!event) continue
      letters += await tellFate(tx, sender, event, 'changed', null)
      await store.saveTold(tx, event)
      audit(tx, 'event.tell', { type: 'event', id }, { after: { letters } })
    }
    return letters
  })
}
