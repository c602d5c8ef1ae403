/** The end of a campaign: who is silent is said, the result is kept as it stands, and it is evidence. */
import { dayOf } from '../../../kernel/civil-date.ts'
import { audit } from '../../../platform/audit.ts'
import type { Context, Tx } from '../../../platform/context.ts'
import { measureByNumber, recordEvidence } from '../../duties/index.ts'
import { markVerified, type OrganisationId, type ProposalId } from '../../organisations/index.ts'
import { activeProgramme } from '../../programmes/index.ts'
import { answered, totalOf } from '../rules/standing.ts'
import { answerOfProposal, ceasedOf, figuresOf } from '../store/answers.ts'
import { markClosed } from '../store/campaigns.ts'
import { countStates, listInvitations } from '../store/invitations.ts'
import { texts } from '../texts/index.ts'
import type { Campaign, CampaignId, CampaignResult } from '../types.ts'
import { change } from './campaign.ts'

/** More organisations than any city has. */
const ALL = 100_000

/** @param baseUrl of the installation, for the evidence's link */
export function closeCampaign(ctx: Context, id: CampaignId, baseUrl: string): Promise<void> {
  return change(ctx, id, 'close', async (tx, campaign) => {
    const result = await resultOf(tx, campaign)
    await markClosed(tx, campaign, result)
    await giveEvidence(tx, campaign, result, baseUrl)
    const { confirmed, corrected, silent, ceased } = totalOf(result.byKind)
    audit(
      tx,
      'campaign.close',
      { type: 'campaign', id },
      { after: { asked: result.asked, confirmed, corrected, silent, ceased } },
    )
  })
}

async function resultOf(tx: Tx, campaign: Campaign): Promise<CampaignResult> {
  const filter = { states: ['silent'] as const, kind: null, text: '', after: '' }
  const byKind = await countStates(tx.db, campaign.id, true)
  const { rows } = await listInvitations(tx.db, campaign.id, true, filter, ALL)
  const ceased = await ceasedOf(tx.db, campaign.id)
  const figures = await figuresOf(tx.db, campaign.id)
  return {
    asked: byKind.reduce((n, k) => n + Object.values(k.counts).reduce((a, b) => a + b, 0), 0),
    byKind,
    silent: rows.map(({ name, kind }) => ({ name, kind })),
    ceased: ceased.map(({ name, kind, note }) => ({ name, kind, note: note ?? '' })),
    ...figures,
  }
}

async function giveEvidence(
  tx: Tx,
  campaign: Campaign,
  result: CampaignResult,
  baseUrl: string,
): Promise<void> {
  if (campaign.measureNumber === null || campaign.openedOn === null) return
  const programme = await activeProgramme(tx.db, campaign.openedOn)
  const measure = programme && (await measureByNumber(tx.db, programme.id, campaign.measureNumber))
  if (!measure) return
  const counts = totalOf(result.byKind)
  await recordEvidence(tx, {
    source: { module: 'campaigns', id: campaign.id },
    unitId: campaign.unitId,
    kind: 'document',
    title: campaign.title,
    happenedFrom: campaign.openedOn,
    happenedTo: tx.today.equals(campaign.openedOn) ? null : tx.today,
    place: null,
    result: texts.uk.evidence(result.asked, answered(counts), result.corrections, counts.silent),
    participants: null,
    organisations: [],
    cost: null,
    link: `${baseUrl}/checks/${campaign.year}`,
    publication: null,
    measures: [measure.id],
    indicators: [],
  })
}

/** A correction that a clerk has gone through makes the organisation's data verified on the day of its answer. */
export async function verifyWhenSettled(
  tx: Tx,
  settled: {
    readonly proposal: string
    readonly source: { readonly kind: string; readonly ref: string | null }
    readonly organisationId: OrganisationId | null
    readonly accepted: number
  },
): Promise<void> {
  if (settled.source.kind !== 'check' || settled.organisationId === null || settled.accepted === 0) return
  const answer = await answerOfProposal(tx.db, settled.proposal as ProposalId)
  if (answer)
    await markVerified(tx, settled.organisationId, {
      on: dayOf(answer.answeredAt),
      by: 'check',
    })
}
