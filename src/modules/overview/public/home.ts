/** Everything that the home page shows, read at once: the page is kept until something changes. */
import { earlier, later, type Period } from '../../../kernel/civil-date.ts'
import type { WebRequest } from '../../../platform/http/route.ts'
import {
  addCounts,
  asked,
  evidenceNames,
  NO_COUNTS,
  type RibbonOfYear,
  recentEvidence,
  yearRibbon,
} from '../../duties/index.ts'
import { moneySummary } from '../../money/index.ts'
import { activeProgramme, type Programme, programmes } from '../../programmes/index.ts'
import { latestPublished, reportDays } from '../../reports/index.ts'
import { courseOf, nextReport, yearToShow } from '../rules/moment.ts'
import { comingDuties, factsOfYear } from '../store/duties.ts'
import type { EvidenceItem } from '../types.ts'
import type { HomeProgramme, HomeView } from '../views/home.ts'

const SHOWN = { recent: 4, coming: 60, reports: 4 } as const
/** How far the list of what comes looks. */
const AHEAD_DAYS = 120

/** Null while the city has no programme. */
export async function readHome(request: WebRequest): Promise<HomeView | null> {
  const { ctx, house, remember } = request
  const { db, today } = ctx
  const programme = await activeProgramme(db, today)
  if (!programme) return null
  const { id, period } = programme
  const year = yearToShow(period, today)
  const [all, ribbon, facts, recent, coming, money, dueOf, published] = await Promise.all([
    programmes(db),
    remember(`overview.year ${id}`, () => yearRibbon(db, id, year, today)),
    factsOfYear(db, id, year),
    recentEvidence(
      db,
      id,
      SHOWN.recent,
      remember('evidence.names', () => evidenceNames(db)),
    ),
    comingDuties(db, id, 'all', ahead(today, period), SHOWN.coming),
    remember(`overview.money ${id}`, () => moneySummary(db, id, year)),
    remember(`overview.reportDays ${id}`, () => reportDays(db, id)),
    latestPublished(db, id, SHOWN.reports),
  ])
  const counts = ribbon.reduce((sum, row) => addCounts(sum, row.year), NO_COUNTS)
  return {
    programme: shown(programme),
    others: all.filter((p) => p.id !== id).map(shown),
    course: courseOf(period, today),
    today,
    measures: measuresIn(ribbon),
    ribbon,
    done: { year, done: facts.inTime, asked: asked(counts), late: counts.overdue },
    participants: facts.participants,
    next: nextReport(period, today, (quarter) => dueOf(quarter).due.date),
    money: { year, ...money },
    recent: recent.map(evidenceItem),
    coming,
    published,
    email: house.city.email,
  }
}

export function shown(p: Programme): HomeProgramme {
  return { slug: p.slug, title: p.shortTitle, titleEn: p.shortTitleEn, period: p.period }
}

function ahead(today: Period['from'], period: Period): Period {
  return { from: later(today, period.from), to: earlier(today.add({ days: AHEAD_DAYS }), period.to) }
}

/** Measures of the latest edition: one that it dropped may still stand in the year. */
function measuresIn(ribbon: RibbonOfYear): number {
  const latest = Math.max(...ribbon.map((row) => row.measure.editionNumber))
  return ribbon.filter((row) => row.measure.editionNumber === latest).length
}

export function evidenceItem(line: {
  readonly id: string
  readonly title: string
  readonly happened: Period
  readonly result: string | null
  readonly measures: readonly string[]
}): EvidenceItem {
  const { id, title, happened, result, measures } = line
  return { id, title, on: happened, result, measures }
}
