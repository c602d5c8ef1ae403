/** What an event gave: results, the evidence of them, closing. */
import { found, permit } from '../../../kernel/errors.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import { accept, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { recordEvidence } from '../../duties/index.ts'
import { organisationsByIds } from '../../organisations/index.ts'
import { indicatorsOf, type MeasureId, programmes } from '../../programmes/index.ts'
import { additionsOf, type ClosingGap, eventSummedUp } from '../events.ts'
import { mayKeep } from '../policy.ts'
import { closingRefusals, missingFor, type Standing } from '../rules/closing.ts'
import { type EventFigures, factOfIndicator } from '../rules/indicator.ts'
import { daysOf, measuresOfEvent, type Reader } from '../store/days.ts'
import * as store from '../store/events.ts'
import { organisationsThatCame } from '../store/participants.ts'
import { openQuestionCount } from '../store/questions.ts'
import { attendanceOf } from '../store/registrations.ts'
import { photosOf, recommendationsOf } from '../store/results.ts'
import { sharesOf } from '../store/shares.ts'
import { placeOf } from '../texts/names.ts'
import type { CityEvent, EventId } from '../types.ts'
import type { Sender } from './letters.ts'
import { EVIDENCE_MODULE, move } from './state.ts'

const subject = (id: EventId) => ({ type: 'event', id })

export type ResultsInput = {
  readonly summary: string | null
  readonly summaryEn: string | null
  readonly resolution: string | null
  readonly recordingLink: string | null
  readonly cost: Kopiykas | null
}

/** Kept as they are; a summed-up event's evidence follows them. */
export function saveResults(
  ctx: Context,
  sender: Pick<Sender, 'baseUrl'>,
  id: EventId,
  results: ResultsInput,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = found(await store.lockEvent(tx.db, id), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.results')
    if (event.state !== 'held' && event.state !== 'summedUp')
      accept(refuse('wrong_state', { state: event.state }))
    await store.saveResults(tx, event, results)
    audit(tx, 'event.results', subject(id), { after: { ...results } })
    if (event.state === 'summedUp') await sumUpAgain(tx, sender, id)
  })
}

/** From now on visitors read the results, and the duties of its measures have their evidence. */
export function sumUpEvent(
  ctx: Context,
  sender: Pick<Sender, 'baseUrl'>,
  id: EventId,
  results: ResultsInput,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = found(await store.lockEvent(tx.db, id), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.sumUp')
    if (results.summary === null) accept(refuse('required', {}, 'summary'))
    await store.saveResults(tx, event, results)
    audit(tx, 'event.results', subject(id), { after: { ...results } })
    await move(tx, id, 'sumUp', null)
    await sumUpAgain(tx, sender, id)
  })
}

/** Brings the evidence up to what the event says now. */
async function sumUpAgain(tx: Tx, sender: Pick<Sender, 'baseUrl'>, id: EventId): Promise<void> {
  const event = found(await store.eventById(tx.db, id), 'event')
  const measures = await measuresOfEvent(tx.db, id)
  if (measures.length > 0) await writeEvidence(tx, sender, event, measures)
  await eventSummedUp.happened(tx, { id, kind: event.kind, unitId: event.unitId })
}

