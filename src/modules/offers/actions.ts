/** What happens to an offer: sent, taken into the calendar, returned, withdrawn. */
import { Conflict, Forbidden, found, permit } from '../../kernel/errors.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import { audit } from '../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../platform/context.ts'
import type { House } from '../../platform/house.ts'
import { hold } from '../../platform/mail.ts'
import { newId } from '../../platform/random.ts'
import { measuresOfProgramme } from '../duties/index.ts'
import {
  addHost,
  announceEvent,
  type EventId,
  type EventInput,
  KINDS,
  makeEvent,
  PLAIN_EVENT,
  type Sender,
} from '../events/index.ts'
import { activeProgramme, type MeasureId } from '../programmes/index.ts'
import { isSilent, silenceNow } from '../publications/index.ts'
import { speakersOf } from '../representatives/index.ts'
import { mayDecideOffers, mayOffer } from './policy.ts'
import { step, wrongWith } from './rules/offer.ts'
import * as store from './store.ts'
import { type Fate, fateLetter } from './texts/letters.ts'
import type { Offer, OfferContent, OfferId, OfferVerb, OrganisationId, ReturnReason } from './types.ts'

export const OFFER_KIND = 'event.offer'

type Seen = { readonly id: OfferId; readonly version: number }
type At = Pick<House, 'baseUrl' | 'city'>

const subject = (id: OfferId) => ({ type: 'eventOffer', id })

export function sendOffer(
  ctx: Context,
  input: { readonly organisationId: OrganisationId; readonly content: OfferContent },
): Promise<OfferId> {
  return transact(ctx, async (tx) => {
    permit(mayOffer(tx.actor, input.organisationId), 'offer.send')
    accept(wrongWith(input.content, tx.today))
    const id = newId<'eventOffer'>()
    await store.insertOffer(tx, { id, ...input, authorId: author(tx) })
    audit(tx, 'offer.send', subject(id), { after: { organisation: input.organisationId, ...facts(input) } })
    return id
  })
}

/** Mended after a return, or changed while nobody has decided. */
export function sendOfferAgain(ctx: Context, seen: Seen, content: OfferContent): Promise<void> {
  return transact(ctx, async (tx) => {
    const { offer } = await own(tx, seen.id, 'send')
    if (offer.version !== seen.version) throw new Conflict('offer')
    accept(wrongWith(content, tx.today))
    await store.sendAgain(tx, offer, author(tx), content)
    audit(tx, 'offer.send', subject(offer.id), {
      before: facts({ content: offer }),
      after: facts({ content }),
    })
  })
}

export function withdrawOffer(ctx: Context, id: OfferId): Promise<void> {
  return transact(ctx, async (tx) => {
    const { offer, state } = await own(tx, id, 'withdraw')
    await store.saveFate(tx, offer, { ...offer, state })
    audit(tx, 'offer.withdraw', subject(id), { before: { state: offer.state } })
  })
}

export type Acceptance = {
  readonly unitId: EventInput['unitId']
  /** For the measure that its kind serves. */
  readonly counts: boolean
  /** Visitors see it at once; else it waits among the planned ones. */
  readonly announce: boolean
}

/** It becomes an event, with the organisation as its host. */
export function acceptOffer(ctx: Context, house: At & Sender, seen: Seen, how: Acceptance): Promise<EventId> {
  return transact(ctx, async (tx) => {
    const { offer, state } = await begun(tx, seen, 'accept')
    accept(wrongWith(offer, tx.today))
    if (how.announce) await notInSilence(tx, offer)
    const measure = how.counts ? await measureOf(tx, offer.kind) : null
    const eventId = await makeEvent(tx, eventOf(offer, how, measure ? [measure.id] : []))
    await addHost(tx, eventId, { organisationId: offer.organisationId, role: 'host' })
    if (how.announce) await announceEvent(tx, house, eventId)
    await store.saveFate(tx, offer, { state, eventId, reason: null, words: null })
    audit(tx, 'offer.accept', subject(offer.id), {
      before: { state: offer.state },
      after: { event: eventId, announced: how.announce, measure: measure?.number ?? null },
    })
    await tellAuthor(tx, house, offer, { kind: how.announce ? 'announced' : 'planned', eventId })
    return eventId
  })
}

