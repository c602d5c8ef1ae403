/** The consolidated report of a period, made of what was accepted. Introduction and conclusions are words: `texts/`. */
import type { CivilDate, Period } from '../../../kernel/civil-date.ts'
import { type Kopiykas, sum, ZERO } from '../../../kernel/money.ts'
import type { MoneySummary } from '../../money/index.ts'
import type { Measure, MeasureId, Task } from '../../programmes/index.ts'
import type {
  Arrival,
  ConsolidatedMeasure,
  FrozenConsolidated,
  FrozenProgramme,
  FrozenReport,
  MeasurePart,
  MoneyLine,
  SpanFigures,
  TaskSummary,
} from '../types/frozen.ts'
import type { Consolidated, ReportLine, RowState } from '../types.ts'
import { daysLate } from './report.ts'
import { indicatorsOf, type Told } from './span-indicators.ts'
import { figuresOf, overTime, tallyOf, together } from './together.ts'

export type SpanFacts = {
  readonly consolidated: Pick<
    Consolidated,
    'kind' | 'year' | 'quarter' | 'version' | 'correctionReason' | 'requisites'
  >
  readonly programme: FrozenProgramme
  readonly coordinator: string | null
  readonly fundManager: string | null
  readonly period: Period
  readonly today: CivilDate
  /** Every report that the quarters of the period have, in its latest version. */
  readonly lines: readonly ReportLine[]
  readonly accepted: readonly FrozenReport[]
  /** Of the edition in force at the end of the period. */
  readonly measures: readonly (Measure &
    Pick<ConsolidatedMeasure, 'executorLabels'> & { readonly executorNames: readonly string[] })[]
  readonly tasks: readonly Task[]
  /** One for each year that the period touches. */
  readonly money: readonly MoneySummary[]
  readonly cash: ReadonlyMap<MeasureId, { readonly plan: Kopiykas; readonly fact: Kopiykas }>
  /** All that was paid in the period. */
  readonly paid: Kopiykas
  /** From the beginning of its last year to its end. */
  readonly paidInYear: Kopiykas
  readonly before: SpanFigures | null
}

export function consolidate(facts: SpanFacts): Omit<FrozenConsolidated, 'introduction' | 'conclusions'> {
  const measures = measuresOfSpan(facts)
  const { kind, year, quarter, version, correctionReason, requisites } = facts.consolidated
  return {
    schema: 'viche.consolidated.1',
    kind,
    programme: facts.programme,
    coordinator: facts.coordinator,
    fundManager: facts.fundManager,
    year,
    quarter,
    from: facts.period.from.toString(),
    to: facts.period.to.toString(),
    version,
    correctionReason,
    on: facts.today.toString(),
    requisites,
    arrivals: facts.lines.map((line) => arrivalOf(line, facts)),
    measures,
    tasks: tasksOfSpan(facts, measures),
    money: { ...moneyOf(facts.money), paidInYear: facts.paidInYear },
    figures: figuresOf(
      facts.accepted,
      measures.map((m) => m.state),
      facts.paid,
    ),
    before: facts.before,
  }
}

function arrivalOf(line: ReportLine, facts: SpanFacts): Arrival {
  const accepted = facts.accepted.find(
    (r) => r.unit.id === line.unitId && r.year === line.quarter.year && r.quarter === line.quarter.quarter,
  )
  return {
    unitId: line.unitId,
    unitName: line.unitName,
    unitLabel: line.unitLabel,
    year: line.quarter.year,
    quarter: line.quarter.quarter,
    due: line.due.toString(),
    // While a correction is written, the version that was accepted before stands.
    state: accepted ? 'accepted' : line.state === 'submitted' ? 'submitted' : 'missing',
    submittedOn: accepted?.submittedOn ?? line.firstSubmittedOn?.toString() ?? null,
    daysLate: accepted?.daysLate ?? daysLate(line.due, line.firstSubmittedOn, facts.today),
    nothingToDo: accepted?.nothingToDo ?? false,
  }
}

