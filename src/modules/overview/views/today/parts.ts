/** Parts of a start page that tell how work stands. */
import type { Quarter } from '../../../../kernel/civil-date.ts'
import { type Html, html } from '../../../../kernel/html.ts'
import { dayMonth, figure, type Locale, longDate, money as sum, weekday } from '../../../../kernel/texts.ts'
import * as ui from '../../../../ui/index.ts'
import type { RibbonOfYear } from '../../../duties/index.ts'
import { officeTexts } from '../../texts/index.ts'
import type {
  ComingItem,
  DutyItem,
  EvidenceItem,
  MoneyOfYear,
  QuarterStanding,
  StandingRow,
  Unpaid,
} from '../../types.ts'
import { office } from '../addresses.ts'
import { yearRibbonOf } from '../ribbon.ts'
import { evidenceRows, named, told } from '../shared.ts'

export function inWorkSection(locale: Locale, duties: readonly DutyItem[]): Html {
  const t = officeTexts[locale]
  return ui.section({
    title: t.inWork.title,
    actions: ui.link({ href: office.duties, text: t.inWork.all }),
    content: ui.rows({
      items: duties.map((duty) => ({
        when: t.inWork.until(dayMonth(locale, duty.due)),
        title: [`${duty.number} `, told(locale, duty)],
        href: office.duty(duty.id),
        ...(duty.partly ? { text: t.agenda.duty.partly } : {}),
        action: ui.linkButton({
          label: t.agenda.duty.do,
          href: office.recordFor(duty.id),
          kind: 'quiet',
          small: true,
          hint: `${duty.number} ${named(locale, duty)}`,
        }),
      })),
      empty: t.inWork.none,
    }),
  })
}

const STITCH = { submitted: 'due', returned: 'part', accepted: 'done' } as const

function standing(locale: Locale, row: StandingRow): Html {
  const t = officeTexts[locale].quarters
  if (row.state === null) return ui.stateWord({ locale, state: 'plan', label: t.notOpened })
  // One that was returned had been submitted: its lateness is that of the first time.
  const sent = row.state !== null && row.state !== 'open'
  const late = row.daysLate > 0
  if (!sent && late) return ui.stateWord({ locale, state: 'late', label: t.lateSoFar(row.daysLate) })
  const state = row.state === 'open' ? 'plan' : STITCH[row.state]
  const label = late ? `${t.states[row.state]}, ${t.late(row.daysLate)}` : t.states[row.state]
  return ui.stateWord({ locale, state, label })
}

export function quarterSection(locale: Locale, view: QuarterStanding): Html {
  const t = officeTexts[locale].quarters
  return ui.section({
    title: t.title(view.quarter),
    actions: ui.link({ href: office.reports, text: t.all }),
    content: [
      html`<p>${t.until} <b>${longDate(locale, view.due)}, ${weekday(locale, view.due)}</b>.</p>`,
      ui.why({ locale, explanation: view.why }),
      ui.table<StandingRow>({
        locale,
        caption: t.caption(view.quarter),
        captionHidden: true,
        rows: view.rows,
        empty: t.none,
        columns: [
          {
            label: t.unit,
            rowHeader: true,
            cell: (r) =>
              r.reportId === null
                ? r.unitLabel
                : ui.link({ href: office.report(r.reportId), text: r.unitLabel }),
          },
          {
            label: t.measures,
            numeric: true,
            cell: (r) => (r.state === null ? '–' : figure(locale, r.measures)),
          },
          { label: t.evidence, numeric: true, cell: (r) => figure(locale, r.evidence) },
          { label: t.report, cell: (r) => standing(locale, r) },
        ],
      }),
    ],
  })
}

export function moneySection(locale: Locale, m: MoneyOfYear): Html {
  const t = officeTexts[locale].money
  const title = t.title(m.year)
  return ui.section({
    title,
    actions: ui.link({ href: office.money, text: t.more }),
    content:
      m.plan === 0 && m.spent === 0 && m.committed === 0
        ? ui.paragraph(t.noPlan, 'soft')
        : ui.moneyBar({
            locale,
            caption: title,
            captionHidden: true,
            planned: m.plan,
            committed: m.committed,
            spent: m.spent,
          }),
  })
}

export function unpaidSection(locale: Locale, unpaid: readonly Unpaid[]): Html {
  const t = officeTexts[locale].unpaid
  return ui.section({
    title: t.title,
    actions: ui.link({ href: office.commitments, text: t.all }),
    content: ui.rows({
      items: unpaid.map((c) => ({
        when: ui.day({ locale, date: c.signedOn, style: 'short' }),
        title: t.row(c.number, c.counterparty),
        href: office.commitment(c.id),
        text: t.left(sum(locale, c.left)),
        action: ui.linkButton({
          label: t.do,
          href: office.payFor(c.id),
          small: true,
          hint: t.row(c.number, c.counterparty),
        }),
      })),
      empty: t.none,
    }),
  })
}

export function yearSection(locale: Locale, year: number, rows: RibbonOfYear, current: Quarter | null): Html {
  const t = officeTexts[locale].year
  return ui.section({
    title: t.title(year),
    actions: ui.link({ href: office.year(year), text: t.more }),
    content: yearRibbonOf(locale, { rows, year, current, hrefOf: (_, id) => office.measure(id) }),
  })
}

export function myDoneSection(locale: Locale, quarter: Quarter, items: readonly EvidenceItem[]): Html {
  const t = officeTexts[locale].myDone
  return done(locale, t.title(quarter), t.none, t.all, items)
}

export function recentSection(locale: Locale, items: readonly EvidenceItem[]): Html {
  const t = officeTexts[locale].recent
  return done(locale, t.title, t.none, t.all, items)
}

function done(
  locale: Locale,
  title: string,
  none: string,
  all: string,
  items: readonly EvidenceItem[],
): Html {
  return ui.section({
    title,
    actions: ui.link({ href: office.evidence, text: all }),
    content: evidenceRows(locale, items, (e) => office.evidenceOf(e.id), none),
  })
}

export function myNextSection(locale: Locale, quarter: Quarter, items: readonly ComingItem[]): Html {
  const t = officeTexts[locale].myNext
  return ui.section({
    title: t.title(quarter),
    content:
      items.length === 0
        ? ui.paragraph(t.none, 'soft')
        : ui.bullets(
            items.map((i) => html`<b>${dayMonth(locale, i.due)}</b> – ${i.number} ${told(locale, i)}`),
          ),
  })
}
