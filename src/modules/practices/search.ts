/** What the site's search finds among practices. */
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { publishedPractices } from './store/published.ts'
import { texts } from './texts/index.ts'
import { PUBLIC } from './views/parts.ts'
import { shortened } from './views/public.ts'

export async function searchPractices(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const { rows } = await publishedPractices(db, { text }, '', limit)
  return rows.map((p) => ({
    path: `${PUBLIC}/${p.id}`,
    title: p.content.title,
    excerpt: shortened(p.content.result ?? p.content.problem ?? '', 240),
    kind: texts[locale].card,
  }))
}
