/** Sums by years inside a passport: «2026 рік – 150 тис. грн», or a row for each year below the total. */
import { kopiykas } from '../../../../kernel/money.ts'
import { findSum, unitIn } from '../money.ts'
import { yearSums } from '../sums.ts'
import { fold } from '../text/fold.ts'
import type { FundingRead, PassportItem } from '../types.ts'

type Entry = Pick<PassportItem, 'key' | 'label' | 'value' | 'lines'>

export function fundingOfPassport(passport: readonly PassportItem[]): readonly FundingRead[] {
  const total = passport.find((p) => p.key === 'total')
  if (!total) return []
  const unit = unitIn(total.label) ?? unitIn(total.value ?? '')
  const entries: readonly Entry[] = passport.flatMap((p): readonly Entry[] => [p, ...p.details])
  const sourced = entries.filter((p) => /Funds$/.test(p.key)).flatMap((p) => byYears(p, unit, p.label))
  if (sourced.length > 0) return sourced
  const own = byYears(total, unit, null)
  return own.length > 0 ? own : entries.flatMap((p) => ofYear(p, unit))
}

function byYears(
  { label, value, lines }: Entry,
  unit: ReturnType<typeof unitIn>,
  source: string | null,
): readonly FundingRead[] {
  const years = value === null ? [] : yearSums(value, unitIn(label) ?? unit)
  return years.length < 2 ? [] : years.map((y) => ({ year: y.year, source, uah: kopiykas(y.uah), lines }))
}

function ofYear({ label, value, lines }: Entry, unit: ReturnType<typeof unitIn>): readonly FundingRead[] {
  const year = /^((?:19|20)\d{2})(?: ?р(?:ік|\.)?)?$/.exec(fold(label))?.[1]
  const sum = year && value !== null ? findSum(value, unit) : null
  return sum ? [{ year: Number(year), source: null, uah: sum.uah, lines }] : []
}
