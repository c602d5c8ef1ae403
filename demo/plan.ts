/** What the coordinator said of the new programme beside its text: measures of each task, and indicators with plans. */
import type { CivilDate } from '../src/kernel/civil-date.ts'
import type { EvidenceKind } from '../src/modules/duties/index.ts'
import type { CreatedProgramme } from '../src/modules/programmes/actions/create-programme.ts'
import {
  type IndicatorId,
  indicatorsOf,
  linksOf,
  linkTasks,
  type MeasureId,
  markOf,
  measuresOf,
  setIndicators,
  tasksOf,
} from '../src/modules/programmes/index.ts'
import type { DemoEvent } from './events.ts'
import type { Cast } from './load.ts'

/** Measures of each task, in the order of the programme's text. */
const TASKS: readonly (readonly string[])[] = [
  ['4.4', '4.5', '4.7'],
  ['4.8', '4.14'],
  ['4.1', '4.2', '4.3'],
  ['4.18', '4.20'],
  ['4.6', '4.16', '4.17'],
  ['4.10', '4.15'],
  ['4.12', '4.13'],
  ['4.11', '4.19'],
  ['4.9'],
]

type Counted = {
  readonly measure: string
  readonly name: string
  readonly unitName: string
  /** For each year. */
  readonly plan: number
  /** What a piece of evidence adds, and of which kind it is. */
  readonly kind: EvidenceKind
  readonly by: 'one' | 'participants'
}

const INDICATORS: readonly Counted[] = [
  {
    measure: '4.2',
    name: 'Опитані мешканці',
    unitName: 'осіб',
    plan: 1000,
    kind: 'survey',
    by: 'participants',
  },
  {
    measure: '4.4',
    name: 'Дні інформування',
    unitName: 'одиниць',
    plan: 4,
    kind: 'event',
    by: 'one',
  },
  { measure: '4.9', name: 'Засідання', unitName: 'одиниць', plan: 4, kind: 'sitting', by: 'one' },
  {
    measure: '4.16',
    name: 'Учасники семінарів',
    unitName: 'осіб',
    plan: 30,
    kind: 'event',
    by: 'participants',
  },
]

/** Gives the fact that an event adds to the indicators of its measure. */
export type FactOf = (event: DemoEvent) => readonly { readonly id: IndicatorId; readonly fact: number }[]

export async function planProgramme(
  cast: Cast,
  { programmeId, editionId }: CreatedProgramme,
  day: CivilDate,
  years: readonly number[],
): Promise<FactOf> {
  const clerk = cast.as('koordynator', day)
  const measures = await measuresOf(clerk.db, editionId)
  const byNumber = new Map(measures.map((m) => [m.number, m.id]))
  const tasks = await tasksOf(clerk.db, editionId)
  await linkTasks(clerk, {
    programmeId,
    editionId,
    seen: markOf(linksOf(measures)),
    links: tasks.flatMap((task, i) =>
      (TASKS[i] ?? []).flatMap((number) => {
        const measureId = byNumber.get(number)
        return measureId ? [{ measureId, taskId: task.id }] : []
      }),
    ),
  })
  for (const { measure, name, unitName, plan } of INDICATORS)
    await setIndicators(clerk, {
      programmeId,
      measureId: byNumber.get(measure)!,
      seen: markOf([]),
      rows: [
        {
          id: null,
          name,
          unitName,
          kind: 'output',
          remove: false,
          plans: Object.fromEntries(years.map((year) => [year, plan])),
        },
      ],
    })
  return factsBy(
    new Map((await indicatorsOf(clerk.db, programmeId)).map((i) => [i.measureId, i.id])),
    byNumber,
  )
}

function factsBy(ids: ReadonlyMap<MeasureId, IndicatorId>, measures: ReadonlyMap<string, MeasureId>): FactOf {
  return (event) => {
    const counted = INDICATORS.find((i) => i.measure === event.measure && i.kind === event.kind)
    const measureId = counted && measures.get(counted.measure)
    const id = measureId && ids.get(measureId)
    if (!counted || !id) return []
    return [{ id, fact: counted.by === 'one' ? 1 : (event.participants ?? 0) }]
  }
}
