/** What the first page says of the city's days: events that lie ahead, hearings among them, news of organisations. */
import type { WebRequest } from '../../../platform/http/route.ts'
import { eventsAhead } from '../../events/index.ts'
import { shownNews } from '../../publications/index.ts'
import { pickAhead } from '../rules/city-days.ts'
import type { CityDays } from '../views/city-days.ts'

/** Enough that a hearing within some weeks is among them. */
const LOOKED_AT = 30
const NEWS = 4

export async function readCityDays({ ctx }: WebRequest): Promise<CityDays> {
  const [ahead, news] = await Promise.all([
    eventsAhead(ctx.db, ctx.today, LOOKED_AT),
    shownNews(ctx.db, ctx.today, {}, '', NEWS),
  ])
  return { ...pickAhead(ahead), news: news.rows }
}
