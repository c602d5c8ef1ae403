/** The page that says how dates are counted, with its calculator. */
import { type Html, html } from '../../../kernel/html.ts'
import { longDate, weekday } from '../../../kernel/texts.ts'
import { sentence } from '../../../legal-time/explain.ts'
import type { Due } from '../../../legal-time/terms.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { TERM_UNITS } from '../types.ts'
import { lawTabs, PATHS, sourceLinks } from './shared.ts'

export function datesPage(
  frame: ui.Frame,
  state: FormState,
  counted: { readonly due: Due; readonly apiHref: string } | null,
): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.dates.title,
    lead: t.dates.lead,
    description: t.dates.lead,
    main: html`${lawTabs(locale, 'dates')}${counted && result(frame, counted.due, counted.apiHref)}${ui.section(
      {
        title: t.calculator.title,
        id: 'calculator',
        content: calculator(frame, state),
      },
    )}${ui.section({ title: t.dates.howTitle, content: ui.bullets(t.dates.how) })}<p>${t.dates.more}</p>`,
  })
}

function result(frame: ui.Frame, due: Due, apiHref: string): Html {
  const { locale } = frame
  const t = texts[locale].calc
  return ui.notice({
    locale,
    tone: 'success',
    title: html`${t.result}: ${longDate(locale, due.date)}, ${weekday(locale, due.date)}`,
    body: html`<p>${sentence(locale, due.explanation)}</p>${
      due.sources.length > 0 && html`<p>${t.sources}:</p>${sourceLinks(locale, due.sources)}`
    }<p class="small"><a href="${apiHref}">${t.apiLink}</a></p>`,
    live: true,
  })
}

function calculator(frame: ui.Frame, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale]
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  return html`${ui.errorSummary({ locale, errors: state.errors })}<form class="form" method="get" action="${localPath(locale, PATHS.dates)}" novalidate>${[
    f.date({ name: 'event', label: t.calc.event }),
    f.radios({
      name: 'direction',
      label: t.calc.direction,
      options: [
        { value: 'after', label: t.calc.after },
        { value: 'before', label: t.calc.before },
      ],
    }),
    f.integer({ name: 'count', label: t.calc.count }),
    f.select({
      name: 'unit',
      label: t.calc.unit,
      width: 'medium',
      options: TERM_UNITS.map((unit) => ({ value: unit, label: t.calc.units[unit] })),
    }),
    ...calendarFields(frame, f),
    f.checkbox({ name: 'strict', label: t.calc.strict, value: 'on', optional: true }),
  ]}<div class="buttons">${ui.button({ label: t.calculator.submit })}</div></form>`
}

/** What decides which days are worked: shared by the calculator and the year. */
export function calendarFields(frame: ui.Frame, f: ui.BoundFields): readonly Html[] {
  const t = texts[frame.locale].calc
  return [
    f.select({
      name: 'martialLaw',
      label: t.martialLaw,
      width: 'medium',
      options: [
        { value: 'by-date', label: t.byDate },
        { value: 'on', label: t.on },
        { value: 'off', label: t.off },
      ],
    }),
    f.select({
      name: 'week',
      label: t.week,
      width: 'medium',
      options: [
        { value: '5', label: t.five },
        { value: '6', label: t.six },
      ],
    }),
    f.checkbox({ name: 'transfers', label: t.transfers, value: 'on', optional: true }),
  ]
}
