/** Everything a consolidated report is made of. */
import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts'
import { cashFor, moneySummary } from '../../money/index.ts'
import { type Unit, unitLabel, unitsByIds } from '../../people/index.ts'
import { editionAt, measuresOf, type Programme, programmeById, tasksOf } from '../../programmes/index.ts'
import type { SpanFacts } from '../rules/consolidate.ts'
import { consolidate } from '../rules/consolidate.ts'
import { frozenProgramme } from '../rules/freeze.ts'
import { periodOf, quartersOf, spanBefore } from '../rules/span.ts'
import type { SpanFigures } from '../types/frozen.ts'
import type { Consolidated, Span } from '../types.ts'
import { cashIn } from './facts.ts'
import { acceptedReports } from './frozen.ts'
import { reportsOfQuarter } from './lists.ts'
import type { Reader } from './reader.ts'

type Of = Pick<Consolidated, 'kind' | 'year' | 'quarter' | 'version' | 'correctionReason' | 'requisites'>

export async function spanFacts(
  db: Reader,
  programme: Programme,
  consolidated: Of,
  today: CivilDate,
): Promise<SpanFacts> {
  const whole = await factsWithoutBefore(db, programme, consolidated, today)
  return { ...whole, before: await figuresBefore(db, programme, consolidated, today) }
}

async function factsWithoutBefore(
  db: Reader,
  programme: Programme,
  consolidated: Of,
  today: CivilDate,
): Promise<SpanFacts> {
  const period = periodOf(consolidated, programme.period)
  const quarters = quartersOf(consolidated, programme.period)
  const edition = await editionAt(db, programme.id, period.to)
  const measures = edition ? await measuresOf(db, edition.id) : []
  const years = Array.from({ length: period.to.year - period.from.year + 1 }, (_, i) => period.from.year + i)
  const units = await unitsByIds(db, [
    ...measures.flatMap((m) => m.executors),
    ...[programme.coordinatorUnitId, programme.fundManagerUnitId].filter((id) => id !== null),
  ])
  const accepted = (await acceptedReports(db, programme.id, quarters)).map((f) => f.content)
  const reported = accepted.flatMap((r) => r.rows.map((row) => row.measureId))
  const ids = [...new Set([...measures.map((m) => m.id), ...reported])]
  const nameOf = (id: Programme['coordinatorUnitId']) => (id === null ? null : (units.get(id)?.name ?? null))
  const lines = await Promise.all(quarters.map((q) => reportsOfQuarter(db, programme.id, q, today)))
  return {
    consolidated,
    programme: frozenProgramme(programme, edition),
    coordinator: nameOf(programme.coordinatorUnitId),
    fundManager: nameOf(programme.fundManagerUnitId),
    period,
    today,
    lines: lines.flat(),
    accepted,
    measures: measures.map((m) => ({
      ...m,
      executorNames: m.executors.flatMap((id) => units.get(id)?.name ?? []),
      executorLabels: m.executors.flatMap((id) => labelOf(units.get(id))),
    })),
    tasks: edition ? await tasksOf(db, edition.id) : [],
    money: await Promise.all(years.map((year) => moneySummary(db, programme.id, year))),
    cash: await cashFor(db, programme.id, ids, period),
    paid: await cashIn(db, programme.id, period),
    paidInYear: await cashIn(db, programme.id, { from: civilDate(period.to.year, 1, 1), to: period.to }),
    before: null,
  }
}

function labelOf(unit: Unit | undefined): readonly string[] {
  return unit ? [unitLabel(unit)] : []
}

/** The same period a year before: of this programme, or of the one that it follows. */
async function figuresBefore(
  db: Reader,
  programme: Programme,
  span: Of,
  today: CivilDate,
): Promise<SpanFigures | null> {
  const earlier: Span | null = spanBefore(span)
  if (earlier === null) return null
  const same = quartersOf(earlier, programme.period).length > 0
  const owner = same ? programme : programme.previousId && (await programmeById(db, programme.previousId))
  if (!owner || quartersOf(earlier, owner.period).length === 0) return null
  const facts = await factsWithoutBefore(db, owner, { ...span, ...earlier }, today)
  return facts.accepted.length === 0 ? null : consolidate(facts).figures
}