export function returnOffer(
  ctx: Context,
  house: At,
  seen: Seen,
  why: { readonly reason: ReturnReason; readonly words: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const { offer, state } = await begun(tx, seen, 'return')
    await store.saveFate(tx, offer, { state, eventId: null, ...why })
    audit(tx, 'offer.return', subject(offer.id), {
      before: { state: offer.state },
      after: { reason: why.reason },
      reason: why.words,
    })
    await tellAuthor(tx, house, offer, { kind: 'returned', ...why })
  })
}

/** The measure of the programme in force that events of this kind serve. */
export async function measureOf(
  ctx: Context,
  kind: Offer['kind'],
): Promise<{ readonly id: MeasureId; readonly number: string; readonly title: string } | null> {
  const { measure: number } = KINDS[kind]
  const programme = number === null ? null : await activeProgramme(ctx.db, ctx.today)
  if (!programme) return null
  return (await measuresOfProgramme(ctx.db, programme.id)).find((m) => m.number === number) ?? null
}

async function begun(tx: Tx, seen: Seen, verb: OfferVerb) {
  permit(mayDecideOffers(tx.actor), `offer.${verb}`)
  const offer = found(await store.lockOffer(tx.db, seen.id), 'offer')
  const state = accept(step(offer.state, verb))
  if (offer.version !== seen.version) throw new Conflict('offer')
  return { offer, state }
}

/** Whose it is not may not know that there is one. */
async function own(tx: Tx, id: OfferId, verb: OfferVerb) {
  const known = await store.lockOffer(tx.db, id)
  const offer = found(known && mayOffer(tx.actor, known.organisationId) ? known : null, 'offer')
  return { offer, state: accept(step(offer.state, verb)) }
}

function author(tx: Tx) {
  if (tx.actor.kind !== 'representative') throw new Forbidden('offer.send')
  return tx.actor.id
}

function facts({ content }: { readonly content: OfferContent }) {
  const { title, kind, day, starts, ends, mode, place } = content
  return { title, kind, day: [day, starts, ends].filter(Boolean).join(' '), mode, place }
}

async function notInSilence(tx: Tx, offer: Offer): Promise<void> {
  const silence = await silenceNow(tx.db, tx.today)
  if (silence && isSilent(offer.organisationKind, [silence], tx.today))
    accept(refuse('silence', { title: silence.title, to: silence.to.toString() }, 'announce'))
}

function eventOf(offer: Offer, how: Acceptance, measures: readonly MeasureId[]): EventInput {
  const { kind, title, purpose, day, starts, ends, mode, place, address, link } = offer
  const nowhere = { districtId: null, latitude: null, longitude: null }
  return {
    ...PLAIN_EVENT,
    kind,
    title,
    purpose,
    unitId: how.unitId,
    measures,
    days: [{ id: null, day, starts, ends, title: null, mode, place, address, link, ...nowhere }],
  }
}

/** To the author, while that person speaks for the organisation; the cabinet of the others shows it. */
async function tellAuthor(tx: Tx, house: At, offer: Offer, fate: Fate): Promise<void> {
  const speakers = await speakersOf(tx.db, [offer.organisationId], tx.today)
  const one = speakers.get(offer.organisationId)?.find((s) => s.id === offer.authorId)
  if (!one) return
  const text = fateLetter(one.locale, house, offer, fate)
  await hold(tx, {
    kind: OFFER_KIND,
    title: text.subject,
    messages: [
      {
        dedupeKey: `${OFFER_KIND}/${offer.id}/${offer.version}`,
        to: one.email,
        name: one.name,
        ...text,
      },
    ],
  })
}
