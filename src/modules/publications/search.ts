/** What the site's search and an organisation's page find here. */
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { DigestSource } from '../../platform/digest.ts'
import type { SearchHit } from '../../platform/module.ts'
import type { OrganisationSection } from '../organisations/index.ts'
import { excerpt } from './rules/text.ts'
import { directionsOf, shownNews } from './store/shown.ts'
import { bilingual, textsOf } from './texts/index.ts'
import { NEWS, newsPath } from './views/public.ts'

const today = () => dayOf(Temporal.Now.instant())

export async function searchNews(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const { rows } = await shownNews(db, today(), { text }, '', limit)
  return rows.map((n) => ({
    path: newsPath(n.id),
    title: n.title,
    excerpt: `${n.organisationName}. ${excerpt(n.body)}`,
    kind: textsOf(locale).public.kindOf,
  }))
}

/** For the weekly letter of followers: what was published first in these days. */
export const newsDigest: DigestSource = {
  title: bilingual((t) => t.public.nav),
  order: 10,
  async items(db, since, until) {
    const { rows } = await shownNews(db, today(), { since, before: until }, '', 500)
    const directions = await directionsOf(
      db,
      rows.map((n) => n.organisationId),
    )
    return rows.map((n) => ({
      path: newsPath(n.id),
      title: { uk: n.title, en: n.title },
      text: { uk: n.organisationName, en: n.organisationNameEn ?? n.organisationName },
      at: n.publishedAt,
      organisations: [n.organisationId],
      kinds: [n.organisationKind],
      directions: directions.get(n.organisationId) ?? [],
    }))
  },
}

export const newsSection: OrganisationSection = {
  key: 'news',
  title: bilingual((t) => t.public.nav),
  order: 10,
  async items(db, id, _locale, limit) {
    const { rows } = await shownNews(db, today(), { organisation: id }, '', limit)
    return rows.map((n) => ({ title: n.title, path: newsPath(n.id), on: dayOf(n.publishedAt), note: null }))
  },
  all: (id) => `${NEWS}?organisation=${id}`,
}

export async function newsAddresses(db: Db): Promise<readonly string[]> {
  const { rows } = await shownNews(db, today(), {}, '', 5_000)
  return [NEWS, '/news/equal-access', ...rows.map((n) => newsPath(n.id))]
}
