/** Organisations are invited and name their people. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { Letter } from '../../../platform/mail.ts'
import { newId } from '../../../platform/random.ts'
import { contactEmails, type OrganisationId, organisationsByIds } from '../../organisations/index.ts'
import { mayKeep } from '../policy.ts'
import { hasPlace, registrationInTime, take } from '../rules/registration.ts'
import { isAhead } from '../rules/state.ts'
import { daysOf } from '../store/days.ts'
import { lockEvent } from '../store/events.ts'
import * as store from '../store/invitations.ts'
import * as registrations from '../store/registrations.ts'
import { textsOf } from '../texts/index.ts'
import type { InvitationId } from '../types/invitation.ts'
import type { CityEvent, EventId } from '../types.ts'
import { holdLetters, letterText, type Sender, whenAndWhereLines } from './letters.ts'
import { address, invitationPath } from './links.ts'
import { freshCodes } from './register.ts'

const subject = (id: EventId) => ({ type: 'invitations', id })

export type Invited = { readonly invited: number; readonly letters: number }

/** Each once: who is invited already is left alone. Those without an address stand on the list to be told otherwise. */
export function inviteOrganisations(
  ctx: Context,
  sender: Sender,
  eventId: EventId,
  organisationIds: readonly OrganisationId[],
): Promise<Invited> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.invite')
    if (!isAhead(event.state)) accept(refuse('wrong_state', { state: event.state }))
    const ids = [...new Set(organisationIds)]
    if (ids.length === 0) accept(refuse('nobody_chosen', {}, 'organisations'))
    const made = await store.insertInvitations(
      tx,
      eventId,
      ids.map((organisationId) => ({ id: newId<'eventInvitation'>(), organisationId })),
    )
    const letters = await write(tx, sender, event, made, '')
    audit(tx, 'event.invite', subject(eventId), {
      after: { invited: made.length, letters, organisations: made.map((m) => m.organisationId) },
    })
    return { invited: made.length, letters }
  })
}

