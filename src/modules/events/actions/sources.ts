/** Calendars of others: kept, read, and made into drafts. Read again, they change nothing more. */
import { compareDates } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { type ReadCalendar, readForeignCalendar } from '../../../platform/feeds/foreign-calendar.ts'
import { fetchPublic } from '../../../platform/fetch-public.ts'
import { newId } from '../../../platform/random.ts'
import { mayKeep } from '../policy.ts'
import { wrongWith } from '../rules/event.ts'
import { type ForeignEvent, foreignInput, foreignKey, foreignPrint, foreignSpan } from '../rules/foreign.ts'
import { eventById } from '../store/events.ts'
import * as store from '../store/sources.ts'
import { sourceTexts } from '../texts/sources.ts'
import type { EventSource, SetAside, SourceCounts, SourceId, SourceInput } from '../types/source.ts'
import { changeEvent, makeEvent, wholeInput } from './events.ts'

export const MOST_BYTES = 5_000_000
const FETCH_LIMITS = { maxBytes: MOST_BYTES, milliseconds: 20_000 }
const MOST_EVENTS = 2_000
const SHOWN_ASIDE = 50

const subject = (id: SourceId) => ({ type: 'eventSource', id })

export function addSource(ctx: Context, input: SourceInput): Promise<SourceId> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor, input.unitId), 'eventSource.add')
    if (await store.sourceNamed(tx.db, input.name)) accept(refuse('source_twice', {}, 'name'))
    const id = newId<'eventSource'>()
    await store.insertSource(tx.db, id, input, tx.now)
    audit(tx, 'eventSource.add', subject(id), { after: input })
    return id
  })
}

/** @throws Conflict when somebody changed it since `seen` */
export function changeSource(ctx: Context, id: SourceId, seen: number, input: SourceInput): Promise<void> {
  return transact(ctx, async (tx) => {
    const before = found(await store.lockSource(tx.db, id), 'event source')
    permit(mayKeep(tx.actor, before.unitId) && mayKeep(tx.actor, input.unitId), 'eventSource.edit')
    if (before.version !== seen) throw new Conflict('event source')
    const other = await store.sourceNamed(tx.db, input.name)
    if (other !== null && other !== id) accept(refuse('source_twice', {}, 'name'))
    await store.updateSource(tx.db, before, input)
    audit(tx, 'eventSource.edit', subject(id), { after: input })
  })
}

/** From a file or a pasted text. */
export async function takeText(ctx: Context, id: SourceId, text: string): Promise<SourceCounts> {
  const read = await readForeignCalendar(text, foreignSpan(ctx.today))
  return transact(ctx, async (tx) => {
    const source = found(await store.lockSource(tx.db, id), 'event source')
    permit(mayKeep(tx.actor, source.unitId), 'eventSource.take')
    return take(tx, source, accept(read ?? refuse('not_a_calendar', {}, 'text')))
  })
}

/** Asks its address. What goes wrong there is kept with the source and stops nothing. */
export async function fetchSource(ctx: Context, id: SourceId): Promise<void> {
  const asked = found(await store.sourceById(ctx.db, id), 'event source')
  permit(mayKeep(ctx.actor, asked.unitId), 'eventSource.take')
  if (asked.url === null) return
  const fetched = await fetchPublic(asked.url, FETCH_LIMITS)
  const read = fetched.ok
    ? await readForeignCalendar(new TextDecoder().decode(fetched.bytes), foreignSpan(ctx.today))
    : null
  await transact(ctx, async (tx) => {
    const source = found(await store.lockSource(tx.db, id), 'event source')
    if (read) await take(tx, source, read)
    else
      await store.saveChecked(tx.db, id, tx.now, { problem: fetched.ok ? 'not_a_calendar' : fetched.problem })
  })
}

async function take(tx: Tx, source: EventSource, read: ReadCalendar): Promise<SourceCounts> {
  const known = await store.takenItems(tx.db, source.id)
  const counts = { made: 0, changed: 0, same: 0, differs: 0, gone: 0 }
  const aside: SetAside[] = [...read.problems]
  const seen = new Set<string>()
  for (const event of read.events.slice(0, MOST_EVENTS)) {
    const key = foreignKey(event)
    if (seen.has(key)) continue
    seen.add(key)
    const before = known.get(key)
    const wrong = wrongWith(inputOf(event, source))[0]
    if (wrong) aside.push({ summary: event.summary, problem: wrong.refused })
    else counts[before ? await takeAgain(tx, source, event, before) : await takeNew(tx, source, event)]++
  }
  for (const item of known.values())
    if (!seen.has(item.uid) && (await vanished(tx, source, item))) counts.gone++
  await store.saveChecked(tx.db, source.id, tx.now, { counts, setAside: aside.slice(0, SHOWN_ASIDE) })
  if (counts.made + counts.changed + counts.differs + counts.gone > 0)
    audit(tx, 'eventSource.take', subject(source.id), { after: counts })
  return counts
}

function inputOf(event: ForeignEvent, source: EventSource) {
  return foreignInput(event, source, sourceTexts.uk.unknownPlace)
}

async function takeNew(tx: Tx, source: EventSource, event: ForeignEvent): Promise<keyof SourceCounts> {
  if (event.cancelled) return 'same'
  const uid = foreignKey(event)
  const eventId = await makeEvent(tx, inputOf(event, source), { uid, label: source.name })
  await store.saveItem(tx.db, source.id, {
    uid,
    eventId,
    print: foreignPrint(event),
    eventVersion: 1,
    state: 'taken',
  })
  return 'made'
}

/** A draft that nobody touched follows its source; one that a person took up is left to that person. */
async function takeAgain(
  tx: Tx,
  source: EventSource,
  event: ForeignEvent,
  item: store.TakenItem,
): Promise<keyof SourceCounts> {
  const print = foreignPrint(event)
  if (print === item.print) return 'same'
  const own = await eventById(tx.db, item.eventId)
  const untouched = own?.state === 'planned' && own.version === item.eventVersion
  if (!own || !untouched || event.cancelled) {
    await store.saveItem(tx.db, source.id, { ...item, print, state: event.cancelled ? 'gone' : 'differs' })
    return event.cancelled ? 'gone' : 'differs'
  }
  const { days } = await wholeInput(tx.db, own)
  const input = inputOf(event, source)
  const kept = input.days.map((day, i) => ({ ...day, id: days[i]?.id ?? null }))
  await changeEvent(tx, own.id, own.version, { ...input, days: kept })
  await store.saveItem(tx.db, source.id, { ...item, print, eventVersion: own.version + 1, state: 'taken' })
  return 'changed'
}

/** What is past leaves calendars by itself; what still lay ahead was taken out. */
async function vanished(tx: Tx, source: EventSource, item: store.TakenItem): Promise<boolean> {
  if (item.state === 'gone') return false
  const own = await eventById(tx.db, item.eventId)
  if (!own || compareDates(own.lastDay, tx.today) < 0 || own.state === 'cancelled') return false
  // Farther ahead than the span that was read.
  if (compareDates(own.firstDay, foreignSpan(tx.today).to) > 0) return false
  await store.saveItem(tx.db, source.id, { ...item, state: 'gone' })
  return true
}
