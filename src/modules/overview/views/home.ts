/** The public home page: what the city promised, what is done, what comes, what it costs. */
import { type CivilDate, daysBetween, type Period, type Quarter } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { dayMonth, figure, type Locale, longDate, money } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import type { RibbonOfYear } from '../../duties/index.ts'
import { type Course, quarterNow } from '../rules/moment.ts'
import { homeTexts } from '../texts/index.ts'
import type { ComingItem, DoneOfYear, EvidenceItem, MoneyOfYear, Named, Published } from '../types.ts'
import { publicPages, sitePages } from './addresses.ts'
import { homeAside } from './home-aside.ts'
import { yearRibbonOf } from './ribbon.ts'
import { bound, evidenceRows, named } from './shared.ts'

export type HomeProgramme = Named & { readonly slug: string; readonly period: Period }

export type HomeView = {
  readonly programme: HomeProgramme
  readonly others: readonly HomeProgramme[]
  readonly course: Course
  readonly today: CivilDate
  readonly measures: number
  readonly ribbon: RibbonOfYear
  /** In time. */
  readonly done: DoneOfYear
  readonly participants: number
  readonly next: { readonly quarter: Quarter; readonly due: CivilDate } | null
  readonly money: MoneyOfYear
  readonly recent: readonly EvidenceItem[]
  readonly coming: readonly ComingItem[]
  readonly published: readonly Published[]
  readonly email: string | null
}

export function homeMain(locale: Locale, view: HomeView): Html {
  return html`${ui.section({
    title: html`<a href="${publicPages(locale, view.programme.slug).programme}">${bound(named(locale, view.programme))}</a>`,
    intro: programmeLead(locale, view),
    content: ui.figures(figuresOf(locale, view)),
  })}${ui.columns({
    main: [theYear(locale, view), lately(locale, view)],
    aside: homeAside(locale, view),
  })}`
}

/** A sentence, and a second when the programme is over or has not begun. */
function programmeLead(locale: Locale, { measures, course, programme }: HomeView): string {
  const t = homeTexts[locale]
  const lead = t.lead(measures)
  if (course === 'over') return `${lead} ${t.over(longDate(locale, programme.period.to))}`
  if (course === 'ahead') return `${lead} ${t.ahead(longDate(locale, programme.period.from))}`
  return lead
}

function figuresOf(locale: Locale, view: HomeView): ui.Figure[] {
  const t = homeTexts[locale].figures
  const { done, next, money: sums, participants, today, programme } = view
  const found: ui.Figure[] = []
  if (done.asked > 0)
    found.push({
      value: t.done(done.done, done.asked),
      label: `${t.doneLabel(done.year === today.year ? null : done.year)}${done.late > 0 ? t.late(done.late) : ''}`,
    })
  if (next)
    found.push({
      value: dayMonth(locale, next.due),
      label: t.reportLabel(next.quarter.quarter, daysBetween(today, next.due)),
      href: publicPages(locale, programme.slug).reports,
    })
  found.push({
    value: money(locale, sums.spent),
    label: sums.plan === 0 && sums.spent === 0 ? t.noMoney : t.spent(money(locale, sums.plan)),
  })
  if (participants > 0)
    found.push({ value: figure(locale, participants), label: t.participants(participants) })
  return found
}

function theYear(locale: Locale, view: HomeView): Html {
  const t = homeTexts[locale].ribbon
  const { programme, done, measures } = view
  const at = publicPages(locale, programme.slug)
  return ui.section({
    title: t.title,
    content: [
      view.ribbon.length === 0
        ? ui.paragraph(t.none, 'soft')
        : yearRibbonOf(locale, {
            rows: view.ribbon,
            year: done.year,
            current: quarterNow(done.year, view.today),
            hrefOf: at.measure,
          }),
      ui.paragraph(
        [
          ui.link({ href: at.measures, text: t.all(measures) }),
          ' · ',
          ui.link({ href: at.yearFile(done.year), text: t.csv }),
          ' · ',
          ui.link({ href: at.calendar, text: t.ical }),
        ],
        'small',
      ),
    ],
  })
}

function lately(locale: Locale, view: HomeView): Html {
  const t = homeTexts[locale].recent
  return ui.section({
    title: t.title,
    actions: view.recent.length > 0 && ui.link({ href: sitePages(locale).evidence, text: t.all }),
    content: evidenceRows(locale, view.recent, (e) => sitePages(locale).evidenceOf(e.id), t.empty),
  })
}
