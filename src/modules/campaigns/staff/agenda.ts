/** What the start page says of the January check: that it is time to prepare one, until when one lasts, that one is over. */
import { compareDates, daysBetween } from '../../../kernel/civil-date.ts'
import type { StartPageSource } from '../../../platform/start-page.ts'
import { mayRunChecks } from '../policy.ts'
import { listCampaigns } from '../store/campaigns.ts'
import { bilingual } from '../texts/index.ts'
import { campaignPath, PATH } from '../views/parts.ts'

export const januaryAgenda: StartPageSource = async ({ actor, db, today }) => {
  if (!mayRunChecks(actor)) return []
  const campaigns = await listCampaigns(db)
  const open = campaigns.find((c) => c.state === 'open')
  if (open?.term) {
    const over = compareDates(today, open.term) > 0
    return [
      {
        key: `check ${open.id}`,
        urgency: over ? { late: daysBetween(open.term, today) } : { due: open.term },
        title: { uk: open.title, en: open.title },
        text: bilingual((t) => (over ? t.agenda.over : t.agenda.lasts)),
        href: campaignPath(open),
        step: bilingual((t) => (over ? t.board.close : t.agenda.look)),
      },
    ]
  }
  const january = today.month === 12 ? today.year + 1 : today.month === 1 ? today.year : null
  if (january === null || campaigns.some((c) => c.year === january && c.state !== 'draft')) return []
  const draft = campaigns.find((c) => c.year === january)
  return [
    {
      key: `check ${january}`,
      urgency: null,
      title: bilingual((t) => t.agenda.prepare(january)),
      text: bilingual((t) => t.lead),
      href: draft ? campaignPath(draft) : `${PATH}/new`,
      step: bilingual((t) => (draft ? t.agenda.look : t.agenda.begin)),
    },
  ]
}
