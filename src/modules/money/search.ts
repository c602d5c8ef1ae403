/** What the site's search finds here: contracts by counterparty, number and subject. */
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { findCommitments } from './store/open.ts'
import { texts } from './texts/index.ts'

export async function searchMoney(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const t = texts[locale].search
  const found = await findCommitments(db, text, limit)
  return found.map((c) => ({
    path: `/programmes/${c.slug}/money?year=${c.year}#recipients`,
    title: `${c.counterparty}, № ${c.number}`,
    excerpt: `${c.subject}. ${t.excerpt(c.year, c.amount)}`,
    kind: t.kind,
  }))
}
