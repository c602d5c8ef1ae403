/** What the site's search finds: events by title and purpose. */
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { daysOf } from './store/days.ts'
import { publishedEvents } from './store/published.ts'
import { eventKindName, eventTitle, whenOf } from './texts/names.ts'

const EXCERPT = 240

export async function searchEvents(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const { rows } = await publishedEvents(db, { text }, '', limit)
  const days = await daysOf(
    db,
    rows.map((e) => e.id),
  )
  return rows.map((e) => ({
    path: `/events/${e.id}`,
    title: eventTitle(locale, e),
    excerpt: [
      whenOf(
        locale,
        days.filter((d) => d.eventId === e.id),
      ),
      e.place,
      e.purpose,
    ]
      .filter(Boolean)
      .join('. ')
      .slice(0, EXCERPT),
    kind: eventKindName(locale, e.kind),
  }))
}
