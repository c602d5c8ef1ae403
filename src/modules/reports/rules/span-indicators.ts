/** Indicators of a measure over the quarters and executors of a period. */
import type { FrozenEvidence, FrozenReport, FrozenRow } from '../types/frozen.ts'
import type { IndicatorValue } from '../types.ts'
import { addFacts } from './together.ts'

/** One row of an accepted report. */
export type Told = { readonly report: FrozenReport; readonly row: FrozenRow }

/** Of it, what counts here. */
export type Counted = {
  readonly report: Pick<FrozenReport, 'year'>
  readonly row: Pick<FrozenRow, 'indicators'> & {
    readonly evidence: readonly Pick<FrozenEvidence, 'id' | 'indicators'>[]
  }
}

/**
 * Facts add up; a yearly plan counts once a year. What several executors report of one event is counted once, as far as
 * its evidence tells.
 */
export function indicatorsOf(told: readonly Counted[]): readonly IndicatorValue[] {
  const all = told.flatMap(({ report, row }) => row.indicators.map((value) => ({ year: report.year, value })))
  const ids = [...new Set(all.map((x) => x.value.id))]
  return ids.flatMap((id): IndicatorValue[] => {
    const mine = all.filter((x) => x.value.id === id)
    const last = mine.at(-1)
    if (!last) return []
    const plans = new Map(mine.map((x) => [x.year, x.value.plan]))
    return [
      {
        ...last.value,
        plan: addFacts([...plans.values()]),
        fact: addFacts([...mine.map((x) => x.value.fact), ...toldAgain(told, id)]),
      },
    ]
  })
}

/** What was counted a second time, as negative amounts. */
function toldAgain(told: readonly Counted[], id: IndicatorValue['id']): readonly number[] {
  const seen = new Set<string>()
  return told.flatMap(({ row }) =>
    row.evidence.flatMap((e) => {
      const fact = e.indicators.find((i) => i.id === id)?.fact
      if (fact === undefined) return []
      if (seen.has(e.id)) return [-fact]
      seen.add(e.id)
      return []
    }),
  )
}
