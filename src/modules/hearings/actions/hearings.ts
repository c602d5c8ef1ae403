/** A hearing from the initiative to its end. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import {
  type EventId,
  type EventInput,
  eventById,
  makeEvent,
  PLAIN_DAY,
  PLAIN_EVENT,
} from '../../events/index.ts'
import type { DraftId } from '../../programmes/index.ts'
import { mayKeepHearings } from '../policy.ts'
import { checkNotice } from '../rules/notice.ts'
import {
  acceptInitiative,
  decideHearing,
  isEditable,
  needsSignatures,
  step,
  wrongHearing,
} from '../rules/state.ts'
import * as store from '../store/hearings.ts'
import * as parts from '../store/parts.ts'
import { texts } from '../texts/index.ts'
import type { DecisionInput, Hearing, HearingId, HearingInput } from '../types.ts'
import { checkTerm, decisionTerm, followUps, noticeTerm, signaturesNeeded } from './terms.ts'

export const subject = (id: HearingId) => ({ type: 'hearing', id })

const factsOf = ({ receivedOn, ...rest }: HearingInput) => ({
  ...rest,
  receivedOn: receivedOn?.toString() ?? null,
})

async function termsOf(tx: Tx, input: HearingInput) {
  const day = input.receivedOn ?? tx.today
  return {
    check: input.receivedOn ? await checkTerm(tx.db, input.receivedOn) : null,
    signaturesNeeded: needsSignatures(input) ? await signaturesNeeded(tx.db, day) : null,
  }
}

/** An initiative came in. */
export function receiveHearing(ctx: Context, input: HearingInput): Promise<HearingId> {
  return transact(ctx, async (tx) => {
    permit(mayKeepHearings(tx.actor), 'hearing.receive')
    accept(wrongHearing(input, tx.today))
    const id = newId<'hearing'>()
    await store.insertHearing(tx, id, input, {
      state: 'received',
      draftId: null,
      ...(await termsOf(tx, input)),
    })
    audit(tx, 'hearing.receive', subject(id), { after: factsOf(input) })
    return id
  })
}

/** Follows a draft that appeared: the law makes a hearing of it obligatory. The person who began the draft is not asked. */
export async function proposeHearing(
  tx: Tx,
  draft: { readonly draftId: DraftId; readonly title: string },
): Promise<void> {
  const id = newId<'hearing'>()
  const input: HearingInput = {
    title: texts.uk.proposedTitle(draft.title).slice(0, 300),
    titleEn: null,
    subject: 'programme',
    territory: null,
    ground: texts.uk.proposedGround,
    initiatorKind: 'system',
    initiator: null,
    organisationId: null,
    receivedOn: null,
  }
  await store.insertHearing(tx, id, input, {
    state: 'proposed',
    draftId: draft.draftId,
    check: null,
    signaturesNeeded: null,
  })
  audit(tx, 'hearing.propose', subject(id), { after: { draft: draft.draftId } })
}

/** @throws Conflict when somebody changed it since `seen` */
export async function locked(
  tx: Tx,
  id: HearingId,
  seen: number | null,
  permission: string,
): Promise<Hearing> {
  permit(mayKeepHearings(tx.actor), permission)
  const hearing = found(await store.lockHearing(tx.db, id), 'hearing')
  if (seen !== null && hearing.version !== seen) throw new Conflict('hearing')
  return hearing
}

export function changeHearing(ctx: Context, id: HearingId, seen: number, input: HearingInput): Promise<void> {
  return transact(ctx, async (tx) => {
    const before = await locked(tx, id, seen, 'hearing.edit')
    if (!isEditable(before.state)) accept(refuse('wrong_state', { state: before.state }))
    accept(wrongHearing(input, tx.today))
    await store.updateHearing(tx, before, input, await termsOf(tx, input))
    audit(tx, 'hearing.edit', subject(id), { after: factsOf(input) })
  })
}

export function acceptHearing(ctx: Context, id: HearingId, seen: number): Promise<void> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, seen, 'hearing.accept')
    const sheets = await parts.sheetsOf(tx.db, id)
    const state = accept(acceptInitiative(hearing, sheets))
    await store.saveState(tx, hearing, state, null)
    audit(tx, 'hearing.accept', subject(id), { before: { state: hearing.state }, after: { state } })
  })
}

/** Of an initiative: refused, with the reason; of what the system proposed: set aside. */
export function declineHearing(ctx: Context, id: HearingId, seen: number, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, seen, 'hearing.decline')
    const state = accept(step(hearing.state, hearing.state === 'proposed' ? 'setAside' : 'refuse'))
    await store.saveState(tx, hearing, state, reason)
    audit(tx, 'hearing.decline', subject(id), { before: { state: hearing.state }, after: { state }, reason })
  })
}

