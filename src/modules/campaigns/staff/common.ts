/** What the addresses of the office share. */
import { found } from '../../../kernel/errors.ts'
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import type { Policy, WebRequest } from '../../../platform/http/route.ts'
import { mayRunChecks, maySeeChecks } from '../policy.ts'
import { campaignById } from '../store/campaigns.ts'
import { refusalSentence } from '../texts/index.ts'
import type { Campaign } from '../types.ts'

export const sees: Policy = { name: 'campaign.read', allows: maySeeChecks }
export const runs: Policy = {
  name: 'campaign.run',
  allows: (actor) => actor.kind === 'staff' && mayRunChecks(actor),
}

export function param<Of extends string>(request: WebRequest, name: string, what: Of): Id<Of> {
  const text = request.params[name] ?? ''
  return found(isId(text) ? asId<Of>(text) : null, what)
}

export async function campaignOf(request: WebRequest): Promise<Campaign> {
  return found(await campaignById(request.ctx.db, param(request, 'id', 'campaign')), 'campaign')
}

export function sentences(request: WebRequest) {
  return (refusal: Parameters<typeof refusalSentence>[1]) => refusalSentence(request.locale, refusal)
}
