/** What the site's search and its map find here. */
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { ALL_MONUMENTS, listMonuments } from './store/monuments.ts'
import { texts } from './texts/index.ts'
import { MEMORIALS, MONUMENTS, monumentName } from './views/parts.ts'

export async function searchMonuments(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const { rows } = await listMonuments(db, { ...ALL_MONUMENTS, text }, '', limit)
  return rows.map((m) => ({
    path: `${MONUMENTS}/${m.id}`,
    title: monumentName(locale, m),
    excerpt: m.place,
    kind: texts[locale].kinds[m.kind],
  }))
}

export async function publicAddresses(db: Db): Promise<readonly string[]> {
  const { rows } = await listMonuments(db, ALL_MONUMENTS, '', 10_000)
  return [MEMORIALS, MONUMENTS, ...rows.map((m) => `${MONUMENTS}/${m.id}`)]
}
