/** The search over all modules: each gives at most ten of its own. */
import type { Locale } from '../../kernel/texts.ts'
import type { Db } from '../../platform/db.ts'
import type { DataSet, Module, SearchHit } from '../../platform/module.ts'
import { texts } from './texts/index.ts'

export const HITS_OF_A_MODULE = 10
export const SHORTEST = 2
const LONGEST = 100

/** What is searched for: one line, not too long. */
export function searchText(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
}

export async function searchAll(
  modules: readonly Module[],
  db: Db,
  text: string,
  locale: Locale,
): Promise<readonly SearchHit[]> {
  if (text.length < SHORTEST) return []
  const found = await Promise.all(
    modules.map((m) => m.search?.(db, text, locale, HITS_OF_A_MODULE) ?? Promise.resolve([])),
  )
  return found.flatMap((hits) => hits.slice(0, HITS_OF_A_MODULE))
}

/** Data sets by their name, what they hold and their keywords. */
export function searchSets(sets: readonly DataSet[]): NonNullable<Module['search']> {
  return async (_, text, locale, limit) => {
    const words = text.toLowerCase().split(' ')
    return sets
      .filter((set) => {
        const said = [set.title[locale], set.description[locale], ...set.keywords[locale]]
          .join(' ')
          .toLowerCase()
        return words.every((word) => said.includes(word))
      })
      .slice(0, limit)
      .map((set) => ({
        path: `/data/${set.slug}`,
        title: set.title[locale],
        excerpt: set.description[locale],
        kind: texts[locale].search.dataSet,
      }))
  }
}
