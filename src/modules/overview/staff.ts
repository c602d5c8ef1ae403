/** The start page of the office: what to do today. */

import { hasRole } from '../../kernel/actor.ts'
import { dayMonth, type Locale, money, weekday } from '../../kernel/texts.ts'
import { page, type Reply, type Route, signedIn, type WebRequest } from '../../platform/http/route.ts'
import { startPage } from '../../platform/start-page.ts'
import * as ui from '../../ui/index.ts'
import { activeProgramme } from '../programmes/index.ts'
import { rolesOf } from './policy.ts'
import { agendaOf, countAgenda } from './rules/agenda.ts'
import { partsFor } from './rules/sections.ts'
import { houseMatters, readHealth, readMailings } from './staff/read-house.ts'
import { readDuties, readMatters, readParts } from './staff/read-programme.ts'
import { NO_REPORTS, readReports } from './staff/read-reports.ts'
import { officeTexts } from './texts/index.ts'
import type { AgendaItem } from './types.ts'
import { type TodayView, todayAside, todayMain } from './views/today.ts'

const NO_DUTIES = { items: [], hiddenLate: 0, inWork: [], inWorkCount: 0 }

async function readToday(request: WebRequest): Promise<TodayView> {
  const { actor, db, today } = request.ctx
  const parts = partsFor(rolesOf(actor))
  const acts = parts.main.includes('agenda')
  const programme = await activeProgramme(db, today)
  const [duties, matters, reports, rest, mailings, health, others] = await Promise.all([
    programme && acts ? readDuties(request, programme) : NO_DUTIES,
    hasRole(actor, 'coordinator') ? readMatters(request, programme) : [],
    programme ? readReports(request, programme, parts) : NO_REPORTS,
    programme ? readParts(request, programme, parts) : null,
    readMailings(request),
    readHealth(request),
    acts ? readOthers(request) : [],
  ])
  const agenda = agendaOf([
    ...duties.items,
    ...matters,
    ...reports.items,
    ...houseMatters(mailings, health),
    ...others,
  ])
  return {
    locale: request.locale,
    actor,
    today,
    parts,
    agenda,
    counts: countAgenda(agenda, duties.hiddenLate),
    hiddenLate: duties.hiddenLate,
    inWork: duties.inWork,
    inWorkCount: duties.inWorkCount,
    quarters: reports.quarters,
    rest,
    mailings,
    health,
  }
}

/** What modules above have to say; one that has much must not hide the rest. */
async function readOthers({ ctx }: WebRequest): Promise<AgendaItem[]> {
  const found = await Promise.all(startPage.all().map((source) => source(ctx)))
  return found.flatMap((items) =>
    items.map((item) => ({ key: item.key, kind: 'other', urgency: item.urgency, item })),
  )
}

function leadOf(locale: Locale, view: TodayView): string {
  const t = officeTexts[locale]
  if (view.parts.main.length === 0) return t.noRoles
  const done = view.rest?.done
  if (!view.parts.main.includes('agenda'))
    return done && done.asked > 0 ? t.standing(done.done, done.asked, done.late) : t.calm
  const { duties, reports, matters } = view.counts
  const unpaid = view.parts.main.includes('unpaid') ? view.rest?.money?.committed : undefined
  if (duties + reports + matters === 0 && unpaid) return t.toPay(money(locale, unpaid))
  return t.sentence(view.counts, view.inWorkCount)
}

async function today(request: WebRequest): Promise<Reply> {
  const { locale, frame } = request
  const view = await readToday(request)
  return page(
    ui.page(frame, {
      title: officeTexts[locale].title(weekday(locale, view.today), dayMonth(locale, view.today)),
      lead: leadOf(locale, view),
      main: todayMain(view),
      aside: todayAside(view),
      noIndex: true,
    }),
  )
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/office', policy: signedIn, handle: today },
]
