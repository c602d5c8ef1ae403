/** Talks: offered, decided, taken from practice cards, laid into the programme. */
import { found } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { type PracticeId, practiceForTalk } from '../../practices/index.ts'
import { hasFeature } from '../rules/kinds.ts'
import { isAhead } from '../rules/state.ts'
import { type Laying, laidTalks } from '../rules/talks.ts'
import { daysOf } from '../store/days.ts'
import { lockEvent, saveCurrentItem } from '../store/events.ts'
import { itemsOf, replaceItems } from '../store/parts.ts'
import * as store from '../store/talks.ts'
import { textsOf } from '../texts/index.ts'
import type { Talk } from '../types/results.ts'
import type { EventId } from '../types.ts'
import { inviteOrganisations } from './invite.ts'
import { holdLetters, letterText, type Sender } from './letters.ts'
import { kept } from './parts.ts'

const subject = (id: EventId) => ({ type: 'event', id })

type TalkText = Pick<Talk, 'title' | 'text' | 'speaker' | 'organisation' | 'email'>

export function offerTalk(ctx: Context, id: EventId, talk: TalkText): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, id), 'event')
    if (!hasFeature(event.kind, 'callForTalks') || event.state !== 'announced') accept(refuse('talks_closed'))
    await store.insertTalk(tx, id, { ...talk, practiceId: null, state: 'offered' })
    audit(tx, 'event.talk.offer', { type: 'talks', id })
  })
}

/** By the office itself: it stands on the programme at once. */
export function addTalk(ctx: Context, id: EventId, talk: TalkText): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.talk')
    await store.insertTalk(tx, id, { ...talk, practiceId: null, state: 'accepted' })
    audit(tx, 'event.talk.add', subject(id), { after: { talk: talk.title } })
  })
}

/**
 * The organisation of the card speaks of what it did; the card's page tells the rest. It is asked by an invitation,
 * whose letter rests in the outbox.
 */
export function addPractice(
  ctx: Context,
  sender: Sender,
  id: EventId,
  practiceId: PracticeId,
): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = await kept(tx, id, 'event.talk')
    found(hasFeature(event.kind, 'practiceCards') ? true : null, 'practice cards')
    const card = found(await practiceForTalk(tx.db, practiceId), 'practice')
    const known = await store.talksOf(tx.db, id)
    if (known.some((talk) => talk.practiceId === practiceId && talk.state === 'accepted')) return
    await store.insertTalk(tx, id, {
      title: card.title,
      text: card.result ?? '',
      speaker: card.organisationName,
      organisation: card.organisationName,
      email: null,
      practiceId,
      state: 'accepted',
    })
    audit(tx, 'event.talk.add', subject(id), { after: { talk: card.title } })
    if (isAhead(event.state)) await inviteOrganisations(tx, sender, id, [card.organisationId])
  })
}

/** Accepted talks one after another, behind what the programme has; those that stand there already stay. */
export function layTalks(
  ctx: Context,
  id: EventId,
  laying: Laying & { readonly talks: readonly Talk['id'][] },
): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'event.agenda')
    if (laying.talks.length === 0) accept(refuse('no_talks', {}, 'talks'))
    const days = await daysOf(tx.db, [id])
    const chosen = (await store.talksOf(tx.db, id)).filter(
      (talk) => talk.state === 'accepted' && laying.talks.includes(talk.id),
    )
    const items = laidTalks(await itemsOf(tx.db, id), days, chosen, laying)
    await replaceItems(tx.db, id, items)
    await saveCurrentItem(tx, id, null)
    audit(tx, 'event.agenda', subject(id), { after: { items: items.map((i) => i.title) } })
  })
}

/** An offered talk goes onto the programme or not; who offered it is told. */
export function decideTalk(
  ctx: Context,
  sender: Sender,
  id: EventId,
  talkId: Talk['id'],
  decision: { readonly state: 'accepted' | 'refused'; readonly reason: string | null },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const event = await kept(tx, id, 'event.talk')
    if (decision.state === 'refused' && decision.reason === null)
      accept(refuse('reason_needed', {}, 'reason'))
    const talk = found(await store.saveTalk(tx.db, id, talkId, decision.state, decision.reason), 'talk')
    const t = textsOf('uk').letters
    if (talk.email !== null)
      await holdLetters(tx, 'event.talk', t.talk.subject(talk.title), [
        {
          dedupeKey: `event.talk/${talk.id}/${decision.state}/${tx.now}`,
          to: talk.email,
          name: talk.speaker,
          subject: t.talk.subject(talk.title),
          body: letterText('uk', sender, talk.speaker, [
            t.talk[decision.state](talk.title, event.title),
            decision.reason !== null && t.reason(decision.reason),
          ]),
        },
      ])
    audit(tx, 'event.talk', subject(id), { after: { talk: talk.title, state: decision.state } })
  })
}
