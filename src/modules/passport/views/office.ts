/** The office's way into the passport: its tables and passports of days. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { dayOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { SECTION_KEYS, SECTION_TABLES, type TableKey } from '../rules/definitions.ts'
import type { TableStanding } from '../store/rows.ts'
import { texts } from '../texts/index.ts'
import type { Passport, PassportState } from '../types.ts'
import { dayText, OFFICE, PUBLIC } from './parts.ts'

export function stateTag(locale: Locale, state: PassportState): Html {
  const tone = state === 'published' ? 'done' : state === 'discarded' ? 'plain' : 'due'
  return ui.tag(texts[locale].office.states[state], tone)
}

export function homePage(
  frame: ui.Frame,
  data: {
    readonly passports: readonly Passport[]
    readonly standings: ReadonlyMap<TableKey, TableStanding>
    readonly today: CivilDate
    readonly mayKeep: boolean
    readonly compose: FormState
    readonly done: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const o = t.office
  return ui.page(frame, {
    title: t.fullTitle,
    lead: o.lead,
    notices: ui.doneNotice(locale, { ...t.review.done, saved: o.saved }, data.done),
    actions: data.mayKeep && ui.linkButton({ label: o.settings, href: `${OFFICE}/settings`, kind: 'quiet' }),
    main: html`${ui.section({
      title: o.passports,
      content: passportTable(locale, data.passports),
    })}${data.mayKeep && ui.section({ title: o.compose, content: composeForm(frame, data) })}${ui.section({
      title: o.tables,
      intro: o.registrySections,
      content: tableOfTables(locale, data.standings, data.today),
    })}`,
  })
}

function passportTable(locale: Locale, passports: readonly Passport[]): Html {
  const t = texts[locale]
  return ui.table<Passport>({
    locale,
    caption: t.office.passports,
    captionHidden: true,
    rows: passports,
    empty: t.office.noPassports,
    columns: [
      {
        label: t.columns.asOf,
        rowHeader: true,
        cell: (p) => html`<a href="${OFFICE}/${p.id}">${shortDate(locale, p.asOf)}</a>`,
      },
      { label: t.columns.version, cell: (p) => p.version, numeric: true },
      { label: t.columns.state, cell: (p) => stateTag(locale, p.state) },
      {
        label: t.columns.published,
        cell: (p) =>
          p.publishedAt &&
          html`<a href="${localPath(locale, `${PUBLIC}/${p.asOf.toString()}`)}?version=${p.version}">${shortDate(locale, dayOf(p.publishedAt))}</a>`,
      },
    ],
  })
}

function composeForm(
  frame: ui.Frame,
  data: {
    readonly passports: readonly Passport[]
    readonly today: CivilDate
    readonly compose: FormState
  },
): Html {
  const { locale } = frame
  const t = texts[locale].office
  const state = data.compose
  const january = data.today.with({ month: 1, day: 1 })
  const usual = data.passports.some((p) => p.asOf.equals(january)) ? '' : shortDate(locale, january)
  const f = ui.boundFields({ locale, values: { asOf: usual, ...state.values }, errors: state.errors })
  return ui.form({
    locale,
    action: `${OFFICE}/compose`,
    csrf: frame.csrf,
    errors: state.errors,
    submit: t.compose,
    content: f.date({ name: 'asOf', label: t.asOf, hint: t.composeHint }),
  })
}

type Line = { readonly section: string; readonly table: TableKey; readonly standing: TableStanding | null }

function tableOfTables(
  locale: Locale,
  standings: ReadonlyMap<TableKey, TableStanding>,
  today: CivilDate,
): Html {
  const t = texts[locale]
  const yearAgo = today.subtract({ years: 1 }).toString()
  const lines = SECTION_KEYS.flatMap((section) =>
    SECTION_TABLES[section].map(
      (table): Line => ({ section: t.sections[section], table, standing: standings.get(table) ?? null }),
    ),
  )
  return ui.table<Line>({
    locale,
    caption: t.office.tables,
    captionHidden: true,
    rows: lines,
    columns: [
      {
        label: t.columns.table,
        rowHeader: true,
        cell: (l) => html`<a href="${OFFICE}/tables/${l.table}">${t.table(l.table).title}</a>`,
      },
      { label: t.columns.section, cell: (l) => l.section },
      { label: t.columns.rows, cell: (l) => figure(locale, l.standing?.rows ?? 0), numeric: true },
      { label: t.columns.newest, cell: (l) => dayText(locale, l.standing?.newest ?? null) },
      {
        label: t.columns.oldest,
        cell: (l) =>
          l.standing?.oldest &&
          html`${dayText(locale, l.standing.oldest)}${l.standing.oldest.toString() < yearAgo && html` ${ui.tag(t.oldMark, 'due')}`}`,
      },
    ],
  })
}

export function settingsPage(
  frame: ui.Frame,
  data: {
    readonly number: string | null
    readonly found: { readonly title: string; readonly titleEn: string | null } | null
    readonly form: FormState
    readonly saved: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const s = t.settings
  const f = ui.boundFields({
    locale,
    values: { measure: data.number ?? '', ...data.form.values },
    errors: data.form.errors,
  })
  const title = data.found && ((locale === 'en' && data.found.titleEn) || data.found.title)
  return ui.page(frame, {
    title: s.title,
    lead: s.lead,
    breadcrumbs: [{ label: t.title, href: OFFICE }],
    notices: data.saved && ui.notice({ locale, tone: 'success', body: s.saved, live: true }),
    main: html`${ui.form({
      locale,
      action: `${OFFICE}/settings`,
      csrf: frame.csrf,
      errors: data.form.errors,
      cancelHref: OFFICE,
      content: f.text({ name: 'measure', label: s.measure, hint: s.hint, width: 'short', optional: true }),
    })}${data.number !== null && html`<p class="soft">${title ? s.found(title) : s.missing}</p>`}`,
  })
}
