/** What pages of organisations share: values, sources and dates in words. */
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { checkDigitFits } from '../rules/edrpou.ts'
import { SHAPES } from '../rules/fields.ts'
import { legalFormName } from '../rules/legal-forms.ts'
import { publicTexts, words } from '../texts/index.ts'
import { kinds, states } from '../texts/kinds.ts'
import {
  type BodyKind,
  type Contact,
  FIELDS,
  type Field,
  type FieldValue,
  type Legalisation,
  type ListEntry,
  type Names,
  type Officer,
  type OrganisationKind,
  type OrganisationState,
  type Source,
} from '../types.ts'

export function namesOf(...lists: readonly (readonly ListEntry[])[]): Names {
  return new Map(lists.flat().map((entry) => [entry.id, entry]))
}

export function entryName(locale: Locale, entry: Pick<ListEntry, 'name' | 'nameEn'>): string {
  return (locale === 'en' ? entry.nameEn : null) ?? entry.name
}

/** A value as a reader sees it. */
export function valueText(locale: Locale, field: Field, value: string | null, names: Names): string {
  if (value === null) return publicTexts[locale].page.empty
  const w = words[locale]
  switch (field) {
    case 'kind':
      return kinds[locale][value as OrganisationKind] ?? value
    case 'state':
      return states[locale][value as OrganisationState] ?? value
    case 'formCode':
      return `${value} ${legalFormName(value)?.[locale] ?? ''}`.trim()
    case 'bodyKind':
      return w.bodyKinds[value as BodyKind] ?? value
    case 'legalisation':
      return w.legalisations[value as Legalisation] ?? value
    case 'districtId':
    case 'confessionId': {
      const entry = names.get(value)
      return entry ? entryName(locale, entry) : value
    }
    default: {
      const day = SHAPES[field].is === 'date' ? parseCivilDate(value) : null
      return day ? shortDate(locale, day) : value
    }
  }
}

/** Ukrainian texts of the registry on an English page are marked so for screen readers. */
export function valueContent(locale: Locale, field: Field, value: string | null, names: Names): ui.Content {
  const text = valueText(locale, field, value, names)
  if (value === null) return html`<span class="soft">${text}</span>`
  const own = SHAPES[field].is === 'line' || SHAPES[field].is === 'text'
  if (field === 'edrpou') return ui.numeric(text)
  return own && locale === 'en' && field !== 'nameEn' ? ui.foreign('uk', text) : text
}

export function codeWarning(code: string | null): boolean {
  return code !== null && !checkDigitFits(code)
}

export function sourceText(locale: Locale, source: Source, withRef: boolean): string {
  const t = publicTexts[locale].page
  return [
    words[locale].sources[source.kind],
    withRef ? source.ref : null,
    source.on && t.asOf(shortDate(locale, source.on)),
  ]
    .filter((part) => part !== null && part !== '')
    .join(', ')
}

/** `з 01.03.2025 до 31.12.2025`, or what is unknown of it. */
export function spanText(
  locale: Locale,
  span: { readonly from: CivilDate | null; readonly until: CivilDate | null; readonly ended?: boolean },
): string {
  const t = publicTexts[locale].page.officerOf
  const from = span.from ? `${t.from} ${shortDate(locale, span.from)}` : t.since
  const until = span.until ? `${t.until} ${shortDate(locale, span.until)}` : span.ended ? t.ended : ''
  return [from, until].filter((part) => part !== '').join(span.from && span.until ? ' ' : ', ')
}

export function isPresent(officer: Pick<Officer, 'until' | 'ended'>, today: CivilDate): boolean {
  return !officer.ended && (officer.until === null || officer.until.toString() >= today.toString())
}

export function contactContent(contact: Pick<Contact, 'kind' | 'value'>): Html {
  const { kind, value } = contact
  if (kind === 'email') return html`<a href="mailto:${value}">${value}</a>`
  if (kind === 'phone') return html`<a href="tel:${value.replace(/[^+\d]/g, '')}">${value}</a>`
  if (kind === 'site' || kind === 'social')
    return html`<a href="${value}" rel="noopener nofollow">${value.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')}</a>`
  return html`${value}`
}

export function stateTag(locale: Locale, state: OrganisationState): Html | false {
  return state !== 'active' && ui.tag(states[locale][state], state === 'terminated' ? 'plain' : 'due')
}

/** Who verified it: the kind of the source, or words that another module gave. */
export function verifierText(locale: Locale, by: string | null): string {
  const sources: Readonly<Record<string, string>> = words[locale].sources
  return by === null ? '' : (sources[by] ?? by)
}

/** Values in the order in which a page names the fields. */
export function inOrder(values: readonly FieldValue[]): readonly FieldValue[] {
  return [...values].sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field))
}
