/** Where a campaign and each of its invitations stand. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Campaign, CampaignState, InvitationState, KindCounts, Standing, StateCounts } from '../types.ts'

export type CampaignVerb = 'edit' | 'open' | 'remind' | 'post' | 'answer' | 'call' | 'extend' | 'close'

const next: Readonly<Record<CampaignState, Partial<Record<CampaignVerb, CampaignState>>>> = {
  draft: { edit: 'draft', open: 'open' },
  open: { remind: 'open', post: 'open', answer: 'open', call: 'open', extend: 'open', close: 'closed' },
  closed: {},
}

export function step(state: CampaignState, verb: CampaignVerb): CampaignState | Refusal<'wrong_state'> {
  return next[state][verb] ?? refuse('wrong_state', { state, verb })
}

/** The term counts with its last day. */
export function isOver(campaign: Pick<Campaign, 'state' | 'term'>, day: CivilDate): boolean {
  return campaign.state === 'closed' || (campaign.term !== null && compareDates(day, campaign.term) > 0)
}

/** @param over the term has passed or the campaign is closed: who has not answered by then is silent */
export function invitationState(standing: Standing, over: boolean): InvitationState {
  if (standing.answer !== null) return standing.answer
  if (standing.ceased) return 'ceased'
  if (over) return 'silent'
  if (standing.opened) return 'opened'
  if (standing.letter === 'failed') return 'failed'
  return standing.letter === 'sent' || standing.posted ? 'sent' : 'waiting'
}

/** Whom a reminder may still reach and who has a reason to be reminded. */
export function wantsReminder(standing: Standing): boolean {
  return standing.answer === null && !standing.ceased && standing.letter !== 'failed'
}

/** An organisation itself may answer until the last day, and answer again. */
export function mayAnswerByLink(
  campaign: Pick<Campaign, 'state' | 'term'>,
  day: CivilDate,
): true | Refusal<'check_over'> {
  return campaign.state === 'open' && !isOver(campaign, day) ? true : refuse('check_over')
}

/** A term is moved only onwards, and not into the past. */
export function extended(
  campaign: Pick<Campaign, 'term'>,
  to: CivilDate,
  today: CivilDate,
): CivilDate | Refusal {
  if (campaign.term !== null && compareDates(to, campaign.term) <= 0)
    return refuse('term_not_later', {}, 'term')
  return compareDates(to, today) < 0 ? refuse('term_past', {}, 'term') : to
}

export const NO_STATES: StateCounts = {
  waiting: 0,
  sent: 0,
  failed: 0,
  opened: 0,
  confirmed: 0,
  corrected: 0,
  ceased: 0,
  silent: 0,
}

export function addStates(a: StateCounts, b: StateCounts): StateCounts {
  return {
    waiting: a.waiting + b.waiting,
    sent: a.sent + b.sent,
    failed: a.failed + b.failed,
    opened: a.opened + b.opened,
    confirmed: a.confirmed + b.confirmed,
    corrected: a.corrected + b.corrected,
    ceased: a.ceased + b.ceased,
    silent: a.silent + b.silent,
  }
}

export function totalOf(kinds: readonly KindCounts[]): StateCounts {
  return kinds.reduce((sum, k) => addStates(sum, k.counts), NO_STATES)
}

export function sumOf(counts: StateCounts): number {
  return Object.values(counts).reduce((a, b) => a + b, 0)
}

export function answered(counts: StateCounts): number {
  return counts.confirmed + counts.corrected
}
