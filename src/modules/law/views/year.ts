/** Working days of a year, month by month, and the days that are not like others. */
import { type Html, html } from '../../../kernel/html.ts'
import { dayMonth, type Locale, shortDate, weekday } from '../../../kernel/texts.ts'
import type { Day } from '../../../legal-time/calendar.ts'
import { isoDate } from '../../../legal-time/holidays.ts'
import type { YearOfWork } from '../../../legal-time/year.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { calendarFields } from './dates.ts'
import { lawTabs, PATHS } from './shared.ts'

/** @param year null where the address asked for no such year: the form then says what is wrong */
export function yearPage(frame: ui.Frame, state: FormState, year: YearOfWork | null): Html {
  const { locale } = frame
  const t = texts[locale].yearPage
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  return ui.page(frame, {
    title: year ? t.title(year.year) : texts[locale].tabs.year,
    ...(year ? { lead: t.lead(year.total) } : {}),
    main: html`${lawTabs(locale, 'year')}${ui.filterForm({
      locale,
      action: localPath(locale, PATHS.year),
      fields: [f.integer({ name: 'year', label: t.year }), ...calendarFields(frame, f)],
    })}${year && tables(locale, year)}`,
  })
}

function tables(locale: Locale, year: YearOfWork): Html {
  const t = texts[locale].yearPage
  return html`${ui.columnChart({
    locale,
    caption: t.caption,
    head: [t.month, t.days],
    tableOpen: true,
    points: year.workingDays.map((value, i) => ({
      label: t.months[i] ?? '',
      short: ui.words(locale).months[i] ?? '',
      value,
    })),
  })}${ui.section({
    title: t.special,
    content: ui.table<Day>({
      locale,
      caption: t.special,
      captionHidden: true,
      rows: year.special,
      empty: t.none,
      columns: [
        {
          label: t.day,
          cell: (d) =>
            html`${ui.day({ locale, date: d.date, style: 'dayMonth' })}, ${weekday(locale, d.date)}`,
          rowHeader: true,
        },
        { label: t.what, cell: (d) => namesOf(locale, d) },
        {
          label: t.state,
          cell: (d) => (d.off === null ? ui.tag(t.working, 'due') : ui.tag(t.off, 'plain')),
        },
      ],
    }),
  })}${
    year.shortened.length > 0 &&
    ui.section({
      title: t.shortened,
      content: html`<p>${year.shortened.map((d) => dayMonth(locale, d)).join(', ')}</p>`,
    })
  }`
}

/** A holiday may fall on a Saturday that is a day off anyway: its name is said all the same. */
function namesOf(locale: Locale, day: Day): string {
  const t = texts[locale].yearPage
  const suspended = day.suspended.map((h) => h.name[locale])
  const { off } = day
  if (off?.reason === 'holiday') return [...off.holidays.map((h) => h.name[locale]), ...suspended].join(', ')
  if (off?.reason === 'moved') return t.moved(off.holiday.name[locale])
  if (off?.reason === 'transferred') return t.transferred(shortDate(locale, isoDate(off.workedOn)))
  return suspended.join(', ')
}
