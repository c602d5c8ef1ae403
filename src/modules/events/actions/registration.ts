/** What becomes of a registration: confirmed, given up, moved up from the waiting list, expired. */
import { ANONYMOUS } from '../../../kernel/actor.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { mayKeep } from '../policy.ts'
import { hasPlace, movingUp, registrationInTime } from '../rules/registration.ts'
import { isAhead } from '../rules/state.ts'
import { daysOf } from '../store/days.ts'
import { lockEvent } from '../store/events.ts'
import * as store from '../store/registrations.ts'
import { textsOf } from '../texts/index.ts'
import type { Registration, RegistrationId } from '../types/registration.ts'
import type { CityEvent, EventId } from '../types.ts'
import { holdLetters, placeLetter, type Sender } from './letters.ts'
import { emailHash, freshCodes } from './register.ts'

const subject = (event: { readonly id: EventId }) => ({ type: 'registrations', id: event.id })

/** The event's row is locked first, always: places are counted under it. */
async function locked(
  tx: Tx,
  id: RegistrationId,
): Promise<{ readonly event: CityEvent; readonly registration: Registration }> {
  const { eventId } = found(await store.registrationById(tx.db, id), 'registration')
  const event = found(await lockEvent(tx.db, eventId), 'event')
  const registration = found(await store.lockRegistration(tx.db, id), 'registration')
  return { event, registration }
}

/** By the link of the letter. Opened twice, it changes nothing more. */
export function confirmRegistration(
  ctx: Context,
  sender: Sender,
  id: RegistrationId,
): Promise<Registration['state']> {
  return transact(ctx, async (tx) => {
    const { event, registration } = await locked(tx, id)
    if (registration.confirmedAt !== null) return registration.state
    if (registration.state === 'cancelled') {
      // It expired, or was given up: whoever wants to come now gets a place if there is one, else one in the line.
      accept(registrationInTime(event, tx.today))
      const hash = registration.email === null ? [] : [emailHash(registration.email)]
      const [again] = await store.knownOf(tx.db, event.id, hash)
      if (again) return again.state
      const state = hasPlace(event, await store.takenOf(tx.db, event.id), registration)
        ? 'confirmed'
        : 'waiting'
      await store.markConfirmed(tx, id, state)
      audit(tx, 'event.register.confirm', subject(event), { after: { state } })
      return state
    }
    const state = registration.state === 'waiting' ? 'waiting' : 'confirmed'
    await store.markConfirmed(tx, id, state)
    audit(tx, 'event.register.confirm', subject(event), { after: { state } })
    if (state === 'waiting') {
      await moveUp(tx, sender, event)
      return (await store.registrationById(tx.db, id))!.state
    }
    return state
  })
}

/** By the link of the letter, or by the office. The next of the waiting list gets the place. */
export function cancelRegistration(ctx: Context, sender: Sender, id: RegistrationId): Promise<void> {
  return transact(ctx, async (tx) => {
    const { event, registration } = await locked(tx, id)
    if (tx.actor.kind !== 'anonymous') permit(mayKeep(tx.actor, event.unitId), 'event.register.cancel')
    if (registration.state === 'cancelled') return
    if (registration.checkedInAt !== null) accept(refuse('already_in'))
    await store.saveStates(tx, [id], 'cancelled')
    audit(tx, 'event.register.cancel', subject(event), { before: { state: registration.state } })
    await moveUp(tx, sender, event)
  })
}

/** Gives free places to those who wait, in their order, and writes to them. The event's row is locked. */
export async function moveUp(tx: Tx, sender: Sender, event: CityEvent): Promise<number> {
  if (!isAhead(event.state)) return 0
  const waiting = await store.waitingOf(tx.db, event.id)
  if (waiting.length === 0) return 0
  const up = movingUp(event, await store.takenOf(tx.db, event.id), waiting)
  if (up.length === 0) return 0
  await store.saveStates(
    tx,
    up.map((one) => one.id),
    'confirmed',
  )
  const days = await daysOf(tx.db, [event.id])
  await holdLetters(
    tx,
    'event.place',
    textsOf('uk').letters.mailings.place(event.title),
    up.flatMap((one) =>
      one.email === null ? [] : [placeLetter(sender, event, days, { ...one, email: one.email })],
    ),
  )
  audit(tx, 'event.register.moveUp', subject(event), { after: { number: up.length } })
  return up.length
}

/** Places that nobody confirmed in time are given on. Run by the clock. */
export function expireRegistrations(ctx: Context, sender: Sender): Promise<number> {
  return transact(ctx, async (tx) => {
    let expired = 0
    for (const id of (await store.expiredEvents(tx.db, tx.now)).sort()) {
      const event = await lockEvent(tx.db, id)
      if (!event) continue
      const n = await store.expire(tx, id)
      if (n === 0) continue
      expired += n
      audit(tx, 'event.register.expire', subject(event), { after: { number: n } })
      await moveUp(tx, sender, event)
    }
    return expired
  })
}

export type PersonInput = {
  readonly name: string
  readonly email: string | null
  readonly organisation: string | null
  readonly organisationId: Registration['organisationId']
}

/**
 * People that the office writes in: by phone, or on paper after the day. Places are counted as for everybody;
 * who came already came.
 */
export function addPerson(
  ctx: Context,
  eventId: EventId,
  person: PersonInput,
  came: boolean,
): Promise<RegistrationId> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.register')
    const hash = person.email === null ? null : emailHash(person.email)
    if (hash !== null && (await store.knownOf(tx.db, eventId, [hash])).length > 0)
      accept(refuse('already_registered', {}, 'email'))
    const place = came || hasPlace(event, await store.takenOf(tx.db, eventId), person)
    const [code = ''] = await freshCodes(tx, eventId, 1)
    const id = newId<'registration'>()
    await store.insertRegistrations(tx, [
      {
        ...person,
        id,
        eventId,
        code,
        state: place ? 'confirmed' : 'waiting',
        origin: came ? 'paper' : 'office',
        emailHash: hash,
        photoConsent: null,
        answers: {},
        locale: 'uk',
        expiresAt: null,
        confirmed: true,
        ...(came ? { checkedInHow: 'paper' as const } : {}),
      },
    ])
    audit(tx, 'event.register', subject(event), { after: { number: 1, came } })
    return id
  })
}

/** The public as the actor: a link of a letter needs nobody signed in. */
export const asPublic = (ctx: Context): Context => ({ ...ctx, actor: ANONYMOUS })
