/** From plan and use to what is left: each place's pot, and the sums by source and measure. */
import { type Kopiykas, kopiykas, sum } from '../../../kernel/money.ts'
import type { MeasureId } from '../../programmes/index.ts'
import type { Figures, MeasureFigures, MoneySummary, Place, Pot, Use } from '../types.ts'
import { normalSource, placeKey, samePlace } from './plan.ts'

export type Planned = Place & { readonly plan: Kopiykas }

export function figuresOf(plan: Kopiykas, uses: readonly Pick<Use, 'committed' | 'spent'>[]): Figures {
  const committed = sum(uses.map((u) => u.committed))
  const spent = sum(uses.map((u) => u.spent))
  return { plan, committed, spent, left: kopiykas(plan - committed - spent) }
}

/** The pot a place draws from: its own where it has a plan, else the common one of that year and source. */
export function potPlace(plan: readonly Planned[], place: Place): Place {
  return plan.some((p) => samePlace(p, place)) ? place : { ...place, measureId: null }
}

/** Every pot with what draws from it. Use without any plan stands in a common pot of zero. */
export function potsOf(plan: readonly Planned[], uses: readonly Use[]): readonly Pot[] {
  const places = new Map<string, Place>()
  for (const p of [...plan, ...uses.map((u) => potPlace(plan, u))]) places.set(placeKey(p), p)
  return [...places.values()].map((place) => ({
    year: place.year,
    source: place.source,
    measureId: place.measureId,
    ...figuresOf(
      sum(plan.filter((p) => samePlace(p, place)).map((p) => p.plan)),
      uses.filter((u) => samePlace(potPlace(plan, u), place)),
    ),
  }))
}

/** The pot from which a place would draw now; one of zero where nothing is planned. */
export function potFor(plan: readonly Planned[], uses: readonly Use[], place: Place): Pot {
  const target = potPlace(plan, place)
  const own = plan.filter((p) => samePlace(p, target))
  return {
    year: target.year,
    source: own[0]?.source ?? target.source,
    measureId: target.measureId,
    ...figuresOf(
      sum(own.map((p) => p.plan)),
      uses.filter((u) => samePlace(potPlace(plan, u), target)),
    ),
  }
}

/** Totals of one year or of several. Parts add up to the whole. */
export function summaryOf(plan: readonly Planned[], uses: readonly Use[]): MoneySummary {
  const pots = potsOf(plan, uses)
  const sources = [...new Map(pots.map((p) => [normalSource(p.source), p.source])).values()]
  return {
    ...together(pots),
    bySource: sources.map((source) => ({
      source,
      ...together(pots.filter((p) => normalSource(p.source) === normalSource(source))),
    })),
    byMeasure: byMeasure(plan, uses, pots),
  }
}

function together(pots: readonly Figures[]): Figures {
  return figuresOf(sum(pots.map((p) => p.plan)), pots)
}

function byMeasure(
  plan: readonly Planned[],
  uses: readonly Use[],
  pots: readonly Pot[],
): readonly MeasureFigures[] {
  const ids = new Set<MeasureId | null>([...plan, ...uses, ...pots].map((x) => x.measureId))
  return [...ids].map((measureId) => {
    const mine = uses.filter((u) => u.measureId === measureId)
    const fromCommon =
      measureId === null
        ? []
        : mine.filter((u) => potPlace(plan, u).measureId === null).flatMap((u) => [u.committed, u.spent])
    return {
      measureId,
      ...figuresOf(sum(plan.filter((p) => p.measureId === measureId).map((p) => p.plan)), mine),
      left: sum(pots.filter((p) => p.measureId === measureId).map((p) => p.left)),
      fromCommon: sum(fromCommon),
    }
  })
}
