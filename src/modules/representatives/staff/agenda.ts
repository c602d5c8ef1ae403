/** Claims that wait, on the start page of whoever decides. */
import { moment } from '../../../kernel/texts.ts'
import type { Context } from '../../../platform/context.ts'
import type { StartPageItem } from '../../../platform/start-page.ts'
import { mayDecideDelegations } from '../policy.ts'
import { waitingDelegations } from '../store/lists.ts'
import { bilingual } from '../texts/index.ts'
import { OFFICE } from '../views/office.ts'

const SHOWN = 5

export async function waitingClaims(ctx: Context): Promise<readonly StartPageItem[]> {
  if (!mayDecideDelegations(ctx.actor)) return []
  const { rows } = await waitingDelegations(ctx.db, SHOWN)
  return rows.map((d) => ({
    key: `delegation ${d.id}`,
    urgency: null,
    title: bilingual((t) => t.office.waiting(d.name, d.organisationName)),
    text: {
      uk: bilingual((t) => t.office.since(moment('uk', d.claimedAt))).uk,
      en: bilingual((t) => t.office.since(moment('en', d.claimedAt))).en,
    },
    href: `${OFFICE}/${d.id}`,
    step: bilingual((t) => t.office.look),
  }))
}
