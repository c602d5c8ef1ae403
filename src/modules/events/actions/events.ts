/** Make, edit, and move an event through its states. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { districtAt, districts } from '../../organisations/index.ts'
import { mayKeep } from '../policy.ts'
import { mattersToGuests, wrongWith } from '../rules/event.ts'
import { mayStillChange } from '../rules/state.ts'
import { daysOf, measuresOfEvent, type Reader } from '../store/days.ts'
import * as store from '../store/events.ts'
import type { CityEvent, EventId, EventInput } from '../types.ts'

const subject = (id: EventId) => ({ type: 'event', id })

/** What the record says of an event's fields. */
function factsOf(input: EventInput) {
  return {
    title: input.title,
    kind: input.kind,
    unitId: input.unitId,
    measures: [...input.measures],
    days: input.days.map((d) => [d.day, d.starts, d.ends, d.place].filter(Boolean).join(' ')),
    participation: input.participation,
    seats: input.seats,
    budget: input.budget,
    basis: [input.basisNumber, input.basisDate].filter(Boolean).join(' ') || null,
    purpose: input.purpose,
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
    await store.insertEvent(tx, id, await inDistricts(tx.db, input), source)
    audit(tx, 'event.make', subject(id), { after: factsOf(input) })
    return id
  })
}

/** A point on the map says in which district it lies: nobody needs to choose it too. */
async function inDistricts(db: Reader, input: EventInput): Promise<EventInput> {
  if (!input.days.some((d) => d.districtId === null && d.latitude !== null)) return input
  const known = await districts(db)
  return {
    ...input,
    days: input.days.map((d) =>
      d.districtId === null && d.latitude !== null && d.longitude !== null
        ? { ...d, districtId: districtAt(known, d.latitude, d.longitude) }
        : d,
    ),
  }
}

/** The event as the form gives it back, to be compared and edited. */
export async function wholeInput(db: Reader, event: CityEvent): Promise<EventInput> {
  const [days, measures] = await Promise.all([daysOf(db, [event.id]), measuresOfEvent(db, event.id)])
  return { ...event, days: days.map(({ eventId: _, ...day }) => day), measures }
}

/** @throws Conflict when somebody changed it since `seen` */
export function changeEvent(ctx: Context, id: EventId, seen: number, input: EventInput): Promise<void> {
  return transact(ctx, async (tx) => {
    const before = found(await store.lockEvent(tx.db, id), 'event')
    permit(mayKeep(tx.actor, before.unitId) && mayKeep(tx.actor, input.unitId), 'event.edit')
    if (before.version !== seen) throw new Conflict('event')
    if (!mayStillChange(before.state)) accept(refuse('wrong_state', { state: before.state }))
    accept(wrongWith(input))
    const days = await daysOf(tx.db, [id])
    const raised = mattersToGuests({ ...before, days }, input)
    await store.updateEvent(tx, before, await inDistricts(tx.db, input), raised)
    audit(tx, 'event.edit', subject(id), { after: factsOf(input) })
  })
}
