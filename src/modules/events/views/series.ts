/** Series of events: what comes again, what has been, what is missing. */
import { quarterOf, quarterPeriod } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, MONTHS_EN, MONTHS_UK, quarterName, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import type { Slot } from '../rules/recurrence.ts'
import type { SeriesEvent } from '../store/series.ts'
import { textsOf } from '../texts/index.ts'
import { eventKindName, eventStateName } from '../texts/names.ts'
import { EVENT_KINDS, type EventRecurrence, type EventSeries, type SeriesId } from '../types.ts'
import { doneNotice, OFFICE, officePath } from './office-page.ts'

export type SeriesRow = {
  readonly series: EventSeries
  readonly events: readonly SeriesEvent[]
  readonly next: Slot | null
  readonly gap: { readonly daysLeft: number } | null
}

export function recurrenceText(locale: Locale, rule: EventRecurrence): string {
  const t = textsOf(locale).office.recurrence
  const month = (n: number) => (locale === 'uk' ? MONTHS_UK[n - 1] : MONTHS_EN[n - 1]) ?? ''
  switch (rule.every) {
    case 'quarter':
      return t.quarter
    case 'month':
      return t.month
    case 'year':
      return t.year
    case 'monthOn':
      return t.monthOn(t.nth(rule.nth), t.weekdays[rule.weekday - 1] ?? '')
    case 'yearOn':
      return t.yearOn(rule.day, month(rule.month))
    case 'yearNth':
      return t.yearNth(t.nth(rule.nth), t.weekdays[rule.weekday - 1] ?? '', month(rule.month))
    case 'easter':
      return t.easter(rule.days)
  }
}

export function slotText(locale: Locale, slot: Slot): string {
  if (slot.day) return shortDate(locale, slot.day)
  const { from, to } = slot.period
  const quarter = quarterOf(from)
  if (from.month === to.month)
    return locale === 'uk'
      ? `${MONTHS_UK[from.month - 1]} ${from.year} року`
      : `${MONTHS_EN[from.month - 1]} ${from.year}`
  if (to.equals(quarterPeriod(quarter).to)) return quarterName(locale, quarter)
  return locale === 'uk' ? `${from.year} рік` : String(from.year)
}

export function seriesListPage(
  frame: ui.Frame,
  view: {
    readonly rows: readonly SeriesRow[]
    readonly keeps: boolean
    readonly months: number
    readonly settings: FormState
    readonly errors: FormState['errors']
    readonly done: string | undefined
  },
): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.series
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    breadcrumbs: [{ label: textsOf(locale).office.title, href: OFFICE }],
    notices: [
      doneNotice(locale, view.done),
      view.errors.length > 0 && ui.errorSummary({ locale, errors: view.errors }),
    ],
    actions: view.keeps && ui.linkButton({ label: t.new, href: `${OFFICE}/series/new` }),
    main: html`${
      view.rows.length === 0
        ? ui.emptyState({ title: t.none, body: t.noneText })
        : view.rows.map(({ series, events, next, gap }) =>
            ui.section({
              title: series.title,
              intro: html`${eventKindName(locale, series.kind)}, ${recurrenceText(locale, series.recurrence)}${!series.active && ` (${t.stopped})`}`,
              actions: view.keeps && [
                ui.linkButton({
                  label: t.edit,
                  hint: series.title,
                  href: `${OFFICE}/series/${series.id}/edit`,
                  kind: 'quiet',
                  small: true,
                }),
              ],
              content: html`${gap && ui.notice({ locale, tone: 'warning', title: t.gap(gap.daysLeft) })}${
                next !== null &&
                series.active &&
                (events.length > 0
                  ? ui.postButton({
                      action: `${OFFICE}/series/${series.id}/next`,
                      csrf,
                      label: t.makeNext(slotText(locale, next)),
                      hint: series.title,
                    })
                  : ui.linkButton({
                      label: t.makeFirst,
                      hint: series.title,
                      href: `${OFFICE}/new?series=${series.id}&kind=${series.kind}`,
                    }))
              }${ui.rows({
                empty: t.noEvents,
                items: events.slice(0, 8).map((e) => ({
                  when: shortDate(locale, e.firstDay),
                  title: e.title,
                  href: officePath(e.id),
                  text: eventStateName(locale, e.state),
                })),
              })}`,
            }),
          )
    }${
      view.keeps &&
      ui.section({
        title: t.forget,
        content: ui.form({
          locale,
          csrf,
          action: `${OFFICE}/settings`,
          errors: view.settings.errors,
          content: ui
            .boundFields({
              locale,
              values: { months: String(view.months), ...view.settings.values },
              errors: view.settings.errors,
            })
            .integer({ name: 'months', label: t.months, hint: t.monthsHint }),
        }),
      })
    }`,
  })
}

const EVERY = ['quarter', 'month', 'monthOn', 'year', 'yearOn', 'yearNth', 'easter'] as const

export function seriesFormPage(
  frame: ui.Frame,
  view: {
    readonly form: FormState
    readonly id: SeriesId | null
    readonly units: readonly Unit[]
  },
): Html {
  const { locale, csrf } = frame
  const t = textsOf(locale).office.series
  const r = textsOf(locale).office.recurrence
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  const back = `${OFFICE}/series`
  const months = locale === 'uk' ? MONTHS_UK : MONTHS_EN
  return ui.page(frame, {
    title: view.id === null ? t.new : t.edit,
    breadcrumbs: [
      { label: textsOf(locale).office.title, href: OFFICE },
      { label: t.title, href: back },
    ],
    main: ui.form({
      locale,
      csrf,
      action: view.id === null ? `${back}/new` : `${back}/${view.id}/edit`,
      errors: view.form.errors,
      cancelHref: back,
      content: html`${view.id !== null && ui.hiddenField('version', String(view.form.values['version'] ?? '1'))}${f.text({ name: 'title', label: t.name })}${f.text({ name: 'titleEn', label: t.nameEn, optional: true })}${ui.fieldRow(
        [
          f.select({
            name: 'kind',
            label: t.kind,
            options: EVENT_KINDS.map((k) => ({ value: k, label: eventKindName(locale, k) })),
          }),
          f.select({
            name: 'unit',
            label: t.unit,
            empty: true,
            optional: true,
            options: view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
          }),
        ],
      )}${f.radios({ name: 'every', label: t.every, options: EVERY.map((e) => ({ value: e, label: t.everyNames[e] })) })}${ui.fieldset(
        {
          legend: t.figures,
          hint: t.figuresHint,
          content: html`${ui.fieldRow([
            f.select({
              name: 'nth',
              label: t.nth,
              empty: true,
              optional: true,
              options: [1, 2, 3, 4, 5, -1].map((n) => ({ value: String(n), label: r.nth(n) })),
            }),
            f.select({
              name: 'weekday',
              label: t.weekday,
              empty: true,
              optional: true,
              options: r.weekdays.map((w, i) => ({ value: String(i + 1), label: w })),
            }),
            f.select({
              name: 'month',
              label: t.month,
              empty: true,
              optional: true,
              options: months.map((m, i) => ({ value: String(i + 1), label: m })),
            }),
            f.integer({ name: 'day', label: t.day, optional: true }),
            f.integer({ name: 'days', label: t.easterDays, optional: true }),
          ])}`,
        },
      )}${f.checkbox({ name: 'active', label: t.active })}`,
    }),
  })
}
