/** What a start page reads of the programme: only for the parts that this reader's page has. */

import { unitsOf } from '../../../kernel/actor.ts'
import {
  compareDates,
  daysBetween,
  nextQuarter,
  quarterOf,
  quarterPeriod,
} from '../../../kernel/civil-date.ts'
import type { WebRequest } from '../../../platform/http/route.ts'
import {
  addCounts,
  asked,
  type DutyLine,
  dutiesDue,
  emptyGroups,
  evidenceNames,
  measuresWithoutTerm,
  NO_COUNTS,
  recentEvidence,
  yearRibbon,
} from '../../duties/index.ts'
import { moneySummary } from '../../money/index.ts'
import type { Programme } from '../../programmes/index.ts'
import { agendaUnits, seesAllUnits } from '../policy.ts'
import { evidenceItem } from '../public/home.ts'
import { SOON_DAYS } from '../rules/agenda.ts'
import { yearToShow } from '../rules/moment.ts'
import type { partsFor } from '../rules/sections.ts'
import { comingDuties, dutyLoad } from '../store/duties.ts'
import { evidenceOfUnits } from '../store/evidence.ts'
import { openDrafts, unpaidCommitments, waitingProposals } from '../store/matters.ts'
import type { AgendaItem, DutyItem, Urgency } from '../types.ts'

type Parts = ReturnType<typeof partsFor>

/** Late duties of all executors that the coordinator sees at once; the list has the rest. */
const LATE_OF_ALL = 6
const OWN = 30
const DRAFTS = 5
const ROWS = 6

export function dutyItem(duty: DutyLine): DutyItem {
  return {
    id: duty.id,
    number: duty.measureNumber,
    title: duty.measureTitle,
    titleEn: duty.measureTitleEn,
    unitId: duty.unitId,
    unitLabel: duty.unitLabel,
    period: duty.period,
    due: duty.due,
    partly: duty.outcome === 'partly',
  }
}

/** Duties that press, and those that can wait a while. */
export async function readDuties({ ctx }: WebRequest, programme: Programme) {
  const { db, actor, today } = ctx
  const own = unitsOf(actor)
  const units = agendaUnits(actor)
  const [ofAll, mine, load, ownLoad] = await Promise.all([
    units === 'all'
      ? dutiesDue(db, { programmeId: programme.id, units }, today, LATE_OF_ALL)
      : Promise.resolve([]),
    own.length > 0
      ? dutiesDue(db, { programmeId: programme.id, units: own }, today, OWN)
      : Promise.resolve([]),
    dutyLoad(db, programme.id, units, today),
    own.length > 0 ? dutyLoad(db, programme.id, own, today) : Promise.resolve({ late: 0, open: 0 }),
  ])
  const soon = today.add({ days: SOON_DAYS })
  const late = ofAll.filter((d) => compareDates(d.due, today) < 0)
  const pressing = mine.filter((d) => compareDates(d.due, soon) <= 0)
  const items = [...pressing, ...late].map((line): AgendaItem => {
    const urgency: Urgency =
      compareDates(line.due, today) < 0 ? { late: daysBetween(line.due, today) } : { due: line.due }
    return { key: `duty ${line.id}`, kind: 'duty', urgency, duty: dutyItem(line) }
  })
  const listed = new Set(items.filter((i) => i.urgency && 'late' in i.urgency).map((i) => i.key)).size
  const waiting = mine.filter((d) => compareDates(d.due, soon) > 0)
  return {
    items,
    hiddenLate: Math.max(0, load.late - listed),
    inWork: waiting.map(dutyItem),
    inWorkCount: Math.max(
      waiting.length,
      ownLoad.open - pressing.filter((d) => compareDates(d.due, today) >= 0).length,
    ),
  }
}

/** What only the coordinator can settle. */
export async function readMatters(
  { ctx, remember }: WebRequest,
  programme: Programme | null,
): Promise<AgendaItem[]> {
  const { db } = ctx
  const id = programme?.id
  const [drafts, proposals, terms, groups] = await Promise.all([
    openDrafts(db, DRAFTS),
    waitingProposals(db),
    id ? remember(`overview.terms ${id}`, () => measuresWithoutTerm(db, id)) : Promise.resolve([]),
    id ? remember(`overview.groups ${id}`, () => emptyGroups(db, id)) : Promise.resolve([]),
  ])
  const items: AgendaItem[] = []
  if (!programme && drafts.length === 0) items.push({ key: 'programme', kind: 'noProgramme', urgency: null })
  for (const { measure, scheduled } of terms)
    if (!scheduled)
      items.push({
        key: `term ${measure.id}`,
        kind: 'term',
        urgency: null,
        measureId: measure.id,
        number: measure.number,
        title: measure.title,
        titleEn: measure.titleEn,
      })
  for (const group of groups)
    items.push({ key: `group ${group.unitId}`, kind: 'group', urgency: null, ...group })
  for (const draft of drafts) items.push({ key: `draft ${draft.id}`, kind: 'draft', urgency: null, ...draft })
  if (proposals > 0) items.push({ key: 'proposals', kind: 'proposals', urgency: null, count: proposals })
  return items
}

/** The rest of the parts, each read only where the page has it. */
export async function readParts({ ctx, remember }: WebRequest, programme: Programme, parts: Parts) {
  const { db, actor, today } = ctx
  const { id, period } = programme
  const has = (...names: readonly string[]) =>
    names.some((name) => [...parts.main, ...parts.aside].some((part) => part === name))
  const year = yearToShow(period, today)
  const quarter = quarterOf(today)
  const next = nextQuarter(quarter)
  const own = unitsOf(actor)
  const ownUnit = !seesAllUnits(actor) && own.length === 1 ? own[0]! : null
  const [ribbon, money, unpaid, myDone, myNext, recent] = await Promise.all([
    !has('year', 'yearDone')
      ? null
      : ownUnit === null
        ? remember(`overview.year ${id}`, () => yearRibbon(db, id, year, today))
        : yearRibbon(db, id, year, today, ownUnit),
    has('money', 'moneyBox') ? remember(`overview.money ${id}`, () => moneySummary(db, id, year)) : null,
    has('unpaid') ? unpaidCommitments(db, id, ROWS) : null,
    has('myDone') ? evidenceOfUnits(db, id, own, quarterPeriod(quarter), ROWS) : null,
    has('myNext') ? comingDuties(db, id, own, quarterPeriod(next), ROWS * 3) : null,
    has('recent')
      ? recentEvidence(
          db,
          id,
          ROWS,
          remember('evidence.names', () => evidenceNames(db)),
        )
      : null,
  ])
  const counts = ribbon?.reduce((sum, row) => addCounts(sum, row.year), NO_COUNTS)
  return {
    year,
    quarter,
    next,
    ribbon: has('year') ? ribbon : null,
    done: counts ? { year, done: counts.fulfilled, asked: asked(counts), late: counts.overdue } : null,
    own: ownUnit !== null,
    money: money && { year, ...money },
    unpaid,
    myDone,
    myNext,
    recent: recent?.map(evidenceItem) ?? null,
  }
}

export type ProgrammeParts = Awaited<ReturnType<typeof readParts>>
