/** The Nizhyn programme renewed for the years around today, with duties made and evidence of the quarter that is over. */
import { readFileSync } from 'node:fs'
import type { UnitId } from '../../src/kernel/actor.ts'
import {
  type CivilDate,
  previousQuarter,
  type Quarter,
  quarterOf,
  quarterPeriod,
} from '../../src/kernel/civil-date.ts'
import { recordEvidence } from '../../src/modules/duties/index.ts'
import {
  createProgramme,
  type MeasureId,
  type ProgrammeId,
  readSource,
  renewedProposal,
} from '../../src/modules/programmes/index.ts'
import { transact } from '../../src/platform/context.ts'
import type { Person, TestApp } from './app.ts'

const NIZHYN = readFileSync(new URL('../../demo/nizhyn-2012-2015.txt', import.meta.url))

export type ReportProgramme = {
  readonly id: ProgrammeId
  readonly slug: string
  /** The latest quarter that is over. */
  readonly quarter: Quarter
  readonly unit: UnitId
  /** A measure of that unit with a duty in the quarter, and a second one without evidence. */
  readonly measure: { readonly id: MeasureId; readonly number: string; readonly title: string }
}

export async function reportProgramme(
  app: TestApp,
  coordinator: Person,
  today: CivilDate,
): Promise<ReportProgramme> {
  const quarter = previousQuarter(quarterOf(today))
  const from = quarter.year - 1
  const { proposed } = await readSource({ kind: 'file', name: 'nizhyn.txt', bytes: NIZHYN })
  const renewed = renewedProposal(proposed, { from, to: from + 3 })
  const decision = {
    ...renewed.decision,
    number: '12-1',
    date: `${from}-01-01`,
    body: 'Ніжинська міська рада',
    kind: 'рішення',
  }
  const { programmeId, slug } = await transact(app.ctx(coordinator.actor), (tx) =>
    createProgramme(tx, { proposed: { ...renewed, decision } }),
  )
  const { to } = quarterPeriod(quarter)
  const duty = await app.connection.db
    .selectFrom('duties as d')
    .innerJoin('measure_versions as mv', (j) =>
      j.onRef('mv.measure_id', '=', 'd.measure_id').onRef('mv.edition_id', '=', 'd.edition_id'),
    )
    .select(['d.unit_id', 'd.measure_id', 'mv.number', 'mv.title'])
    .where('d.programme_id', '=', programmeId)
    .where('d.period_to', '=', to)
    .orderBy('mv.position')
    .orderBy('d.unit_id')
    .executeTakeFirstOrThrow()
  return {
    id: programmeId,
    slug,
    quarter,
    unit: duty.unit_id,
    measure: { id: duty.measure_id, number: duty.number, title: duty.title },
  }
}

/** A day of the programme's quarter. @param month 0, 1 or 2 */
export function dayOfQuarter(quarter: Quarter, month: number, day: number): CivilDate {
  return quarterPeriod(quarter).from.add({ months: month }).with({ day })
}

export async function recordDay(
  app: TestApp,
  person: Person,
  programme: ReportProgramme,
  event: {
    readonly source: string
    readonly on: CivilDate
    readonly title?: string
    readonly participants?: number
    readonly organisations?: readonly string[]
    readonly result?: string
  },
): Promise<void> {
  await transact(app.ctx(person.actor), (tx) =>
    recordEvidence(tx, {
      source: { module: 'test', id: event.source },
      unitId: programme.unit,
      kind: 'event',
      title: event.title ?? 'День інформування',
      happenedFrom: event.on,
      happenedTo: null,
      place: null,
      result: event.result ?? null,
      participants: event.participants ?? null,
      organisations: event.organisations ?? [],
      cost: null,
      link: null,
      publication: null,
      measures: [programme.measure.id],
      indicators: [],
    }),
  )
}
