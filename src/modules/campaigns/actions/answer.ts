/** What an organisation answers: by its link, or on the telephone and on paper by the hand of a clerk. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { hashSecret, newId } from '../../../platform/random.ts'
import { type Change, markVerified, proposeChange, withdrawProposal } from '../../organisations/index.ts'
import { mayRunChecks } from '../policy.ts'
import { correctionsOf, type Typed, wrongWith } from '../rules/correction.ts'
import { mayAnswerByLink, step } from '../rules/standing.ts'
import * as store from '../store/answers.ts'
import { lockCampaign } from '../store/campaigns.ts'
import * as invitations from '../store/invitations.ts'
import { registered } from '../store/registered.ts'
import { texts } from '../texts/index.ts'
import type { AnswerKind, AnswerWay, Campaign, Invitation, InvitationId } from '../types.ts'
import { nameOf } from './who.ts'

export type AnswerInput = {
  /** Who answers for the organisation. */
  readonly name: string
  readonly post: string
  /** The version of the organisation that was looked at. */
  readonly seen: number
  /** Null: everything is true as it stands. */
  readonly typed: Typed | null
  readonly note: string | null
}

/** Whoever has the link speaks for the organisation until the term; so it says nothing but of that one. */
export function answerByLink(ctx: Context, secret: string, input: AnswerInput): Promise<AnswerKind> {
  return transact(ctx, async (tx) => {
    const asked = await invitations.invitationByHash(tx.db, 'secret_hash', hashSecret(secret))
    const { campaign, invitation } = await lock(tx, found(asked, 'invitation').id)
    accept(mayAnswerByLink(campaign, tx.today))
    return record(tx, campaign, invitation, 'link', input)
  })
}

export function answerByClerk(
  ctx: Context,
  id: InvitationId,
  way: Exclude<AnswerWay, 'link'>,
  input: AnswerInput,
): Promise<AnswerKind> {
  return transact(ctx, async (tx) => {
    permit(mayRunChecks(tx.actor), 'campaign.answer')
    const { campaign, invitation } = await lock(tx, id)
    accept(step(campaign.state, 'answer'))
    return record(tx, campaign, invitation, way, input)
  })
}

async function lock(
  tx: Tx,
  id: InvitationId,
): Promise<{ readonly campaign: Campaign; readonly invitation: Invitation }> {
  const invitation = found(await invitations.lockInvitation(tx.db, id), 'invitation')
  return { invitation, campaign: found(await lockCampaign(tx.db, invitation.campaignId), 'campaign') }
}

/** A new answer stands in the place of the one before; what that proposed and nobody decided is taken back. */
async function record(
  tx: Tx,
  campaign: Campaign,
  invitation: Invitation,
  way: AnswerWay,
  input: AnswerInput,
): Promise<AnswerKind> {
  const now = found(await registered(tx.db, invitation.organisationId), 'organisation')
  const organisationId = now.id
  if (now.version !== input.seen) throw new Conflict('organisation')
  if (input.typed !== null) accept(wrongWith(input.typed))
  const consent = { on: tx.today.toString(), ref: campaign.title }
  const changes: readonly Change[] = input.typed === null ? [] : correctionsOf(now, input.typed, consent)
  if (input.typed !== null && changes.length === 0 && input.note === null) accept(refuse('nothing_corrected'))
  const kind: AnswerKind = input.typed === null ? 'confirmed' : 'corrected'
  const before = await store.latestProposal(tx.db, invitation.id)
  if (before.proposalId !== null) await withdrawProposal(tx, before.proposalId, texts.uk.replaced)
  const proposalId =
    changes.length === 0
      ? null
      : await proposeChange(tx, {
          organisationId,
          source: { kind: 'check', ref: campaign.title, on: tx.today },
          note: input.note,
          changes,
        })
  if (kind === 'confirmed') await markVerified(tx, organisationId, { on: tx.today, by: 'check' })
  await store.insertAnswer(tx, newId<'answer'>(), invitation.id, {
    number: before.number + 1,
    kind,
    way,
    name: input.name,
    post: input.post,
    note: input.note,
    consent: input.typed?.consent ?? false,
    changes,
    proposalId,
    recordedBy: way === 'link' ? null : nameOf(tx.actor),
  })
  await invitations.markAnswered(tx, invitation.id, kind)
  if (invitation.ceased) await invitations.markCeased(tx.db, invitation.id, false)
  // Without the name of who answered: the record keeps for ever what it is told.
  audit(
    tx,
    'campaign.answer',
    { type: 'invitation', id: invitation.id },
    { after: { kind, way, post: input.post, changes: changes.length, number: before.number + 1 } },
  )
  return kind
}

/** That the link was opened is noted once. */
export function noteOpened(ctx: Context, id: InvitationId): Promise<void> {
  return transact(ctx, async (tx) => {
    if (await invitations.markOpened(tx, id)) audit(tx, 'campaign.linkOpened', { type: 'invitation', id }, {})
  })
}
