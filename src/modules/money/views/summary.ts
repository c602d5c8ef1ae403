/** The office's overview of a year, and the same for everybody. */
import { type Html, html } from '../../../kernel/html.ts'
import { money } from '../../../kernel/texts.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import type { Edition, Programme } from '../../programmes/index.ts'
import { type Books, ledgerOf, summaryOfYear, yearsOf } from '../rules/books.ts'
import { texts } from '../texts/index.ts'
import type { Commitment } from '../types.ts'
import {
  at,
  type Chosen,
  type Names,
  OFFICE,
  programmeSelect,
  programmeTitle,
  tabs,
  yearOptions,
  yearSelect,
} from './parts.ts'
import {
  bar,
  byMeasureTable,
  bySourceTable,
  byYearTable,
  decisionsList,
  recipientsTable,
  type YearFigures,
} from './tables.ts'

export function yearFigures(books: Books): readonly YearFigures[] {
  return yearsOf(books).map((year) => {
    const { plan, committed, spent, left } = summaryOfYear(books, year)
    return { year, plan, committed, spent, left }
  })
}

export function officeSummary(
  frame: ui.Frame,
  chosen: Chosen,
  data: { readonly books: Books; readonly names: Names; readonly mayManage: boolean },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { books, names, mayManage } = data
  const summary = summaryOfYear(books, chosen.year)
  const years = yearFigures(books)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(chosen.year, summary),
    actions: mayManage && [
      ui.linkButton({ label: t.payments.add, href: at('/payments/new', chosen) }),
      ui.linkButton({ label: t.commitments.add, href: at('/commitments/new', chosen), kind: 'quiet' }),
    ],
    main: html`${tabs(locale, chosen, '', mayManage)}${ui.filterForm({
      locale,
      action: OFFICE,
      fields: [
        programmeSelect(locale, chosen),
        yearSelect(locale, yearOptions(chosen.programme, yearsOf(books)), chosen.year, false),
      ],
    })}${bar(locale, chosen.year, summary)}${ui.section({
      title: t.byMeasure,
      content: byMeasureTable(locale, summary, names),
    })}${ui.section({ title: t.bySource, content: bySourceTable(locale, summary) })}${
      years.length > 1 &&
      ui.section({
        title: t.byYear,
        content: byYearTable(locale, years, (year) => at('', { ...chosen, year })),
      })
    }${ui.paragraph(ui.link({ href: `/programmes/${chosen.programme.slug}/money?year=${chosen.year}`, text: t.officeLink }))}${exports(frame)}`,
  })
}

export function publicSummary(
  frame: ui.Frame,
  programme: Programme,
  data: {
    readonly books: Books
    readonly names: Names
    readonly editions: readonly Edition[]
    readonly year: number
    readonly commitments: Page<Commitment>
    readonly path: string
    readonly home: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { books, names, year } = data
  const summary = summaryOfYear(books, year)
  const years = yearFigures(books)
  const title = programmeTitle(locale, programme)
  const measure = (number: string) => `${data.home}/measures/${encodeURIComponent(number)}`
  return ui.page(frame, {
    title: t.title,
    breadcrumbs: [{ label: title, href: data.home }],
    lead: t.lead(year, summary),
    description: `${t.publicDescription} ${title}`,
    main: html`${ui.section({
      title: t.ofYear(year),
      id: 'year',
      intro: t.spentWord,
      content: bar(locale, year, summary),
    })}${ui.section({ title: t.byMeasure, content: byMeasureTable(locale, summary, names, measure) })}${ui.section(
      {
        title: t.bySource,
        content: bySourceTable(locale, summary),
      },
    )}${
      years.length > 1 &&
      ui.section({
        title: t.byYear,
        content: html`${byYearTable(locale, years, (y) => ui.withQuery(data.path, { year: y }))}${ui.columnChart(
          {
            locale,
            caption: t.byYearChart,
            points: years.map((y) => ({ label: String(y.year), value: y.spent / 100 })),
            head: [t.columns.year, t.columns.spent],
            format: (value) => money(locale, Math.round(value * 100) as Commitment['amount']),
          },
        )}`,
      })
    }${ui.section({
      title: t.decisions,
      intro: t.decisionsIntro,
      content: decisionsList(locale, ledgerOf(books, year).plan, data.editions, names),
    })}${ui.section({
      title: t.recipients,
      id: 'recipients',
      intro: t.recipientsIntro,
      content: html`${recipientsTable(locale, data.commitments.rows, names, measure, t.noRecipients(year))}${
        data.commitments.next !== null &&
        ui.pager({
          locale,
          nextHref: `${ui.withQuery(data.path, { year, after: data.commitments.next })}#recipients`,
        })
      }`,
    })}${exports(frame)}`,
  })
}

function exports(frame: ui.Frame): Html {
  const href = (format: string) => ui.withQuery(frame.path, { format, after: null, lang: null })
  return ui.exportLinks({
    locale: frame.locale,
    csv: href('csv'),
    xlsx: href('xlsx'),
    ods: href('ods'),
    json: href('json'),
    print: true,
  })
}
