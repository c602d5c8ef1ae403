/** What the site's search finds: measures by their latest words, and recorded evidence. */
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { publishedEvidence, searchMeasures } from './store/published.ts'
import { textsOf } from './texts/index.ts'
import { happened, measureTitle } from './views/parts.ts'

const EXCERPT = 240

export async function searchDuties(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const t = textsOf(locale)
  const [measures, evidence] = await Promise.all([
    searchMeasures(db, text, limit),
    publishedEvidence(db, { text }, limit),
  ])
  return [
    ...measures.map((m) => ({
      path: `/programmes/${m.slug}/measures/${encodeURIComponent(m.number)}`,
      title: `${m.number} ${measureTitle(locale, m)}`,
      excerpt: m.text.slice(0, EXCERPT),
      kind: t.search.measure,
    })),
    ...evidence.map((e) => ({
      path: `/evidence/${e.id}`,
      title: e.title,
      excerpt: [happened(locale, e.happened), e.place, e.result].filter(Boolean).join('. ').slice(0, EXCERPT),
      kind: t.search.evidence,
    })),
  ].slice(0, limit)
}
