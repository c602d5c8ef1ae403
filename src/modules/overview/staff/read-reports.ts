/** What a start page reads of reports: those that wait for the reader, and how all executors stand. */
import { hasRole, unitsOf } from '../../../kernel/actor.ts'
import {
  compareDates,
  daysBetween,
  previousQuarter,
  type Quarter,
  quarterOf,
} from '../../../kernel/civil-date.ts'
import { sentence } from '../../../legal-time/explain.ts'
import type { WebRequest } from '../../../platform/http/route.ts'
import type { Programme } from '../../programmes/index.ts'
import {
  myReports,
  reportDays,
  reportsAwaiting,
  reportsStanding,
  type Standing,
  yearlyReportOf,
} from '../../reports/index.ts'
import { quartersToFollow, yearToReport } from '../rules/moment.ts'
import type { partsFor } from '../rules/sections.ts'
import type { AgendaItem, QuarterStanding } from '../types.ts'

export type ReportParts = {
  readonly items: readonly AgendaItem[]
  readonly quarters: readonly QuarterStanding[]
}

export const NO_REPORTS: ReportParts = { items: [], quarters: [] }

export async function readReports(
  request: WebRequest,
  programme: Programme,
  parts: ReturnType<typeof partsFor>,
): Promise<ReportParts> {
  const [own, awaiting, yearly, quarters] = await Promise.all([
    ownReports(request, programme),
    hasRole(request.ctx.actor, 'coordinator') ? awaitingReports(request) : [],
    hasRole(request.ctx.actor, 'fundManager') ? yearlyReport(request, programme) : [],
    parts.main.includes('quarters') ? standings(request, programme) : [],
  ])
  return { items: [...own, ...awaiting, ...yearly], quarters }
}

async function ownReports({ ctx }: WebRequest, programme: Programme): Promise<AgendaItem[]> {
  const reports = await myReports(ctx.db, unitsOf(ctx.actor), ctx.today)
  return reports
    .filter((r) => r.programmeId === programme.id)
    .map((report) => ({
      key: `report ${report.id}`,
      kind: 'ownReport',
      urgency:
        compareDates(report.due, ctx.today) < 0
          ? { late: daysBetween(report.due, ctx.today) }
          : { due: report.due },
      report,
    }))
}

async function awaitingReports({ ctx }: WebRequest): Promise<AgendaItem[]> {
  const reports = await reportsAwaiting(ctx.db)
  return reports.map((report) => ({
    key: `report ${report.id}`,
    kind: 'reviewReport',
    urgency: null,
    report,
  }))
}

async function yearlyReport({ ctx }: WebRequest, programme: Programme): Promise<AgendaItem[]> {
  const year = yearToReport(programme.period, ctx.today)
  if (year === null) return []
  const report = await yearlyReportOf(ctx.db, programme.id, year)
  return report?.state === 'published'
    ? []
    : [{ key: `year ${year}`, kind: 'yearlyReport', urgency: null, year, id: report?.id ?? null }]
}

async function standings(
  { ctx, locale, remember }: WebRequest,
  programme: Programme,
): Promise<QuarterStanding[]> {
  const { db, today } = ctx
  const current = quarterOf(today)
  const before = previousQuarter(current)
  const [rowsBefore, rowsNow, dayOf] = await Promise.all([
    reportsStanding(db, programme.id, before, today),
    reportsStanding(db, programme.id, current, today),
    remember(`overview.reportDays ${programme.id}`, () => reportDays(db, programme.id)),
  ])
  // Of a quarter in which nobody reports through Viche there is nothing to follow.
  const opened = rowsBefore.some((r) => r.state !== null)
  const settled = !opened || rowsBefore.every((r) => r.state === 'accepted')
  return quartersToFollow(programme.period, today, settled).map((quarter) => {
    const rows = quarter.quarter === before.quarter ? rowsBefore : rowsNow
    // A report that is open keeps the day with which it was opened.
    const kept = rows.find((r): r is Opened => r.due !== null && r.explanation !== null)
    const { date, explanation } = kept
      ? { date: kept.due, explanation: kept.explanation }
      : dayOf(quarter).due
    return standing(quarter, rows, { date, why: sentence(locale, explanation) })
  })
}

type Opened = Standing & {
  readonly due: NonNullable<Standing['due']>
  readonly explanation: NonNullable<Standing['explanation']>
}

function standing(
  quarter: Quarter,
  rows: readonly Standing[],
  day: { readonly date: Opened['due']; readonly why: string },
): QuarterStanding {
  return { quarter, due: day.date, why: day.why, rows }
}
