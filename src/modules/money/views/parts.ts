/** What several pages of money have in common. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { FieldError } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import type { Programme } from '../../programmes/index.ts'
import { normalSource } from '../rules/plan.ts'
import { texts } from '../texts/index.ts'
import type { DecisionRef, MeasureName } from '../types.ts'

export const OFFICE = '/office/money'

export type Names = readonly MeasureName[]

/** A programme of the office, and the year that is looked at. */
export type Chosen = {
  readonly programme: Programme
  readonly programmes: readonly Programme[]
  readonly year: number
}

/** The address with what was chosen kept. */
export function at(path: string, chosen: Pick<Chosen, 'programme' | 'year'>): string {
  return ui.withQuery(`${OFFICE}${path}`, { programme: chosen.programme.slug, year: chosen.year })
}

export function programmeTitle(locale: Locale, programme: Programme): string {
  return (locale === 'en' && programme.shortTitleEn) || programme.shortTitle
}

/** The programme's words where they have a translation, marked as Ukrainian where they have none. */
export function sourceLabel(locale: Locale, source: string): ui.Content {
  const known = texts[locale].sources[normalSource(source)]
  return known ?? original(locale, source)
}

/** Words that stand in the documents in Ukrainian only. */
export function original(locale: Locale, text: ui.Content): ui.Content {
  return locale === 'uk' ? text : ui.foreign('uk', text)
}

export function sourceText(locale: Locale, source: string): string {
  return texts[locale].sources[normalSource(source)] ?? source
}

export function measureText(locale: Locale, measure: MeasureName): string {
  return `${measure.number}. ${(locale === 'en' && measure.titleEn) || measure.title}`
}

export function measureLabel(locale: Locale, names: Names, id: string | null): string {
  const t = texts[locale]
  const found = names.find((n) => n.id === id)
  return found ? measureText(locale, found) : t.common
}

/** The same as a link to the measure's own page, where there is one. */
export function measureCell(
  locale: Locale,
  names: Names,
  id: string | null,
  hrefOf: ((number: string) => string) | null,
): ui.Content {
  const label = measureLabel(locale, names, id)
  const found = names.find((n) => n.id === id)
  return found && hrefOf ? ui.link({ href: hrefOf(found.number), text: label }) : label
}

export function decisionText(locale: Locale, decision: DecisionRef): string {
  const { kind, number, date } = decision
  return texts[locale].decision({ kind, number, day: shortDate(locale, date) })
}

export function day(locale: Locale, date: CivilDate): Html {
  return ui.day({ locale, date, style: 'short' })
}

/** `12 %` of the plan; a dash where nothing is planned. */
export function share(part: Kopiykas, whole: Kopiykas): string {
  return whole > 0 ? `${Math.round((part / whole) * 100)} %` : '–'
}

export function tabs(locale: Locale, chosen: Chosen, current: string, mayManage: boolean): Html {
  const t = texts[locale].tabs
  const items = [
    ['', t.summary],
    ['/plan', t.plan],
    ['/commitments', t.commitments],
    ['/payments', t.payments],
    ...(mayManage ? [['/import', t.import] as const] : []),
  ] as const
  return ui.tabs({
    locale,
    label: t.label,
    items: items.map(([path, label]) => ({ label, href: at(path, chosen), current: path === current })),
  })
}

export function programmeSelect(locale: Locale, chosen: Chosen): Html {
  return ui.selectField({
    locale,
    name: 'programme',
    label: texts[locale].choose.programme,
    value: chosen.programme.slug,
    options: chosen.programmes.map((p) => ({ value: p.slug, label: programmeTitle(locale, p) })),
  })
}

export function yearSelect(
  locale: Locale,
  years: readonly number[],
  value: number | null,
  withAll: boolean,
): Html {
  const t = texts[locale].choose
  return ui.selectField({
    locale,
    name: 'year',
    label: t.year,
    value: value === null ? '' : String(value),
    width: 'short',
    options: [
      ...(withAll ? [{ value: '', label: t.allYears }] : []),
      ...years.map((y) => ({ value: String(y), label: String(y) })),
    ],
  })
}

/** Years of the programme and those in which there is money. */
export function yearOptions(programme: Programme, known: readonly number[]): readonly number[] {
  const { from, to } = programme.period
  const own = Array.from({ length: Math.min(50, to.year - from.year + 1) }, (_, i) => from.year + i)
  return [...new Set([...own, ...known])].sort((a, b) => a - b)
}

export function measureOptions(locale: Locale, names: Names): readonly ui.SelectOption[] {
  return names.map((n) => {
    const label = measureText(locale, n)
    return { value: n.id, label: label.length > 90 ? `${label.slice(0, 89)}…` : label }
  })
}

export function sourceOptions(locale: Locale, sources: readonly string[]): readonly ui.SelectOption[] {
  return sources.map((s) => ({ value: s, label: sourceText(locale, s) }))
}

/** As one types it: `15000`, `9840,50`. */
export function typedMoney(amount: Kopiykas): string {
  return (amount / 100).toFixed(2).replace(/\.00$/, '').replace('.', ',')
}

export function doneNotice(locale: Locale, key: string): Html | false {
  return ui.doneNotice(locale, texts[locale].done, key)
}

export function noProgrammePage(frame: ui.Frame): Html {
  const t = texts[frame.locale]
  return ui.page(frame, { title: t.title, main: ui.emptyState(t.noProgramme) })
}

/** A page of its own for an act that wants a reason: usable without scripts, one reason field a page. */
export function reasonPage(
  frame: ui.Frame,
  state: { readonly values: ui.FormValues; readonly errors: readonly FieldError[] },
  act: {
    readonly title: string
    readonly text: string
    readonly submit: string
    readonly action: string
    readonly back: string
    readonly of: ui.Content
    readonly crumbs: readonly ui.Crumb[]
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const f = ui.boundFields({ locale, ...state })
  return ui.page(frame, {
    title: act.title,
    breadcrumbs: act.crumbs,
    lead: act.of,
    main: html`${ui.paragraph(act.text)}${ui.form({
      locale,
      action: act.action,
      csrf: frame.csrf,
      errors: state.errors,
      content: f.area({ name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3 }),
      submit: act.submit,
      cancelHref: act.back,
    })}`,
  })
}
