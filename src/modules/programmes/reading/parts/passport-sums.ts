/** Sums of passport items: the unit may stand in the value, in the label, or in the item of the total. */
import { type Total, unitIn } from '../money.ts'
import { findTotal } from '../sums.ts'
import type { PassportItem } from '../types.ts'

export function sumsOfItem(item: PassportItem, passport: readonly PassportItem[]): Total | null {
  const total = passport.find((p) => p.key === 'total')
  const unit = unitIn(item.label) ?? (total ? (unitIn(total.label) ?? unitIn(total.value ?? '')) : null)
  return item.value === null ? null : findTotal(item.value, unit)
}
