/** An edition in the form in which programmes are proposed: for amending, renewing and comparing. */
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { unitsByIds } from '../../people/index.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import type { Edition, Programme } from '../types.ts'
import { fundingOf, measuresOf, tasksOf } from './measures.ts'

const NO_LINES = { lines: null } as const

export async function editionAsProposed(
  db: Db | DbTransaction,
  programme: Programme,
  edition: Edition,
): Promise<ProposedProgramme> {
  const [measures, tasks, funding] = await Promise.all([
    measuresOf(db, edition.id),
    tasksOf(db, edition.id),
    fundingOf(db, edition.id),
  ])
  const own = [programme.coordinatorUnitId, programme.fundManagerUnitId].flatMap((id) => id ?? [])
  const units = await unitsByIds(db, [...measures.flatMap((m) => m.executors), ...own])
  const { content } = edition
  const text = (t: string) => ({ text: t, lines: null })
  return {
    decision: edition.decision ?? {
      body: null,
      kind: null,
      number: null,
      date: null,
      sitting: null,
      convocation: null,
      appendix: null,
    },
    title: content.title ?? programme.title,
    titleEn: programme.titleEn,
    shortTitle: programme.shortTitle,
    shortTitleEn: programme.shortTitleEn,
    period: content.period ?? {
      from: programme.period.from.toString(),
      to: programme.period.to.toString(),
    },
    passport: content.passport.map((i) => ({ ...i, ...NO_LINES })),
    facts: content.facts.map((f) => ({ ...f, ...NO_LINES })),
    problems: content.problems.map(text),
    aim: content.aim === null ? null : text(content.aim),
    tasks: tasks.map((t) => text(t.text)),
    expectedResults: content.expectedResults.map(text),
    control: content.control.map((c) => ({ ...c, ...NO_LINES })),
    signatory: content.signatory && { ...content.signatory, ...NO_LINES },
    units: [...units.values()].map((u) => ({
      key: u.id,
      name: u.name,
      aliases: [],
      isGroup: u.kind === 'group',
      unitId: u.id,
    })),
    measures: measures.map((m, i) => ({
      key: `m${i + 1}`,
      measureId: m.id,
      number: m.number,
      title: m.title,
      titleEn: m.titleEn,
      text: m.text,
      executors: m.executors,
      termRaw: m.termRaw,
      recurrence: m.recurrence,
      funding: funding
        .filter((f) => f.measureId === m.id)
        .map((f) => ({ year: f.year, source: f.source, planned: f.planned })),
      tasks: m.tasks.map((id) => tasks.findIndex((t) => t.id === id)).filter((at) => at >= 0),
      lines: null,
    })),
    funding: funding
      .filter((f) => f.measureId === null)
      .map((f) => ({ year: f.year, source: f.source, planned: f.planned, lines: null })),
    coordinator: programme.coordinatorUnitId,
    fundManager: programme.fundManagerUnitId,
  }
}
