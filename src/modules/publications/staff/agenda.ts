/** News that wait, on the start page of whoever decides. */

import { dayOf, daysBetween } from '../../../kernel/civil-date.ts'
import { CITY_CALENDAR } from '../../../legal-time/calendar.ts'
import { workingDaysAfter } from '../../../legal-time/terms.ts'
import type { Context } from '../../../platform/context.ts'
import type { StartPageItem } from '../../../platform/start-page.ts'
import { mayDecideNews } from '../policy.ts'
import { queue } from '../store/lists.ts'
import { decideDaysOf } from '../store/settings.ts'
import { bilingual } from '../texts/index.ts'
import { OFFICE } from '../views/office.ts'

const SHOWN = 5

export async function waitingNews(ctx: Context): Promise<readonly StartPageItem[]> {
  if (!mayDecideNews(ctx.actor)) return []
  const rows = await queue(ctx.db, SHOWN)
  if (rows.length === 0) return []
  const decideDays = await decideDaysOf(ctx.db)
  return rows.map((n) => {
    const since = dayOf(n.appealedAt ?? n.submittedAt ?? n.updatedAt)
    const due = workingDaysAfter(CITY_CALENDAR, since, decideDays).date
    const late = daysBetween(due, ctx.today)
    return {
      key: `news ${n.id}`,
      urgency: late > 0 ? { late } : { due },
      title: bilingual((t) => t.start.title(n.title, n.organisationName)),
      text: bilingual((t) =>
        n.state === 'appealed' ? t.office.appeal : t.office.waits(Math.max(0, daysBetween(since, ctx.today))),
      ),
      href: `${OFFICE}/${n.id}`,
      step: bilingual((t) => t.start.step),
    }
  })
}
