/** The office's year of memorial days, and the form of a date. */

import { civilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, MONTHS_EN, MONTHS_UK, weekday } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { Unit } from '../../people/index.ts'
import { texts } from '../texts/index.ts'
import { type MemorialDate, type MemorialDay, SCOPES, VERIFICATIONS } from '../types.ts'
import { groundOf, historySection, OFFICE, OFFICE_MONUMENTS, titleIn } from './parts.ts'

export type YearView = {
  readonly year: number
  readonly days: readonly MemorialDay[]
  readonly units: readonly Unit[]
  readonly form: FormState
  readonly term: FormState
  readonly mayDecide: boolean
  readonly done: string
  readonly records: readonly AuditRecord[]
}

export function yearPage(frame: ui.Frame, view: YearView): Html {
  const { locale } = frame
  const t = texts[locale].office
  const table = ui.table<MemorialDay>({
    locale,
    caption: t.caption,
    captionHidden: true,
    rows: view.days,
    columns: [
      ...(view.mayDecide
        ? [{ label: t.columns.keep, cell: (d: MemorialDay) => keepBox(locale, d, view.form) }]
        : []),
      {
        label: t.columns.day,
        cell: (d) => html`${ui.day({ locale, date: d.day, style: 'dayMonth' })}, ${weekday(locale, d.day)}`,
      },
      {
        label: t.columns.title,
        rowHeader: true,
        cell: (d) =>
          html`<a href="${OFFICE}/dates/${d.date.key}">${titleIn(locale, d.date)}</a><br><span class="small">${groundOf(locale, d.date)}</span>`,
      },
      { label: t.columns.event, cell: (d) => eventCell(locale, d) },
      {
        label: t.columns.like,
        cell: (d) =>
          d.event === null &&
          (d.lastEventId === null ? t.new : html`<a href="/office/events/${d.lastEventId}">${t.like}</a>`),
      },
    ],
  })
  const f = ui.boundFields({ locale, values: view.form.values, errors: view.form.errors })
  return ui.page(frame, {
    title: t.title(view.year),
    lead: t.lead,
    notices: ui.doneNotice(locale, t.done, view.done),
    actions: html`${ui.linkButton({ label: t.monuments, href: OFFICE_MONUMENTS, kind: 'quiet' })}${
      view.mayDecide && ui.linkButton({ label: t.addDate, href: `${OFFICE}/dates/new`, kind: 'quiet' })
    }`,
    main: html`${ui.tabs({
      locale,
      label: texts[locale].calendar.years,
      items: [view.year - 1, view.year, view.year + 1].map((year) => ({
        label: String(year),
        href: `${OFFICE}?year=${year}`,
        current: year === view.year,
      })),
    })}${
      view.mayDecide
        ? ui.form({
            locale,
            action: `${OFFICE}?year=${view.year}`,
            csrf: frame.csrf,
            errors: view.form.errors,
            submit: t.decide,
            content: [
              table,
              f.select({
                name: 'unitId',
                label: t.unit,
                optional: true,
                empty: t.noUnit,
                options: view.units.map((u) => ({ value: u.id, label: u.name })),
              }),
            ],
          })
        : table
    }${view.mayDecide && termSection(frame, view)}${historySection(locale, view.records)}`,
  })
}

function keepBox(locale: Locale, { date, kept, event }: MemorialDay, form: FormState): Html {
  const typed = form.values['keep']
  const ticked = typed === undefined ? kept === true : [typed].flat().includes(date.key)
  if (event !== null) return ui.tag(texts[locale].office.columns.keep, 'done')
  return html`<input type="checkbox" name="keep" value="${date.key}" aria-label="${texts[locale].office.keepOf(titleIn(locale, date))}"${ticked ? html` checked` : ''}>`
}

function eventCell(locale: Locale, { event, kept }: MemorialDay): Html {
  const t = texts[locale].office
  if (event) return html`<a href="/office/events/${event.id}">${event.title}</a>`
  return html`<span class="soft">${kept === false ? t.notKept : t.undecided}</span>`
}

