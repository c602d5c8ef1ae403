/** Who came: by code, by name, by paper; heads counted by group. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { mayKeep } from '../policy.ts'
import { mayCheckIn, normalCode } from '../rules/registration.ts'
import { lockEvent } from '../store/events.ts'
import { byCode, replaceCounts } from '../store/participants.ts'
import * as store from '../store/registrations.ts'
import type { CheckInWay, Registration, RegistrationId } from '../types/registration.ts'
import type { HeadCount } from '../types/results.ts'
import type { EventId } from '../types.ts'

const subject = (id: EventId) => ({ type: 'registrations', id })

export function checkIn(
  ctx: Context,
  eventId: EventId,
  who: { readonly code: string } | { readonly id: RegistrationId },
  how: CheckInWay,
): Promise<Registration> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.checkIn')
    if (event.state === 'cancelled' || event.state === 'closed')
      accept(refuse('wrong_state', { state: event.state }))
    const id = 'id' in who ? who.id : ((await byCode(tx.db, eventId, normalCode(who.code)))?.id ?? null)
    const registration = id === null ? null : await store.lockRegistration(tx.db, id)
    if (registration?.eventId !== eventId) return accept(refuse('code_unknown', {}, 'code'))
    const may = mayCheckIn(registration)
    if (may !== true) accept({ ...may, field: 'code', values: { name: registration.name } })
    await store.markCheckedIn(tx, registration.id, how)
    audit(tx, 'event.checkIn', subject(eventId), { after: { how } })
    return registration
  })
}

/** A slip of the door: as if not yet come. */
export function undoCheckIn(ctx: Context, eventId: EventId, id: RegistrationId): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.checkIn')
    const registration = found(await store.lockRegistration(tx.db, id), 'registration')
    if (registration.eventId !== eventId || registration.checkedInAt === null) return
    await store.markCheckedIn(tx, id, null)
    audit(tx, 'event.checkIn.undo', subject(eventId))
  })
}

export function countHeads(
  ctx: Context,
  eventId: EventId,
  counts: readonly Omit<HeadCount, 'id'>[],
): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.count')
    if (event.state === 'cancelled' || event.state === 'closed')
      accept(refuse('wrong_state', { state: event.state }))
    await replaceCounts(tx, eventId, counts)
    audit(
      tx,
      'event.count',
      { type: 'event', id: eventId },
      { after: { counts: counts.map((c) => `${c.label}: ${c.number}`) } },
    )
  })
}
