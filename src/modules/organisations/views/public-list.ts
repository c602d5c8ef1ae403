/** The list of organisations for everybody. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { organisationPath } from '../rules/path.ts'
import type { ListFilter, ListRow } from '../store/list.ts'
import { kindName, publicTexts } from '../texts/index.ts'
import { KIND_ORDER, type ListEntry } from '../types.ts'
import { entryName, stateTag } from './parts.ts'

export const PUBLIC = '/organisations'
export const COUNTED = 1_001

export type Choices = {
  readonly districts: readonly ListEntry[]
  readonly directions: readonly ListEntry[]
}

const STATES = ['alive', 'terminating', 'terminated', 'all'] as const

/** Fields that narrow a list, the same for everybody and for the office. */
export function filterFields(locale: Locale, filter: ListFilter, choices: Choices): ui.Content {
  const t = publicTexts[locale]
  const entries = (list: readonly ListEntry[], chosen: string | null) =>
    list.filter((e) => e.active || e.id === chosen).map((e) => ({ value: e.id, label: entryName(locale, e) }))
  return [
    ui.textField({ locale, name: 'q', label: t.search, value: filter.text, type: 'search' }),
    ui.selectField({
      locale,
      name: 'kind',
      label: t.kind,
      value: filter.kind ?? '',
      empty: t.anyKind,
      options: KIND_ORDER.map((value) => ({ value, label: kindName(locale, value) })),
    }),
    choices.directions.length > 0 &&
      ui.selectField({
        locale,
        name: 'direction',
        label: t.direction,
        value: filter.direction ?? '',
        empty: t.anyDirection,
        options: entries(choices.directions, filter.direction),
      }),
    choices.districts.length > 0 &&
      ui.selectField({
        locale,
        name: 'district',
        label: t.district,
        value: filter.district ?? '',
        empty: t.anyDistrict,
        options: entries(choices.districts, filter.district),
      }),
    ui.selectField({
      locale,
      name: 'state',
      label: t.state,
      value: filter.state,
      options: STATES.map((value) => ({ value, label: t.states[value] })),
    }),
  ]
}

export function isFiltered(filter: ListFilter): boolean {
  return Boolean(
    filter.text ||
      filter.kind ||
      filter.direction ||
      filter.district ||
      filter.confession ||
      filter.state !== 'alive',
  )
}

type Narrowed = {
  readonly kind?: string | null
  readonly direction?: string | null
  readonly district?: string | null
}

/** Of what narrows most for a reader: a direction of work, a district, a kind. */
export function feedPath({ kind, direction, district }: Narrowed): string {
  const of = direction
    ? `/directions/${direction}`
    : district
      ? `/districts/${district}`
      : kind
        ? `/kinds/${kind}`
        : ''
  return `${PUBLIC}${of}/changes.atom`
}

function feedOf(locale: Locale, filter: ListFilter, choices: Choices) {
  const t = publicTexts[locale]
  const entry =
    choices.directions.find((d) => d.id === filter.direction) ??
    choices.districts.find((d) => d.id === filter.district)
  return {
    href: localPath(locale, feedPath(filter)),
    title: entry
      ? t.feedOf(entryName(locale, entry))
      : filter.kind
        ? t.feedOfKind(kindName(locale, filter.kind))
        : t.feedTitle,
  }
}

export function publicListPage(
  frame: ui.Frame,
  list: {
    readonly rows: readonly ListRow[]
    readonly next: string | null
    readonly total: number
    readonly filter: ListFilter
    readonly choices: Choices
    readonly baseUrl: string
  },
): Html {
  const { locale } = frame
  const t = publicTexts[locale]
  const { filter } = list
  const here = localPath(locale, PUBLIC)
  const feed = feedOf(locale, filter, list.choices)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    description: t.lead,
    canonical: list.baseUrl + here,
    feeds: [{ ...feed, type: 'application/atom+xml' }],
    main: html`${ui.filterForm({
      locale,
      action: here,
      fields: filterFields(locale, filter, list.choices),
      ...(isFiltered(filter) ? { resetHref: here } : {}),
    })}<p class="count num">${t.found(list.total, COUNTED)}</p>${ui.table<ListRow>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: list.rows,
      empty: isFiltered(filter) ? t.none : t.empty,
      rowTone: (o) => (o.state === 'terminated' ? 'soft' : null),
      columns: [
        {
          label: t.name,
          rowHeader: true,
          cell: (o) => nameCell(locale, o),
        },
        { label: t.kind, cell: (o) => kindName(locale, o.kind) },
        {
          label: t.district,
          cell: (o) => o.district !== null && entryName(locale, { name: o.district, nameEn: o.districtEn }),
        },
        { label: t.code, cell: (o) => o.edrpou !== null && ui.numeric(o.edrpou) },
        { label: t.verified, cell: (o) => o.verifiedOn && shortDate(locale, o.verifiedOn) },
      ],
    })}${ui.pager({
      locale,
      nextHref: list.next && ui.withQuery(frame.path, { after: list.next }),
    })}${ui.exportLinks({
      locale,
      ...ui.tableFiles(frame.path),
      atom: feed.href,
      print: true,
      of: t.title,
    })}`,
  })
}

function nameCell(locale: Locale, o: ListRow): Html {
  const name = locale === 'en' && o.nameEn ? o.nameEn : o.name
  const shown = locale === 'en' && !o.nameEn ? ui.foreign('uk', name) : name
  return html`<a href="${localPath(locale, organisationPath(o.id))}">${shown}</a> ${stateTag(locale, o.state)}`
}
