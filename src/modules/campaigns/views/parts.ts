/** What pages of the January check share. */
import type { Html } from '../../../kernel/html.ts'
import { type Locale, longDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import * as ui from '../../../ui/index.ts'
import { isOver } from '../rules/standing.ts'
import { explainTerm, texts } from '../texts/index.ts'
import type { Campaign, InvitationState } from '../types.ts'

export const PATH = '/office/checks'

export function campaignPath(campaign: Pick<Campaign, 'id'>, rest = ''): string {
  return `${PATH}/${campaign.id}${rest}`
}

const TONES: Readonly<Record<InvitationState, 'plain' | 'info' | 'done' | 'due' | 'late'>> = {
  waiting: 'plain',
  sent: 'info',
  failed: 'late',
  opened: 'info',
  confirmed: 'done',
  corrected: 'done',
  ceased: 'plain',
  silent: 'due',
}

export function stateTag(locale: Locale, state: InvitationState): Html {
  return ui.tag(texts[locale].states[state], TONES[state])
}

/** Until when, and why that day. */
export function termLine(frame: ui.Frame, campaign: Campaign): ui.Content {
  const { locale, today } = frame
  const t = texts[locale].board
  if (campaign.closedOn !== null) return t.closed(longDate(locale, campaign.closedOn))
  if (campaign.term === null) return null
  const day = longDate(locale, campaign.term)
  return [
    isOver(campaign, today) ? t.over(day) : t.term(day),
    campaign.termExplanation &&
      ui.why({ locale, explanation: explainTerm(locale, campaign.termExplanation) }),
  ]
}

export function doneNotice(locale: Locale, key: string): Html | false {
  return ui.doneNotice(locale, texts[locale].done, key)
}

export function historySection(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = texts[locale]
  return ui.section({
    title: t.invitation.history,
    content: ui.past({ locale, records, actions: t.actions, nameless: t.ways.link }),
  })
}
