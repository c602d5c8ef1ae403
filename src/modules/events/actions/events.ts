/** Make, edit, and move an event through its states. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { mayKeep } from '../policy.ts'
import { mattersToGuests, wrongWith } from '../rules/event.ts'
import * as store from '../store/events.ts'
import type { CityEvent, EventId, EventInput } from '../types.ts'

const subject = (id: EventId) => ({ type: 'event', id })

/** What the record says of an event's fields. */
export function factsOf(input: Omit<EventInput, 'days'> & { readonly days: readonly unknown[] }) {
  const { budget, registrationUntil, basisDate, ...rest } = input
  return {
    ...rest,
    budget,
    registrationUntil: registrationUntil?.toString() ?? null,
    basisDate: basisDate?.toString() ?? null,
  }
}

/** @param source where it was taken over from: the UID of another's calendar */
export function makeEvent(
  ctx: Context,
  input: EventInput,
  source: { readonly uid: string; readonly label: string } | null = null,
): Promise<EventId> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor, input.unitId), 'event.make')
    accept(wrongWith(input))
    const id = newId<'event'>()
    await store.insertEvent(tx, id, input, source)
    audit(tx, 'event.make', subject(id), { after: factsOf(input) })
    return id
  })
}

/** The event as the form gives it back, to be compared and edited. */
export async function wholeInput(db: store.Reader, event: CityEvent): Promise<EventInput> {
  const [days, measures] = await Promise.all([
    store.daysOf(db, [event.id]),
    store.measuresOfEvent(db, event.id),
  ])
  return { ...event, days: days.map(({ eventId: _, ...day }) => day), measures }
}

/** @throws Conflict when somebody changed it since `seen` */
export function changeEvent(ctx: Context, id: EventId, seen: number, input: EventInput): Promise<void> {
  return transact(ctx, async (tx) => {
    const before = found(await store.lockEvent(tx.db, id), 'event')
    permit(mayKeep(tx.actor, before.unitId) && mayKeep(tx.actor, input.unitId), 'event.edit')
    if (before.version !== seen) throw new Conflict('event')
    accept(wrongWith(input))
    const days = await store.daysOf(tx.db, [id])
    const raised = mattersToGuests({ ...before, days }, input)
    await store.updateEvent(tx, before, input, raised)
    audit(tx, 'event.edit', subject(id), { after: factsOf(input) })
  })
}