async function writeEvidence(
  tx: Tx,
  sender: Pick<Sender, 'baseUrl'>,
  event: CityEvent,
  measures: Awaited<ReturnType<typeof measuresOfEvent>>,
): Promise<void> {
  const [days, attendance, came] = [
    await daysOf(tx.db, [event.id]),
    await attendanceOf(tx.db, event.id),
    await organisationsThatCame(tx.db, event.id),
  ]
  const lines = await organisationsByIds(tx.db, came.ids)
  const work = (await sharesOf(tx.db, event.id)).filter((s) => s.state === 'done')
  const details = []
  for (const addition of additionsOf(event.kind)) details.push(await addition.evidence?.(tx, event))
  const told = details.filter((d) => d !== undefined)
  const places = [...new Set(days.map((d) => placeOf('uk', d)).filter((place) => place !== ''))]
  const organisations = [
    ...came.ids.map((id) => lines.get(id)?.name ?? ''),
    ...came.names,
    ...told.flatMap((d) => d.organisations ?? []),
  ].filter((name) => name !== '')
  const cost = event.cost ?? told.find((d) => d.cost !== undefined)?.cost ?? null
  await recordEvidence(tx, {
    source: { module: EVIDENCE_MODULE, id: event.id },
    unitId: event.unitId,
    kind: 'event',
    title: event.title,
    happenedFrom: event.firstDay,
    happenedTo: event.lastDay.equals(event.firstDay) ? null : event.lastDay,
    place: places.length === 0 ? null : places.join('; ').slice(0, 300),
    result: [event.summary, ...told.map((d) => d.result)].filter(Boolean).join('\n') || null,
    participants: attendance.checkedIn + attendance.counted,
    organisations: [...new Set(organisations)],
    cost,
    link: `${sender.baseUrl}/events/${event.id}`,
    publication: null,
    measures,
    together: work.flatMap((s) => s.unitId ?? []),
    indicators: await indicatorFacts(tx, measures, {
      participants: attendance.checkedIn + attendance.counted,
      organisations: new Set(organisations).size,
    }),
  })
}

/** What the event adds to the indicators of its measures, as far as their units tell it. */
async function indicatorFacts(tx: Tx, measures: readonly MeasureId[], figures: EventFigures) {
  const all = await Promise.all((await programmes(tx.db)).map((p) => indicatorsOf(tx.db, p.id)))
  return all
    .flat()
    .filter((i) => measures.includes(i.measureId))
    .flatMap((i) => {
      const fact = factOfIndicator(i, figures)
      return fact === null ? [] : [{ id: i.id, fact }]
    })
}

export type ClosingView = {
  /** Needs of the kind that are not met. */
  readonly missing: readonly string[]
  /** Gaps that modules above named, with where they are mended. */
  readonly gaps: readonly ClosingGap[]
}

/** What closing would ask for now. */
export async function closingOf(db: Reader, event: CityEvent): Promise<ClosingView> {
  const [attendance, came, photos, openQuestions, recommendations] = [
    await attendanceOf(db, event.id),
    await organisationsThatCame(db, event.id),
    await photosOf(db, event.id),
    await openQuestionCount(db, event.id),
    await recommendationsOf(db, event.id),
  ]
  const standing: Standing = {
    participants: attendance.checkedIn + attendance.counted,
    organisations: came.ids.length + came.names.length,
    photos: photos.length,
    openQuestions,
    recommendations: recommendations.map((r) => r.state),
  }
  const gaps: ClosingGap[] = []
  for (const addition of additionsOf(event.kind)) gaps.push(...((await addition.closing?.(db, event)) ?? []))
  return { missing: missingFor(event, standing), gaps }
}

/** @param reasons for what is missing, by need */
export function closeEvent(
  ctx: Context,
  id: EventId,
  reasons: Readonly<Record<string, string>>,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = found(await store.lockEvent(tx.db, id), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.close')
    const { missing, gaps } = await closingOf(tx.db, event)
    const needed = [...missing, ...gaps.map((gap) => gap.key)]
    const wrong: Refusal[] = closingRefusals(needed, reasons)
    if (wrong.length > 0) accept(wrong)
    const waived = Object.fromEntries(needed.map((need) => [need, reasons[need] ?? '']))
    await store.saveWaived(tx, id, waived)
    await move(tx, id, 'close', null)
    if (needed.length > 0) audit(tx, 'event.waive', subject(id), { after: waived })
  })
}

export function reopenEvent(ctx: Context, id: EventId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = found(await store.lockEvent(tx.db, id), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.reopen')
    await move(tx, id, 'reopen', null)
    audit(tx, 'event.reopen.reason', subject(id), { reason })
  })
}
