/** What waits for those who keep the registry. */
import type { Context } from '../../../platform/context.ts'
import type { StartPageItem } from '../../../platform/start-page.ts'
import { keepers } from '../policy.ts'
import { waitingProposals } from '../store/proposals.ts'
import { officeTexts } from '../texts/index.ts'
import { PROPOSALS } from '../views/proposals.ts'

export async function waitingLine(ctx: Context): Promise<readonly StartPageItem[]> {
  if (!keepers.allows(ctx.actor)) return []
  const n = await waitingProposals(ctx.db)
  if (n === 0) return []
  const { uk, en } = officeTexts
  return [
    {
      key: 'organisations proposals',
      urgency: null,
      title: { uk: uk.proposals.startTitle, en: en.proposals.startTitle },
      text: { uk: uk.proposals.waits(n), en: en.proposals.waits(n) },
      href: PROPOSALS,
      step: { uk: uk.proposals.review, en: en.proposals.review },
    },
  ]
}
