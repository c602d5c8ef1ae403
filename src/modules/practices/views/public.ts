/** Practices as everybody reads them. */

import { dayOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { longDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import {
  KIND_ORDER,
  kindName,
  type OrganisationKind,
  organisationLabel,
  organisationPath,
} from '../../organisations/index.ts'
import { texts } from '../texts/index.ts'
import type { DirectionId, PracticeFile, PracticeVersion, Published } from '../types.ts'
import { cardBody, type Directions, directionName, PUBLIC } from './parts.ts'

export type ListView = {
  readonly page: Page<Published>
  readonly text: string
  readonly directionId: DirectionId | null
  readonly kind: OrganisationKind | null
  readonly year: number | null
  readonly directions: Directions
  readonly years: readonly number[]
}

export function listPage(frame: ui.Frame, view: ListView): Html {
  const { locale } = frame
  const t = texts[locale]
  const filtered = Boolean(view.text || view.directionId || view.kind || view.year)
  const at = localPath(locale, PUBLIC)
  const to = (format: string) => ui.withQuery(frame.path, { format, after: null })
  const all = { value: '', label: t.any }
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    description: t.lead,
    feeds: [{ href: localPath(locale, `${PUBLIC}.atom`), title: t.title, type: 'application/atom+xml' }],
    main: html`${ui.filterForm({
      locale,
      action: at,
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: view.text, type: 'search' }),
        ui.selectField({
          locale,
          name: 'direction',
          label: t.direction,
          value: view.directionId ?? '',
          options: [
            all,
            ...view.directions.map((d) => ({
              value: d.id,
              label: directionName(locale, view.directions, d.id) ?? '',
            })),
          ],
        }),
        ui.selectField({
          locale,
          name: 'kind',
          label: t.kind,
          value: view.kind ?? '',
          options: [all, ...KIND_ORDER.map((k) => ({ value: k, label: kindName(locale, k) }))],
        }),
        ui.selectField({
          locale,
          name: 'year',
          label: t.year,
          value: view.year ? String(view.year) : '',
          options: [all, ...view.years.map((y) => ({ value: String(y), label: String(y) }))],
          width: 'short',
        }),
      ],
      ...(filtered ? { resetHref: at } : {}),
    })}${
      view.page.rows.length === 0 && !filtered
        ? ui.emptyState({ title: t.none })
        : ui.rows({
            level: 2,
            empty: t.nothingFound,
            items: view.page.rows.map((p) => ({
              title: p.content.title,
              href: localPath(locale, `${PUBLIC}/${p.id}`),
              text: [
                organisationLabel(p.organisation, locale),
                shortened(p.content.result ?? p.content.problem ?? ''),
              ]
                .filter(Boolean)
                .join('. '),
            })),
          })
    }${ui.pager({ locale, ...(view.page.next ? { nextHref: ui.withQuery(frame.path, { after: view.page.next }) } : {}) })}${ui.exportLinks(
      {
        locale,
        csv: to('csv'),
        xlsx: to('xlsx'),
        ods: to('ods'),
        json: to('json'),
        atom: localPath(locale, `${PUBLIC}.atom`),
        print: true,
        of: t.title,
      },
    )}`,
  })
}

export function shortened(text: string, most = 200): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= most
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', most)).replace(/[,;:.–-]+$/, '')} …`
}

export function cardPage(
  frame: ui.Frame,
  view: {
    readonly practice: Published
    readonly versions: readonly PracticeVersion[]
    readonly files: readonly PracticeFile[]
    readonly directions: Directions
    readonly jsonLd: unknown
    readonly canonical: string
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { practice } = view
  const day = (at: Published['publishedAt']) => longDate(locale, dayOf(at))
  const file = (format: string) => ui.withQuery(localPath(locale, `${PUBLIC}/${practice.id}`), { format })
  return ui.page(frame, {
    title: practice.content.title,
    lead: html`<a href="${localPath(locale, organisationPath(practice.organisation.id))}">${organisationLabel(practice.organisation, locale)}</a>`,
    description: shortened(practice.content.result ?? ''),
    breadcrumbs: [{ label: t.title, href: localPath(locale, PUBLIC) }],
    jsonLd: view.jsonLd,
    canonical: view.canonical,
    main: html`${cardBody(locale, practice.content, {
      directions: view.directions,
      files: view.files.map((f) => ({ ...f, href: `/files/${f.id}/${encodeURIComponent(f.name)}` })),
    })}<p class="soft">${t.labels.published}: ${day(practice.firstPublishedAt)}${
      practice.number > 1 && `. ${t.labels.changed}: ${day(practice.publishedAt)}`
    }</p>${
      view.versions.length > 1 &&
      ui.section({
        title: t.versions,
        intro: t.versionsHint,
        content: view.versions.map((v, i) =>
          i === 0
            ? html`<p>${t.version(v.number, day(v.publishedAt))} (${t.current})</p>`
            : ui.disclosure({
                summary: t.version(v.number, day(v.publishedAt)),
                content: ui.diffView({
                  locale,
                  caption: t.version(v.number, day(v.publishedAt)),
                  rows: changes(locale, v.content, view.versions[i - 1]!.content),
                }),
              }),
        ),
      })
    }${ui.exportLinks({ locale, docx: file('docx'), pdf: file('pdf'), json: file('json'), print: true, of: t.card })}`,
  })
}

/** What another version said differently. */
function changes(
  locale: ui.Frame['locale'],
  before: PracticeVersion['content'],
  after: PracticeVersion['content'],
) {
  const t = texts[locale].labels
  return (['title', 'problem', 'done', 'result', 'place', 'contact'] as const)
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ label: t[key], before: before[key] ?? '', after: after[key] ?? '' }))
}
