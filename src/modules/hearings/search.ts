/** What the site's search and its map find here. */
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { listHearings } from './store/hearings.ts'
import { texts } from './texts/index.ts'
import { HEARINGS, hearingTitle } from './views/parts.ts'

export async function searchHearings(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const { rows } = await listHearings(db, { state: null, text, publicOnly: true }, '', limit)
  return rows.map((h) => ({
    path: `${HEARINGS}/${h.id}`,
    title: hearingTitle(locale, h),
    excerpt: h.ground?.slice(0, 200) ?? texts[locale].states[h.state],
    kind: texts[locale].nav,
  }))
}

export async function publicAddresses(db: Db): Promise<readonly string[]> {
  const { rows } = await listHearings(db, { state: null, text: '', publicOnly: true }, '', 10_000)
  return [HEARINGS, ...rows.map((h) => `${HEARINGS}/${h.id}`)]
}