/** Writes again to those who have not answered. Once a day at most. */
export function inviteAgain(ctx: Context, sender: Sender, eventId: EventId): Promise<number> {
  return transact(ctx, async (tx) => {
    const event = found(await lockEvent(tx.db, eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.invite')
    if (!isAhead(event.state)) accept(refuse('wrong_state', { state: event.state }))
    const silent = (await store.invitationsOf(tx.db, eventId)).filter((i) => i.state === 'invited')
    const letters = await write(tx, sender, event, silent, tx.today.toString())
    if (letters > 0) audit(tx, 'event.invite.again', subject(eventId), { after: { letters } })
    return letters
  })
}

async function write(
  tx: Tx,
  sender: Sender,
  event: CityEvent,
  invitations: readonly { readonly id: InvitationId; readonly organisationId: OrganisationId }[],
  round: string,
): Promise<number> {
  const ids = invitations.map((i) => i.organisationId)
  const [lines, emails, days] = [
    await organisationsByIds(tx.db, ids),
    await contactEmails(tx.db, ids),
    await daysOf(tx.db, [event.id]),
  ]
  const texts = textsOf('uk').letters
  const reached = invitations.flatMap((i): { readonly id: InvitationId; readonly letter: Letter }[] => {
    const email = emails.get(i.organisationId)
    const name = lines.get(i.organisationId)?.name
    if (!email || name === undefined) return []
    const until = event.registrationUntil
    return [
      {
        id: i.id,
        letter: {
          dedupeKey: `event.invitation/${i.id}/${round}`,
          to: email,
          name,
          subject: texts.invitation.subject(event.title),
          body: letterText('uk', sender, '', [
            texts.invitation.body(name, event.title),
            event.purpose,
            `${texts.when}\n${whenAndWhereLines('uk', days)}`,
            `${texts.invitation.link}\n${address(sender, 'uk', invitationPath(sender, i.id))}`,
            until !== null && texts.invitation.until(shortDate('uk', until)),
          ]),
        },
      },
    ]
  })
  const mailing = await holdLetters(
    tx,
    'event.invitation',
    texts.mailings.invitation(event.title),
    reached.map((r) => r.letter),
  )
  await store.noteLetters(
    tx,
    reached.map((r) => r.id),
    mailing,
  )
  return reached.length
}

/** Organisations that count on the event: invited and not declined, with an address. */
export async function invitedRecipients(
  tx: Tx,
  eventId: EventId,
): Promise<{ readonly id: InvitationId; readonly name: string; readonly email: string }[]> {
  const invitations = (await store.invitationsOf(tx.db, eventId)).filter((i) => i.state !== 'declined')
  const ids = invitations.map((i) => i.organisationId)
  const [lines, emails] = [await organisationsByIds(tx.db, ids), await contactEmails(tx.db, ids)]
  return invitations.flatMap((i) => {
    const email = emails.get(i.organisationId)
    return email ? [{ id: i.id, name: lines.get(i.organisationId)?.name ?? '', email }] : []
  })
}

export type InvitationAnswer = {
  readonly state: 'accepted' | 'declined'
  readonly note: string | null
  /** Its people, by name; what stood before is replaced. */
  readonly people: readonly string[]
}

/** By the link of the letter. Answered again, the later answer counts. */
export function answerInvitation(ctx: Context, id: InvitationId, answer: InvitationAnswer): Promise<void> {
  return transact(ctx, async (tx) => {
    const { eventId } = found(await store.invitationById(tx.db, id), 'invitation')
    const event = found(await lockEvent(tx.db, eventId), 'event')
    accept(
      registrationInTime(
        { ...event, state: event.state === 'planned' ? 'announced' : event.state },
        tx.today,
      ),
    )
    const invitation = found(await store.lockInvitation(tx.db, id), 'invitation')
    const { organisationId } = invitation
    const limit = event.seatsPerOrganisation
    const names = answer.state === 'accepted' ? answer.people : []
    if (limit !== null && names.length > limit)
      accept(refuse('too_many_people', { maximum: limit }, 'people'))
    const before = await registrations.namedBy(tx.db, eventId, organisationId)
    const kept = before.filter((one) => names.includes(one.name))
    await registrations.saveStates(
      tx,
      before.filter((one) => !kept.includes(one) && one.checkedInAt === null).map((one) => one.id),
      'cancelled',
    )
    const fresh = names.filter((name) => !kept.some((one) => one.name === name))
    const taken = await registrations.takenOf(tx.db, eventId)
    const codes = await freshCodes(tx, eventId, fresh.length)
    const organisation = (await organisationsByIds(tx.db, [organisationId])).get(organisationId)?.name ?? null
    await registrations.insertRegistrations(
      tx,
      fresh.map((name, i) => {
        const comer = { organisationId, organisation }
        const place = hasPlace(event, taken, comer)
        if (place) take(taken, comer)
        return {
          ...comer,
          id: newId<'registration'>(),
          eventId,
          name,
          code: codes[i]!,
          state: place ? ('confirmed' as const) : ('waiting' as const),
          origin: 'invitation' as const,
          email: null,
          emailHash: null,
          photoConsent: null,
          answers: {},
          locale: 'uk' as const,
          expiresAt: null,
          confirmed: true,
        }
      }),
    )
    await store.saveAnswer(tx, id, answer.state, answer.note)
    audit(tx, 'event.invitation.answer', subject(eventId), {
      after: { organisation: organisationId, state: answer.state, people: names.length },
    })
  })
}

/** How an organisation without an address was told, and how many of it came. */
export function noteInvitation(
  ctx: Context,
  id: InvitationId,
  facts: { readonly attended?: number | null; readonly toldOtherwise?: string | null },
): Promise<void> {
  return transact(ctx, async (tx) => {
    const { eventId } = found(await store.invitationById(tx.db, id), 'invitation')
    const event = found(await lockEvent(tx.db, eventId), 'event')
    permit(mayKeep(tx.actor, event.unitId), 'event.invite')
    await store.saveInvitationFacts(tx, id, facts)
    audit(tx, 'event.invitation.note', subject(eventId), { after: { invitation: id, ...facts } })
  })
}
