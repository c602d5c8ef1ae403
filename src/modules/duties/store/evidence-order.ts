/** The order of lists of evidence, and lists by marks only, whose rows are remembered as they were drawn. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { composedOnce } from '../../../platform/database/composed.ts'
import { lookOf, type Mark } from '../../../platform/database/marks.ts'
import { cutPage, decodeCursor, onePast, type Page, USUAL_SIZE } from '../../../platform/keyset.ts'
import type { Database } from '../../../schema.ts'
import type { Reader } from './duty-rows.ts'

export type FoundEvidence = SelectQueryBuilder<
  Database & { e: Database['evidence'] },
  'e',
  Record<never, never>
>

export function keyOf(row: { readonly happened_from: CivilDate; readonly id: string }): [string, string] {
  return [row.happened_from.toString(), row.id]
}

/** A page of them and one more, the latest first. */
export function latest(found: FoundEvidence, after: string, size: number): FoundEvidence {
  const from = decodeCursor(after, ['string', 'string'])
  const rest = from
    ? found.where(sql<boolean>`(e.happened_from, e.id) < (${from[0]}::date, ${from[1]}::uuid)`)
    : found
  return rest.orderBy('e.happened_from', 'desc').orderBy('e.id', 'desc').limit(onePast(size))
}

/**
 * Measures of evidence are written together with it, so that its look tells of them too.
 * @param always the name of a statement that nothing narrows
 */
export async function marksOf(
  db: Reader,
  found: () => FoundEvidence,
  after: string,
  size: number,
  always: string | null,
): Promise<Page<Mark>> {
  const compose = () =>
    latest(found(), after, size).select(['e.id', 'e.happened_from', lookOf('e').as('look')])
  const { rows } = await db.executeQuery(
    always !== null && after === '' && size === USUAL_SIZE
      ? composedOnce(always, compose)
      : compose().compile(),
  )
  return cutPage(rows, size, keyOf)
}
