/** The calendar of memorial days: the city's own dates, and what is kept in a year. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { measureByNumber, setSchedule } from '../../duties/index.ts'
import {
  changeEvent,
  copyEvent,
  type EventId,
  type EventInput,
  eventById,
  KINDS,
  makeEvent,
  PLAIN_DAY,
  PLAIN_EVENT,
  wholeInput,
} from '../../events/index.ts'
import { activeProgramme, type MeasureId } from '../../programmes/index.ts'
import { mayKeepMemorials } from '../policy.ts'
import { KNOWN_DATES } from '../rules/data/dates.ts'
import { datesOfYear, mergeDates, wrongDate } from '../rules/date.ts'
import * as store from '../store/dates.ts'
import { texts } from '../texts/index.ts'
import type { DateInput, MemorialDate, MemorialDay } from '../types.ts'

/** How far back a date's last event is looked for. */
const YEARS_BACK = 10

const subject = (key: string) => ({ type: 'memorialDate', id: key })

const factsOf = ({ rule, ...rest }: DateInput) => ({ ...rest, rule: { ...rule } })

export function addDate(ctx: Context, input: DateInput): Promise<string> {
  return transact(ctx, async (tx) => {
    permit(mayKeepMemorials(tx.actor), 'memorialDate.add')
    accept(wrongDate(input))
    const key = `city.${newId()}`
    await store.saveDate(tx.db, key, input, 1, tx.now)
    audit(tx, 'memorialDate.add', subject(key), { after: factsOf(input) })
    return key
  })
}

/** Also of a date that the program knows: from then on it stands as the city says. */
export function changeDate(ctx: Context, key: string, seen: number, input: DateInput): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeepMemorials(tx.actor), 'memorialDate.edit')
    const dates = mergeDates(KNOWN_DATES, await store.lockDates(tx.db))
    const before = found(
      dates.find((date) => date.key === key),
      'memorial date',
    )
    if (before.version !== seen) throw new Conflict('memorial date')
    accept(wrongDate(input))
    await store.saveDate(tx.db, key, input, before.version + 1, tx.now)
    audit(tx, 'memorialDate.edit', subject(key), { after: factsOf(input) })
  })
}

/** The dates of a year with what was decided of each. */
export async function memorialYear(db: store.Reader, year: number): Promise<MemorialDay[]> {
  const [own, decided] = [
    await store.ownDates(db),
    await store.decisions(db, { from: year - YEARS_BACK, to: year }),
  ]
  return datesOfYear(mergeDates(KNOWN_DATES, own), year).map(({ date, day }) => {
    const now = decided.find((d) => d.year === year && d.key === date.key)
    const last = decided.find(
      (d) => d.year < year && d.key === date.key && d.event?.state !== 'cancelled' && d.event,
    )
    return {
      date,
      day: now?.event ? now.day : day,
      kept: now?.kept ?? null,
      event: now?.event ?? null,
      lastEventId: last?.event?.id ?? null,
    }
  })
}

export type YearDecision = {
  readonly year: number
  readonly kept: readonly string[]
  /** Holds the events that have no example of an earlier year. */
  readonly unitId: UnitId | null
}

/**
 * Those kept become events: like the last one of the date, with its people, tasks and wreaths, or new. One that has
 * its event is not taken out here: its event is cancelled, with a reason.
 */
export function decideYear(ctx: Context, input: YearDecision): Promise<{ readonly made: number }> {
  return transact(ctx, async (tx) => {
    permit(mayKeepMemorials(tx.actor), 'memorialYear.decide')
    await store.lockDates(tx.db)
    const measures = await measuresFor(tx)
    const by = tx.actor.kind === 'staff' ? tx.actor.name : ''
    let made = 0
    for (const memorial of await memorialYear(tx.db, input.year)) {
      const { date, day } = memorial
      const kept = memorial.event !== null || input.kept.includes(date.key)
      if (kept === memorial.kept && (memorial.event !== null || !kept)) continue
      let eventId = memorial.event?.id ?? null
      if (kept && eventId === null) {
        eventId = await eventFor(tx, memorial, input.unitId, measures)
        made++
      }
      await store.saveDecision(tx.db, { year: input.year, key: date.key, day, kept, eventId }, by, tx.now)
    }
    audit(
      tx,
      'memorialYear.decide',
      { type: 'memorialYear', id: String(input.year) },
      { after: { kept: input.kept, made } },
    )
    return { made }
  })
}

async function measuresFor(tx: Tx): Promise<MeasureId[]> {
  const number = KINDS.commemoration.measure
  const programme = await activeProgramme(tx.db, tx.today)
  const measure = programme && number ? await measureByNumber(tx.db, programme.id, number) : null
  return measure ? [measure.id] : []
}

async function eventFor(
  tx: Tx,
  { date, day, lastEventId }: MemorialDay,
  unitId: UnitId | null,
  measures: readonly MeasureId[],
): Promise<EventId> {
  if (lastEventId === null) return makeEvent(tx, newEvent(date, day, unitId, measures))
  const id = await copyEvent(tx, lastEventId, day)
  const copy = found(await eventById(tx.db, id), 'event')
  // The programme may be another by now: the copy serves the measure of the one in force.
  await changeEvent(tx, id, copy.version, { ...(await wholeInput(tx.db, copy)), measures })
  return id
}

function newEvent(
  date: MemorialDate,
  day: CivilDate,
  unitId: UnitId | null,
  measures: readonly MeasureId[],
): EventInput {
  return {
    ...PLAIN_EVENT,
    kind: 'commemoration',
    title: date.title,
    titleEn: date.titleEn,
    unitId,
    measures,
    days: [
      {
        ...PLAIN_DAY,
        day,
        starts: date.starts,
        place: texts.uk.placeLater,
      },
    ],
  }
}

/** The days chosen, of this year and others, become the term of the measure: the programme itself gives none. */
export function setTermOfMeasure(ctx: Context): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeepMemorials(tx.actor), 'memorialYear.term')
    const programme = found(await activeProgramme(tx.db, tx.today), 'programme')
    const [measureId] = await measuresFor(tx)
    if (measureId === undefined) return accept(refuse('no_measure'))
    const days = await store.keptDays(tx.db, programme.period.from, programme.period.to)
    if (days.length === 0) accept(refuse('nothing_kept'))
    await setSchedule(tx, {
      measureId,
      how: 'dates',
      dates: days.join('\n'),
      reason: texts.uk.termReason,
    })
  })
}

export function yearOf(text: string, today: CivilDate): number {
  const year = Number(text)
  return Number.isInteger(year) && year >= 1991 && year <= 2200 ? year : today.year
}
