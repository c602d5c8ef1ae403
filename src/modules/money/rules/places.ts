/** The whole of a programme's money as rows: year, source, measure. For tables, files and open data. */
import { type Kopiykas, kopiykas, sum } from '../../../kernel/money.ts'
import type { MeasureId } from '../../programmes/index.ts'
import type { Place } from '../types.ts'
import { type Books, ledgerOf, yearsOf } from './books.ts'
import { placeKey, samePlace } from './plan.ts'
import { potFor, potPlace } from './pots.ts'

export type PlaceRow = Place & {
  readonly pot: 'own' | 'common'
  readonly plan: Kopiykas
  readonly committed: Kopiykas
  readonly spent: Kopiykas
  /** Of its own pot; null where it draws from the common one. */
  readonly left: Kopiykas | null
}

/** @param order position of measures; what is not in it comes last */
export function placesOf(
  books: Books,
  order: readonly (MeasureId | null)[],
  years: readonly number[] = yearsOf(books),
): readonly PlaceRow[] {
  const at = (id: MeasureId | null) => {
    const place = order.indexOf(id)
    return id === null ? -1 : place < 0 ? order.length : place
  }
  return years.flatMap((year) => {
    const { plan, uses } = ledgerOf(books, year)
    const places = new Map([...plan, ...uses].map((p) => [placeKey(p), p as Place]))
    return [...places.values()]
      .map((place): PlaceRow => {
        const target = potPlace(plan, place)
        const mine = uses.filter((u) => samePlace(u, place))
        const pot = samePlace(target, place) ? potFor(plan, uses, place) : null
        return {
          year,
          source: place.source,
          measureId: place.measureId,
          pot: pot && place.measureId !== null ? 'own' : 'common',
          plan: pot ? pot.plan : kopiykas(0),
          committed: sum(mine.map((u) => u.committed)),
          spent: sum(mine.map((u) => u.spent)),
          left: pot ? pot.left : null,
        }
      })
      .sort((a, b) => at(a.measureId) - at(b.measureId) || (a.source < b.source ? -1 : 1))
  })
}