function measuresOfSpan(facts: SpanFacts): readonly ConsolidatedMeasure[] {
  const told = new Map<MeasureId, Told[]>()
  for (const report of facts.accepted)
    for (const row of report.rows)
      told.set(row.measureId, [...(told.get(row.measureId) ?? []), { report, row }])
  const inForce = facts.measures.map((m) =>
    measureOf(facts, m.id, told.get(m.id) ?? [], {
      number: m.number,
      title: m.title,
      titleEn: m.titleEn,
      term: m.termRaw ?? '',
      executors: m.executorNames,
      executorLabels: m.executorLabels,
    }),
  )
  const known = new Set(facts.measures.map((m) => m.id))
  // A measure that an amendment dropped in the middle of the period was still reported.
  const dropped = [...told].flatMap(([id, parts]) => {
    const first = parts.at(-1)
    if (known.has(id) || !first) return []
    const { number, title, titleEn, term } = first.row
    const executors = [...new Set(parts.map((p) => p.report.unit.name))]
    const executorLabels = [...new Set(parts.map((p) => p.report.unit.label))]
    return [measureOf(facts, id, parts, { number, title, titleEn, term, executors, executorLabels })]
  })
  return [...inForce, ...dropped]
}

function measureOf(
  facts: SpanFacts,
  id: MeasureId,
  told: readonly Told[],
  words: Pick<ConsolidatedMeasure, 'number' | 'title' | 'titleEn' | 'term' | 'executors' | 'executorLabels'>,
): ConsolidatedMeasure {
  const money = facts.cash.get(id)
  return {
    measureId: id,
    ...words,
    state: stateOf(told),
    plan: money?.plan ?? ZERO,
    cash: money?.fact ?? ZERO,
    indicators: indicatorsOf(told),
    parts: told.flatMap(({ report, row }): MeasurePart[] =>
      row.state === null
        ? []
        : [
            {
              unitName: report.unit.name,
              unitLabel: report.unit.label,
              year: report.year,
              quarter: report.quarter,
              state: row.state,
              result: row.result,
              reason: row.reason,
              nextStep: row.nextStep,
            },
          ],
    ),
  }
}

/** First each executor over the quarters, then the executors together. */
function stateOf(told: readonly Told[]): RowState | null {
  const byUnit = new Map<string, RowState[]>()
  for (const { report, row } of told)
    if (row.state !== null) byUnit.set(report.unit.id, [...(byUnit.get(report.unit.id) ?? []), row.state])
  const states = [...byUnit.values()].flatMap((list) => overTime(list) ?? [])
  return together(states)
}

function tasksOfSpan(facts: SpanFacts, measures: readonly ConsolidatedMeasure[]): readonly TaskSummary[] {
  const summary = (text: string, mine: readonly ConsolidatedMeasure[]): TaskSummary => ({
    text,
    measures: mine.map((m) => m.number),
    tally: tallyOf(mine.map((m) => m.state)),
    silent: mine.filter((m) => m.state === null).length,
  })
  const known = new Set(facts.tasks.map((task) => task.id))
  const tasksOf = new Map(facts.measures.map((m) => [m.id, m.tasks.filter((id) => known.has(id))]))
  const without = measures.filter((m) => (tasksOf.get(m.measureId) ?? []).length === 0)
  return [
    ...facts.tasks.map((task) =>
      summary(
        task.text,
        measures.filter((m) => tasksOf.get(m.measureId)?.includes(task.id)),
      ),
    ),
    ...(without.length > 0 && facts.tasks.length > 0 ? [summary('', without)] : []),
  ]
}

function moneyOf(years: readonly MoneySummary[]): Omit<FrozenConsolidated['money'], 'paidInYear'> {
  const total = (lines: readonly Omit<MoneyLine, 'source'>[]) => ({
    plan: sum(lines.map((l) => l.plan)),
    committed: sum(lines.map((l) => l.committed)),
    spent: sum(lines.map((l) => l.spent)),
    left: sum(lines.map((l) => l.left)),
  })
  const sources = years.flatMap((y) => y.bySource)
  const names = [...new Set(sources.map((s) => s.source))]
  return {
    ...total(years),
    bySource: names.map((source) => ({ source, ...total(sources.filter((s) => s.source === source)) })),
  }
}
