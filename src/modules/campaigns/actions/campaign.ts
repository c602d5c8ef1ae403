/** A campaign from its draft to its opening, and its term. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { newId } from '../../../platform/random.ts'
import { contactEmails } from '../../organisations/index.ts'
import { hashesOf, secretsOf } from '../credentials.ts'
import { mayRunChecks } from '../policy.ts'
import { wrongWithTemplate } from '../rules/letter.ts'
import { wrongWithSettings } from '../rules/settings.ts'
import { type CampaignVerb, extended, step } from '../rules/standing.ts'
import * as store from '../store/campaigns.ts'
import { insertInvitations, markPosted } from '../store/invitations.ts'
import * as letters from '../store/letters.ts'
import { toBeAsked } from '../store/registered.ts'
import type { Campaign, CampaignId, CampaignSettings, InvitationId } from '../types.ts'
import { termFrom } from './term.ts'
import { nameOf } from './who.ts'

/** Name of the job that writes letters into the outbox. */
export const LETTERS_JOB = 'campaigns.letters'

export function createCampaign(ctx: Context, settings: CampaignSettings): Promise<CampaignId> {
  return transact(ctx, async (tx) => {
    permit(mayRunChecks(tx.actor), 'campaign.create')
    accept(wrongWithSettings(settings, tx.today))
    const id = newId<'campaign'>()
    await store.insertCampaign(tx, id, settings, nameOf(tx.actor))
    audit(tx, 'campaign.create', { type: 'campaign', id }, { after: factsOf(settings) })
    return id
  })
}

export function editCampaign(
  ctx: Context,
  id: CampaignId,
  input: { readonly version: number; readonly settings: CampaignSettings },
): Promise<void> {
  return change(ctx, id, 'edit', async (tx, campaign) => {
    if (campaign.version !== input.version) throw new Conflict('campaign')
    accept(wrongWithSettings(input.settings, tx.today))
    await store.updateSettings(tx.db, campaign, input.settings)
    audit(
      tx,
      'campaign.edit',
      { type: 'campaign', id },
      { before: factsOf(campaign), after: factsOf(input.settings) },
    )
  })
}

/**
 * Asks everybody whom the registry holds today; letters are written by the job.
 * @param key of the installation for links and codes
 */
export function openCampaign(ctx: Context, id: CampaignId, key: Buffer): Promise<void> {
  return change(ctx, id, 'open', async (tx, campaign) => {
    if ((await store.openedInYear(tx.db, campaign.year)) !== null)
      accept(refuse('year_taken', { year: campaign.year }))
    accept(wrongWithSettings(campaign, tx.today))
    const asked = await toBeAsked(tx.db, campaign.kinds, campaign.states)
    if (asked.length === 0) accept(refuse('nobody_to_ask'))
    const { term, explanation } = accept(await termFrom(tx.db, tx.today, campaign.term))
    const emails = await contactEmails(
      tx.db,
      asked.map((o) => o.id),
    )
    const rows = asked.map((o) => {
      const invitation = newId<'invitation'>()
      return {
        id: invitation,
        organisationId: o.id,
        kind: o.kind,
        name: o.name,
        email: emails.get(o.id) ?? null,
        ...hashesOf(secretsOf(key, invitation)),
      }
    })
    await store.markOpen(tx.db, campaign, { on: tx.today, term, explanation })
    await insertInvitations(tx.db, id, rows)
    const byMail = rows.filter((row) => row.email !== null).map((row) => row.id)
    await startWave(tx, campaign, { subject: campaign.letterSubject, body: campaign.letterBody }, byMail)
    audit(
      tx,
      'campaign.open',
      { type: 'campaign', id },
      { after: { asked: rows.length, byMail: byMail.length, term: term.toString() } },
    )
  })
}

/** Writes to those who have not answered; what it says may differ from the template. */
export function remind(
  ctx: Context,
  id: CampaignId,
  letter: { readonly subject: string; readonly body: string },
): Promise<void> {
  return change(ctx, id, 'remind', async (tx, campaign) => {
    accept(wrongWithTemplate(letter.body, 'body'))
    const to = await letters.toBeReminded(tx.db, id)
    if (to.length === 0) accept(refuse('nobody_to_remind'))
    await startWave(tx, campaign, letter, to)
    audit(tx, 'campaign.remind', { type: 'campaign', id }, { after: { letters: to.length } })
  })
}

async function startWave(
  tx: Tx,
  campaign: Campaign,
  letter: { readonly subject: string; readonly body: string },
  to: readonly InvitationId[],
): Promise<void> {
  const wave = {
    id: newId<'wave'>(),
    campaignId: campaign.id,
    number: (await letters.lastWave(tx.db, campaign.id)) + 1,
    ...letter,
    by: nameOf(tx.actor),
  }
  await letters.insertWave(tx, wave, to)
  if (to.length > 0) await enqueue(tx, LETTERS_JOB, {}, { key: LETTERS_JOB })
}

/** Paper letters were handed to the post. */
export function postLetters(ctx: Context, id: CampaignId, on: CivilDate): Promise<void> {
  return change(ctx, id, 'post', async (tx) => {
    const posted = await markPosted(tx.db, id, on)
    if (posted === 0) accept(refuse('nothing_to_post'))
    audit(tx, 'campaign.post', { type: 'campaign', id }, { after: { letters: posted, on: on.toString() } })
  })
}

export function extendTerm(
  ctx: Context,
  id: CampaignId,
  input: { readonly term: CivilDate; readonly reason: string },
): Promise<void> {
  return change(ctx, id, 'extend', async (tx, campaign) => {
    const term = accept(extended(campaign, input.term, tx.today))
    await store.moveTerm(tx.db, campaign, term)
    audit(
      tx,
      'campaign.extend',
      { type: 'campaign', id },
      {
        before: { term: campaign.term?.toString() ?? null },
        after: { term: term.toString() },
        reason: input.reason,
      },
    )
  })
}

/** Load and lock → permit → state → work. */
export function change(
  ctx: Context,
  id: CampaignId,
  verb: CampaignVerb,
  work: (tx: Tx, campaign: Campaign) => Promise<void>,
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayRunChecks(tx.actor), `campaign.${verb}`)
    const campaign = found(await store.lockCampaign(tx.db, id), 'campaign')
    accept(step(campaign.state, verb))
    await work(tx, campaign)
  })
}

function factsOf(s: CampaignSettings) {
  return {
    year: s.year,
    title: s.title,
    kinds: s.kinds,
    states: s.states,
    term: s.term?.toString() ?? null,
    letterSubject: s.letterSubject,
    letterBody: s.letterBody,
    reminderSubject: s.reminderSubject,
    reminderBody: s.reminderBody,
    contact: s.contact,
    signatoryPost: s.signatoryPost,
    measureNumber: s.measureNumber,
  }
}
