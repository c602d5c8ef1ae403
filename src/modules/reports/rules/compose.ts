/** The measures that a quarter's report speaks of, and what the facts say of each. No words: those are `texts/`. */
import { type CivilDate, compareDates, type Quarter, quarterPeriod } from '../../../kernel/civil-date.ts'
import { type Kopiykas, kopiykas, ZERO } from '../../../kernel/money.ts'
import type { DutyLine, EvidenceForReport } from '../../duties/index.ts'
import type { Indicator, Measure, MeasureId } from '../../programmes/index.ts'
import type { DutyFact, EvidenceItem, FactRow, IndicatorValue } from '../types.ts'
import { proposeState } from './proposal.ts'
import { addFacts } from './together.ts'

export type QuarterFacts = {
  readonly quarter: Quarter
  readonly today: CivilDate
  /** Of the edition in force at the end of the quarter. */
  readonly measures: readonly Measure[]
  readonly duties: readonly DutyLine[]
  readonly evidence: readonly EvidenceForReport[]
  readonly indicators: readonly Indicator[]
  /** By measure: the plan of the year, and what was paid in the quarter. */
  readonly cash: ReadonlyMap<MeasureId, { readonly plan: Kopiykas; readonly fact: Kopiykas }>
}

export type ComposedRow = Omit<FactRow, 'composed' | 'proposedReason'>

/** Rows in the order of the programme: measures with duties or evidence in the quarter. */
export function composeRows(facts: QuarterFacts): readonly ComposedRow[] {
  const seen = new Set<MeasureId>([
    ...facts.duties.map((d) => d.measureId),
    ...facts.evidence.flatMap((e) => e.measureIds),
  ])
  const known = new Map(facts.measures.map((m) => [m.id, m]))
  const inForce = facts.measures.filter((m) => seen.has(m.id))
  // A measure that a later edition dropped still has duties that were made before.
  const dropped = [...seen].filter((id) => !known.has(id))
  return [
    ...inForce.map((m) => rowOf(facts, m.id, m)),
    ...dropped.flatMap((id) =>
      facts.duties.some((d) => d.measureId === id) ? [rowOf(facts, id, null)] : [],
    ),
  ]
}

function rowOf(facts: QuarterFacts, id: MeasureId, measure: Measure | null): ComposedRow {
  const lines = facts.duties.filter((d) => d.measureId === id)
  const duties = ofQuarter(
    lines.map((d) => dutyFact(d, facts.today)),
    quarterPeriod(facts.quarter).from,
  )
  const evidence = facts.evidence.filter((e) => e.measureIds.includes(id))
  const words = lines[0]
  return {
    measureId: id,
    number: measure?.number ?? words?.measureNumber ?? '',
    title: measure?.title ?? words?.measureTitle ?? '',
    titleEn: measure?.titleEn ?? words?.measureTitleEn ?? null,
    term: measure?.termRaw ?? '',
    proposedState: proposeState({
      duties,
      evidence: evidence.length,
      continuous: measure !== null && GOES_ON.includes(measure.recurrence.kind),
      quarterEnd: quarterPeriod(facts.quarter).to,
      quarterOver: compareDates(facts.today, quarterPeriod(facts.quarter).to) > 0,
    }),
    duties,
    evidence: evidence.map(itemOf),
    indicators: facts.indicators
      .filter((i) => i.measureId === id)
      .map(
        (i): IndicatorValue => ({
          id: i.id,
          name: i.name,
          unitName: i.unitName,
          plan: i.plans[facts.quarter.year] ?? null,
          fact: addFacts(
            evidence.flatMap((e) => e.indicators.filter((x) => x.id === i.id).map((x) => x.fact)),
          ),
        }),
      ),
    cashPlan: facts.cash.get(id)?.plan ?? ZERO,
    cashFact: facts.cash.get(id)?.fact ?? ZERO,
  }
}

/**
 * Duties by which the quarter is judged. What earlier quarters left undone was reported in them; it speaks only where
 * nothing else does, or when it was made good now.
 */
export function ofQuarter(duties: readonly DutyFact[], from: CivilDate): readonly DutyFact[] {
  const now = duties.filter((d) => compareDates(d.due, from) >= 0 || d.state === 'fulfilled')
  return now.length > 0 ? now : duties
}

const GOES_ON: readonly string[] = ['continuous', 'daily', 'weekly', 'onDemand', 'years']

/** The state on the last day that counts: what was decided of it, else whether its day has passed. */
export function dutyFact(
  duty: Pick<DutyLine, 'due' | 'outcome' | 'outcomeReason' | 'period'>,
  today: CivilDate,
): DutyFact {
  const { due, outcome, outcomeReason } = duty
  const state =
    outcome === 'fulfilled' || outcome === 'excused' || outcome === 'carriedOver'
      ? outcome
      : outcome === 'withdrawn'
        ? 'excused'
        : compareDates(today, due) > 0
          ? 'overdue'
          : 'open'
  return { due, state, reason: outcomeReason }
}

export function itemOf(e: EvidenceForReport): EvidenceItem {
  return {
    id: e.id,
    kind: e.kind,
    title: e.title,
    from: e.happened.from,
    to: e.happened.to,
    place: e.place,
    participants: e.participants,
    organisations: e.organisations,
    result: e.result,
    cost: e.cost === null ? null : kopiykas(e.cost),
    paid: e.kind === 'contract' && e.sourceModule === 'money',
    link: e.link,
    publication: e.publication,
    indicators: e.indicators,
  }
}

/** Why nothing was done, where someone has already said it: reasons of duties that were excused or carried over. */
export function knownReason(duties: readonly DutyFact[]): string | null {
  const reasons = [...new Set(duties.flatMap((d) => (d.reason && d.state !== 'fulfilled' ? [d.reason] : [])))]
  return reasons.length === 0 ? null : reasons.join(' ')
}
