/** What pages of practices share. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { type ListEntry, organisationPath } from '../../organisations/index.ts'
import { texts } from '../texts/index.ts'
import { moneyText, periodText } from '../texts/words.ts'
import type { Content, Indicator, PracticeState } from '../types.ts'

export const PUBLIC = '/practices'
export const OFFICE = '/office/practices'
export const CABINET = '/cabinet/practices'

export type Directions = readonly ListEntry<'direction'>[]

export function directionName(locale: Locale, directions: Directions, id: string | null): string | null {
  const found = directions.find((d) => d.id === id)
  return found ? (locale === 'en' ? (found.nameEn ?? found.name) : found.name) : null
}

const TONES: Readonly<Record<PracticeState, 'plain' | 'info' | 'done' | 'due' | 'late'>> = {
  draft: 'plain',
  submitted: 'due',
  returned: 'late',
  published: 'done',
  withdrawn: 'plain',
}

export function stateTag(locale: Locale, state: PracticeState): Html {
  return ui.tag(texts[locale].states[state], TONES[state])
}

function paragraphsOf(locale: Locale, text: string): Html[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${locale === 'uk' ? line : ui.foreign('uk', line)}</p>`)
}

/** The card as it is read; also in the office and the cabinet before it is public. */
export function cardBody(
  locale: Locale,
  content: Content,
  more: {
    readonly directions: Directions
    readonly files: readonly { readonly title: string; readonly href: string; readonly size: number }[]
  },
): Html {
  const t = texts[locale].labels
  const part = (title: string, text: string | null) =>
    text !== null && ui.section({ title, content: paragraphsOf(locale, text) })
  return html`${part(t.problem, content.problem)}${part(t.done, content.done)}${part(t.result, content.result)}${
    content.indicators.length > 0 && indicatorTable(locale, content.indicators)
  }${ui.facts(
    [
      { term: t.period, detail: periodText(locale, content) },
      { term: t.place, detail: content.place },
      { term: t.direction, detail: directionName(locale, more.directions, content.directionId) },
      { term: t.cost, detail: moneyText(locale, content) },
      {
        term: t.partners,
        detail:
          content.partners.length > 0 &&
          ui.bullets(
            content.partners.map((p) =>
              p.organisationId === null
                ? p.name
                : html`<a href="${localPath(locale, organisationPath(p.organisationId))}">${p.name}</a>`,
            ),
          ),
      },
      {
        term: t.evidence,
        detail:
          (content.links.length > 0 || more.files.length > 0) &&
          ui.bullets([
            ...content.links.map((href) => html`<a href="${href}" rel="noopener nofollow">${href}</a>`),
            ...more.files.map(
              (f) =>
                html`<a href="${f.href}">${f.title}</a> ${ui.numeric(`${figure(locale, Math.ceil(f.size / 1024))} ${texts[locale].kilobytes}`)}`,
            ),
          ]),
      },
      { term: t.contact, detail: content.contact },
    ].filter((f) => ui.isPresent(f.detail)),
  )}`
}

function indicatorTable(locale: Locale, indicators: readonly Indicator[]): Html {
  const t = texts[locale].labels
  const value = (n: number | null) => (n === null ? '–' : figure(locale, n))
  return ui.table<Indicator>({
    locale,
    caption: t.indicators,
    rows: indicators,
    narrow: 'keep',
    columns: [
      { label: t.indicator, rowHeader: true, cell: (i) => (i.unit ? `${i.name}, ${i.unit}` : i.name) },
      { label: t.before, numeric: true, cell: (i) => value(i.before) },
      { label: t.after, numeric: true, cell: (i) => value(i.after) },
    ],
  })
}