function termSection(frame: ui.Frame, view: YearView): Html {
  const { locale } = frame
  const t = texts[locale].office
  return ui.section({
    title: t.termTitle,
    intro: t.term,
    content: html`${ui.errorSummary({ locale, errors: view.term.errors })}${ui.postButton({
      action: `${OFFICE}/term?year=${view.year}`,
      csrf: frame.csrf,
      label: t.termButton,
      kind: 'quiet',
    })}`,
  })
}

export function datePage(
  frame: ui.Frame,
  view: {
    /** Null: a new date of the city. */
    readonly date: MemorialDate | null
    readonly form: FormState
    readonly mayChange: boolean
    readonly done: string
    readonly records: readonly AuditRecord[]
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { date } = view
  return ui.page(frame, {
    title: date ? titleIn(locale, date) : t.office.addDate,
    breadcrumbs: [{ label: t.nav.office, href: OFFICE }],
    notices: ui.doneNotice(locale, t.office.done, view.done),
    main: html`${date && html`<p>${groundOf(locale, date)} ${date.note}</p>`}${view.mayChange && dateFormOf(frame, view)}${
      date && historySection(locale, view.records)
    }`,
  })
}

function dateFormOf(
  frame: ui.Frame,
  { date, form }: { readonly date: MemorialDate | null; readonly form: FormState },
): Html {
  const { locale } = frame
  const t = texts[locale].date
  const all = texts[locale]
  const f = ui.boundFields({ locale, values: form.values, errors: form.errors })
  const months = (locale === 'uk' ? MONTHS_UK : MONTHS_EN).map((label, i) => ({
    value: String(i + 1),
    label,
  }))
  const weekdays = Array.from({ length: 7 }, (_, i) => ({
    value: String(i + 1),
    label: weekday(locale, civilDate(2024, 1, i + 1)),
  }))
  return ui.form({
    locale,
    action: `${OFFICE}/dates${date ? `/${date.key}` : ''}`,
    csrf: frame.csrf,
    errors: form.errors,
    submit: t.save,
    cancelHref: OFFICE,
    content: [
      ui.hiddenField('version', String(date?.version ?? 0)),
      f.text({ name: 'title', label: t.title, maxLength: 200 }),
      f.text({ name: 'titleEn', label: t.titleEn, maxLength: 200, optional: true }),
      f.radios({
        name: 'every',
        label: t.every,
        hint: t.whenHint,
        options: [
          { value: 'yearOn', label: t.yearOn },
          { value: 'yearNth', label: t.yearNth },
          { value: 'easter', label: t.easter },
        ],
      }),
      ui.fieldRow([
        f.select({
          name: 'month',
          label: t.month,
          options: months,
          empty: true,
          width: 'medium',
          optional: true,
        }),
        f.integer({ name: 'day', label: t.day, optional: true }),
      ]),
      ui.fieldRow([
        f.select({
          name: 'nth',
          label: t.nth,
          empty: true,
          width: 'medium',
          optional: true,
          options: ['1', '2', '3', '4', '-1'].map((value) => ({ value, label: t.nths[value] ?? value })),
        }),
        f.select({
          name: 'weekday',
          label: t.weekday,
          options: weekdays,
          empty: true,
          width: 'medium',
          optional: true,
        }),
      ]),
      f.text({ name: 'days', label: t.days, hint: t.daysHint, width: 'short', optional: true }),
      f.select({
        name: 'scope',
        label: t.scope,
        width: 'medium',
        options: SCOPES.map((s) => ({ value: s, label: all.scopes[s] })),
      }),
      f.integer({ name: 'since', label: t.since, optional: true }),
      ui.fieldRow([
        f.text({ name: 'starts', label: t.starts, hint: t.timeHint, width: 'short', optional: true }),
        f.text({ name: 'silenceAt', label: t.silenceAt, hint: t.timeHint, width: 'short', optional: true }),
      ]),
      f.text({ name: 'sourceText', label: t.sourceText, hint: t.sourceHint, optional: true }),
      f.text({ name: 'sourceUrl', label: t.sourceUrl, type: 'url', optional: true }),
      f.select({
        name: 'verified',
        label: t.verified,
        options: VERIFICATIONS.map((v) => ({ value: v, label: all.verified[v] ?? v })),
      }),
      f.area({ name: 'note', label: t.note, rows: 2, optional: true }),
      f.checkbox({ name: 'hidden', label: t.hidden, value: 'yes', optional: true }),
    ],
  })
}
