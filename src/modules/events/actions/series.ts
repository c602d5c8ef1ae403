/** Series: what comes again, and the next one made of the last. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { eventCopied } from '../events.ts'
import { mayKeep, mayKeepSeries } from '../policy.ts'
import { dayForNext, isRecurrence, nextSlot } from '../rules/recurrence.ts'
import { daysOf } from '../store/days.ts'
import * as events from '../store/events.ts'
import * as parts from '../store/parts.ts'
import * as store from '../store/series.ts'
import { insertShare, sharesOf } from '../store/shares.ts'
import type { CityEvent, EventId, EventInput, SeriesId } from '../types.ts'
import { makeEvent, wholeInput } from './events.ts'

const subject = (id: SeriesId) => ({ type: 'eventSeries', id })

const factsOf = ({ recurrence, ...rest }: store.SeriesInput) => ({ ...rest, recurrence: { ...recurrence } })

export function makeSeries(ctx: Context, input: store.SeriesInput): Promise<SeriesId> {
  return transact(ctx, async (tx) => {
    permit(mayKeepSeries(tx.actor), 'series.make')
    if (!isRecurrence(input.recurrence)) accept(refuse('not_a_recurrence', {}, 'every'))
    const id = await store.insertSeries(tx, input)
    audit(tx, 'series.make', subject(id), { after: factsOf(input) })
    return id
  })
}

export function changeSeries(
  ctx: Context,
  id: SeriesId,
  seen: number,
  input: store.SeriesInput,
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeepSeries(tx.actor), 'series.edit')
    const before = found(await store.lockSeries(tx.db, id), 'series')
    if (before.version !== seen) throw new Conflict('series')
    if (!isRecurrence(input.recurrence)) accept(refuse('not_a_recurrence', {}, 'every'))
    await store.updateSeries(tx, before, input)
    audit(tx, 'series.edit', subject(id), { after: factsOf(input) })
  })
}

/** The next occurrence: of the last one's people, tasks and places, on the day that the rule gives. */
export function makeNext(ctx: Context, id: SeriesId): Promise<EventId> {
  return transact(ctx, async (tx) => {
    const series = found(await store.lockSeries(tx.db, id), 'series')
    const known = await store.eventsOfSeries(tx.db, [id])
    const last = known.find((e) => e.state !== 'cancelled') ?? known[0]
    if (last === undefined) return accept(refuse('series_empty'))
    const slot = nextSlot(series.recurrence, known, tx.today)
    if (slot === null) return accept(refuse('series_full'))
    return copyEvent(tx, last.id, dayForNext(slot, last.firstDay, series.recurrence))
  })
}

/**
 * A new planned event like another one, moved to a day: its days, hosts, people, agenda, and its shares of work with
 * their days moved along. What happened at it stays with it.
 */
export function copyEvent(ctx: Context, from: EventId, firstDay: CivilDate): Promise<EventId> {
  return transact(ctx, async (tx) => {
    const event = found(await events.eventById(tx.db, from), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.copy')
    const input = await wholeInput(tx.db, event)
    const id = await makeEvent(tx, movedTo(input, event, firstDay))
    await copyParts(tx, event, id, firstDay)
    audit(tx, 'event.copy', { type: 'event', id }, { after: { from } })
    await eventCopied.happened(tx, { from, to: id, kind: event.kind })
    return id
  })
}

function movedTo(input: EventInput, event: CityEvent, firstDay: CivilDate): EventInput {
  const moved = (day: CivilDate) => firstDay.add(event.firstDay.until(day, { largestUnit: 'days' }))
  return {
    ...input,
    days: input.days.map((d) => ({ ...d, id: null, day: moved(d.day) })),
    basisNumber: null,
    basisDate: null,
    registrationUntil: input.registrationUntil && moved(input.registrationUntil),
  }
}

async function copyParts(tx: Tx, from: CityEvent, to: EventId, firstDay: CivilDate): Promise<void> {
  for (const host of await parts.hostsOf(tx.db, from.id)) await parts.saveHost(tx.db, to, host)
  await parts.replacePeople(tx.db, to, await parts.peopleOf(tx.db, from.id))
  const days = await daysOf(tx.db, [from.id])
  const items = await parts.itemsOf(tx.db, from.id)
  await parts.replaceItems(
    tx.db,
    to,
    items.map((item) => ({
      ...item,
      day: Math.max(
        0,
        days.findIndex((d) => d.id === item.dayId),
      ),
    })),
  )
  for (const share of await sharesOf(tx.db, from.id)) {
    if (share.state === 'dropped') continue
    const due = share.due && firstDay.add(from.firstDay.until(share.due, { largestUnit: 'days' }))
    await insertShare(tx, to, { ...share, due, note: null })
  }
}
