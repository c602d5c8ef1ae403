/** What the site's search and sitemap know of programmes. */
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { changesOf } from './store/changes.ts'
import { programmes } from './store/programmes.ts'
import { findMeasures, findProgrammes } from './store/search.ts'
import { texts } from './texts/index.ts'

const EXCERPT = 200

export async function searchProgrammes(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  if (text.trim() === '') return []
  const t = texts(locale).publicPages
  const today = dayOf(Temporal.Now.instant())
  const [found, measures] = await Promise.all([
    findProgrammes(db, text, limit),
    findMeasures(db, text, today, limit),
  ])
  return [
    ...found.map((p) => ({
      path: `/programmes/${p.slug}`,
      title: locale === 'en' ? (p.shortTitleEn ?? p.shortTitle) : p.shortTitle,
      excerpt: p.title.slice(0, EXCERPT),
      kind: t.searchKind,
    })),
    ...measures.map((m) => ({
      path: `/programmes/${m.slug}/measures/${encodeURIComponent(m.number)}`,
      title: `${m.number}. ${locale === 'en' ? (m.titleEn ?? m.title) : m.title}`,
      excerpt: m.text.slice(0, EXCERPT),
      kind: t.searchMeasure,
    })),
  ].slice(0, limit)
}

export async function programmePages(db: Db): Promise<readonly string[]> {
  const [all, changes] = await Promise.all([programmes(db), changesOf(db, null)])
  return [
    '/programmes',
    ...all.flatMap((p) => [
      `/programmes/${p.slug}`,
      `/programmes/${p.slug}/text`,
      `/programmes/${p.slug}/proposals`,
    ]),
    ...changes.map((c) => `/programmes/${c.slug}/editions/${c.number}`),
  ]
}