export type Call = {
  readonly day: CivilDate
  readonly starts: string
  readonly place: string
  readonly address: string | null
  readonly unitId: UnitId | null
  readonly shortNoticeReason: string | null
}

/** Names day and place: the event is made, and everything that an event has. */
export function callHearing(ctx: Context, id: HearingId, seen: number, call: Call): Promise<EventId> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, seen, 'hearing.call')
    accept(step(hearing.state, 'call'))
    const notice = await noticeTerm(tx.db, call.day)
    const late = checkNotice(notice.due, tx.today, call.shortNoticeReason)
    if (late) accept(late)
    const eventId = await makeEvent(tx, eventOf(hearing, call))
    const inTime = checkNotice(notice.due, tx.today, null) === null
    await store.saveCalled(tx, hearing, eventId, inTime ? null : call.shortNoticeReason)
    audit(tx, 'hearing.call', subject(id), {
      after: { event: eventId, day: call.day.toString(), lastNotice: notice.due.toString() },
      ...(call.shortNoticeReason === null ? {} : { reason: call.shortNoticeReason }),
    })
    return eventId
  })
}

function eventOf(hearing: Hearing, call: Call): EventInput {
  return {
    ...PLAIN_EVENT,
    kind: 'publicHearing',
    title: hearing.title,
    titleEn: hearing.titleEn,
    purpose: hearing.ground,
    unitId: call.unitId,
    days: [
      {
        ...PLAIN_DAY,
        day: call.day,
        starts: call.starts,
        place: call.place,
        address: call.address,
      },
    ],
    photoConsent: true,
    participation: 'registration',
    questionsOpen: true,
  }
}

/** Follows the event: from its last day the term of the decision runs. */
export async function hearingHeld(tx: Tx, { id }: { readonly id: EventId }): Promise<void> {
  const known = await store.hearingOfEvent(tx.db, id)
  const hearing = known && (await store.lockHearing(tx.db, known.id))
  if (hearing?.state !== 'called') return
  const event = found(await eventById(tx.db, id), 'event')
  await store.saveHeld(tx, hearing, event.lastDay, await decisionTerm(tx.db, event.lastDay))
  audit(tx, 'hearing.hold', subject(hearing.id), { after: { heldOn: event.lastDay.toString() } })
}

/** Follows the event: a hearing whose event is cancelled may be called again. */
export async function hearingCancelled(
  tx: Tx,
  { id, reason }: { readonly id: EventId; readonly reason: string },
): Promise<void> {
  const known = await store.hearingOfEvent(tx.db, id)
  const hearing = known && (await store.lockHearing(tx.db, known.id))
  if (hearing?.state !== 'called') return
  const state = hearing.initiatorKind === 'system' ? 'proposed' : accept(step(hearing.state, 'uncall'))
  await store.saveUncalled(tx, hearing, state, reason)
  audit(tx, 'hearing.uncall', subject(hearing.id), { after: { state }, reason })
}

/** The decision with its reasons; from its day what becomes of it is told after 3, 6 and 12 months. */
export function recordDecision(
  ctx: Context,
  id: HearingId,
  seen: number,
  decision: DecisionInput,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, seen, 'hearing.decide')
    accept(decideHearing(hearing, await parts.proposalsOf(tx.db, id), decision.on, tx.today))
    await store.saveDecision(tx, hearing, decision)
    await parts.insertFollowUps(tx.db, id, followUps(decision.on))
    audit(tx, 'hearing.decide', subject(id), { after: { ...decision, on: decision.on.toString() } })
  })
}

/** What became of it by now. After the last one it is closed. */
export function recordFollowUp(ctx: Context, id: HearingId, months: number, note: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const hearing = await locked(tx, id, null, 'hearing.followUp')
    const all = await parts.followUpsOf(tx.db, id)
    const one = found(
      all.find((f) => f.months === months),
      'follow-up',
    )
    if (hearing.state !== 'decided' || one.doneOn !== null)
      accept(refuse('wrong_state', { state: hearing.state }))
    await parts.saveFollowUp(tx, id, months, note, nameOf(tx))
    audit(tx, 'hearing.followUp', subject(id), { after: { months, note } })
    if (all.every((f) => f.months === months || f.doneOn !== null)) {
      await store.saveState(tx, hearing, accept(step(hearing.state, 'close')), null)
      audit(tx, 'hearing.close', subject(id), {})
    }
  })
}

export function nameOf(tx: Tx): string {
  return tx.actor.kind === 'staff' ? tx.actor.name : ''
}
