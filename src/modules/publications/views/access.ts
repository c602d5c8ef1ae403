/** The counter of equal access. */

import type { Quarter } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, quarterName, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import { KIND_ORDER, kindName, organisationPath } from '../../organisations/index.ts'
import { type AccessSums, sumsOf } from '../rules/access.ts'
import { quarterKey } from '../rules/quarter.ts'
import { textsOf } from '../texts/index.ts'
import type { AccessLine, OrganisationKind, Reason, Silence } from '../types.ts'
import { ACCESS, NEWS } from './public.ts'

export type Access = {
  readonly quarter: Quarter
  readonly quarters: readonly Quarter[]
  readonly lines: readonly AccessLine[]
  readonly waited: { readonly all: number | null; readonly kinds: ReadonlyMap<OrganisationKind, number> }
  readonly reasons: readonly Reason[]
  readonly silences: readonly Silence[]
}

/** Hours as days with one figure after the comma. */
export function daysOf(locale: Locale, hours: number | null): string {
  if (hours === null) return '–'
  const days = (Math.round((hours / 24) * 10) / 10).toFixed(1)
  return locale === 'uk' ? days.replace('.', ',') : days
}

export function accessPage(frame: ui.Frame, of: Access): Html {
  const { locale } = frame
  const t = textsOf(locale).access
  const all = sumsOf(of.lines)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(quarterName(locale, of.quarter)),
    breadcrumbs: [{ label: textsOf(locale).public.title, href: localPath(locale, NEWS) }],
    wide: true,
    main: html`${ui.filterForm({
      locale,
      action: localPath(locale, ACCESS),
      fields: ui.selectField({
        locale,
        name: 'quarter',
        label: t.quarter,
        value: quarterKey(of.quarter),
        options: of.quarters.map((q) => ({ value: quarterKey(q), label: quarterName(locale, q) })),
      }),
    })}${
      of.lines.length === 0
        ? ui.emptyState({ title: t.none })
        : html`<p>${t.summary(all.published, all.returned)} ${of.waited.all !== null && t.waited(daysOf(locale, of.waited.all))}</p>${byKind(frame, of)}${byOrganisation(frame, of)}${reasonsTable(frame, of)}`
    }${ui.exportLinks({
      locale,
      csv: ui.withQuery(frame.path, { format: 'csv' }),
      xlsx: ui.withQuery(frame.path, { format: 'xlsx' }),
      ods: ui.withQuery(frame.path, { format: 'ods' }),
      json: ui.withQuery(frame.path, { format: 'json' }),
      print: true,
      of: t.title,
    })}${ui.section({
      title: t.how,
      content: html`${ui.bullets(t.howText)}<p><a href="${localPath(locale, '/data/news-equal-access')}">${t.open}</a></p>`,
    })}${
      of.silences.length > 0 &&
      ui.section({
        title: t.silences,
        content: ui.bullets(
          of.silences.map((s) => t.silenceLine(s.title, shortDate(locale, s.from), shortDate(locale, s.to))),
        ),
      })
    }`,
  })
}

type KindRow = AccessSums & {
  readonly kind: OrganisationKind
  readonly organisations: number
  readonly waited: number | null
}

const COUNTS = ['published', 'edits', 'returned', 'upheld', 'overturned', 'withdrawn'] as const

function byKind(frame: ui.Frame, of: Access): Html {
  const { locale } = frame
  const t = textsOf(locale).access
  const rows = KIND_ORDER.flatMap((kind): KindRow[] => {
    const lines = of.lines.filter((l) => l.kind === kind)
    return lines.length === 0
      ? []
      : [{ kind, organisations: lines.length, waited: of.waited.kinds.get(kind) ?? null, ...sumsOf(lines) }]
  })
  return ui.table<KindRow>({
    locale,
    caption: t.byKind,
    rows,
    columns: [
      { label: t.columns.kind, cell: (r) => kindName(locale, r.kind), rowHeader: true },
      { label: t.columns.organisations, cell: (r) => r.organisations, numeric: true },
      ...COUNTS.map((key) => ({ label: t.columns[key], cell: (r: KindRow) => r[key], numeric: true })),
      { label: t.columns.waited, cell: (r) => daysOf(locale, r.waited), numeric: true },
    ],
  })
}

function byOrganisation(frame: ui.Frame, of: Access): Html {
  const { locale } = frame
  const t = textsOf(locale).access
  const name = (code: string) => of.reasons.find((r) => r.code === code)?.name[locale] ?? code
  return ui.table<AccessLine>({
    locale,
    caption: t.byOrganisation,
    rows: of.lines,
    columns: [
      {
        label: t.columns.organisation,
        rowHeader: true,
        cell: (l) =>
          html`<a href="${localPath(locale, organisationPath(l.organisationId))}">${(locale === 'en' ? l.organisationNameEn : null) ?? l.organisationName}</a>`,
      },
      ...COUNTS.map((key) => ({ label: t.columns[key], cell: (l: AccessLine) => l[key], numeric: true })),
      { label: t.columns.waited, cell: (l) => daysOf(locale, l.waited), numeric: true },
      {
        label: t.columns.reasons,
        cell: (l) =>
          Object.entries(l.reasons)
            .map(([code, n]) => `${name(code)}: ${n}`)
            .join('; '),
      },
    ],
  })
}

function reasonsTable(frame: ui.Frame, of: Access): Html | false {
  const { locale } = frame
  const t = textsOf(locale).access
  const times = (code: string) => of.lines.reduce((n, l) => n + (l.reasons[code] ?? 0), 0)
  const rows = of.reasons.map((r) => ({ ...r, times: times(r.code) })).filter((r) => r.times > 0)
  return (
    rows.length > 0 &&
    ui.table<(typeof rows)[number]>({
      locale,
      caption: t.reasons,
      rows,
      columns: [
        { label: t.columns.reason, cell: (r) => r.name[locale], rowHeader: true },
        {
          label: t.columns.norm,
          cell: (r) =>
            r.source &&
            (r.url === null ? r.source : html`<a href="${r.url}" rel="nofollow noopener">${r.source}</a>`),
        },
        { label: t.columns.times, cell: (r) => r.times, numeric: true },
      ],
    })
  )
}
