/** Public pages of reports: the same for every reader, made of what was frozen. */

import { dayOf, Temporal } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { quarterName, ROMAN, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import * as ui from '../../../ui/index.ts'
import type { EvidenceId } from '../../duties/index.ts'
import type { Programme } from '../../programmes/index.ts'
import type { PublicLine } from '../store/published.ts'
import type { PublishedReport } from '../store/standing.ts'
import { spanName, texts } from '../texts/index.ts'
import { upperFirst } from '../texts/official-uk.ts'
import type { Arrival, Frozen, FrozenConsolidated, FrozenReport } from '../types/frozen.ts'
import type { ReportLine } from '../types.ts'
import { addressOf } from './addresses.ts'
import { documentLinks } from './consolidated.ts'
import { consolidatedContent } from './consolidated-content.ts'
import { consolidatedDiff } from './consolidated-summary.ts'
import { frozenReportView, versionDiff } from './frozen-report.ts'
import { isoDay, reportTag, timeliness, whyDue } from './parts.ts'

export type Site = { readonly baseUrl: string; readonly council: string }
type Named = {
  readonly title: string
  readonly titleEn: string | null
  readonly slug: string
}

function titleOf(locale: ui.Frame['locale'], programme: Named): string {
  return locale === 'en' && programme.titleEn ? programme.titleEn : programme.title
}

function crumbs(frame: ui.Frame, programme: Named, deep: boolean): ui.Crumb[] {
  const { locale } = frame
  const base = localPath(locale, `/programmes/${programme.slug}`)
  const top = { label: titleOf(locale, programme), href: base }
  return deep ? [top, { label: texts[locale].public.title, href: `${base}/reports` }] : [top]
}

function feedOf(frame: ui.Frame) {
  const { locale } = frame
  return [
    {
      href: localPath(locale, '/reports.atom'),
      title: texts[locale].public.feed,
      type: 'application/atom+xml' as const,
    },
  ]
}

export function reportsOfProgramme(
  frame: ui.Frame,
  data: {
    readonly programme: Programme
    readonly published: readonly PublishedReport[]
    readonly lines: readonly ReportLine[]
    /** Departments and quarters whose report was accepted: those have a page. */
    readonly accepted: ReadonlySet<string>
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { programme } = data
  const named: Named = { title: programme.shortTitle, titleEn: programme.shortTitleEn, slug: programme.slug }
  const span = { from: programme.period.from.toString(), to: programme.period.to.toString() }
  return ui.page(frame, {
    title: t.public.title,
    lead: t.public.lead,
    breadcrumbs: crumbs(frame, named, false),
    feeds: feedOf(frame),
    main: html`${ui.section({
      title: t.public.consolidated,
      content: ui.rows({
        empty: t.public.none,
        items: data.published.map((r) => ({
          when: r.on && shortDate(locale, r.on),
          title: t.consolidated.titleOf(spanName(locale, r, span)),
          href: localPath(locale, addressOf({ ...r, slug: programme.slug, unitId: null })),
          text: `${t.consolidated.kinds[r.kind]}${r.version > 1 ? `, ${t.version(r.version)}` : ''}`,
        })),
      }),
    })}${ui.section({
      title: t.public.timeliness,
      content: ui.table<ReportLine>({
        locale,
        caption: t.public.timeliness,
        captionHidden: true,
        rows: data.lines,
        empty: t.public.none,
        columns: [
          {
            label: t.columns.unit,
            rowHeader: true,
            cell: (r) => {
              const key = `${r.unitId} ${r.quarter.year} ${r.quarter.quarter}`
              const href = addressOf({
                kind: 'report',
                slug: programme.slug,
                year: r.quarter.year,
                quarter: r.quarter.quarter,
                unitId: r.unitId,
              })
              return data.accepted.has(key)
                ? html`<a href="${localPath(locale, href)}">${r.unitLabel}</a>`
                : r.unitLabel
            },
          },
          { label: t.columns.quarter, cell: (r) => quarterName(locale, r.quarter) },
          { label: t.columns.due, cell: (r) => shortDate(locale, r.due) },
          { label: t.columns.state, cell: (r) => (r.state === 'accepted' ? reportTag(locale, r.state) : '') },
          { label: t.columns.submitted, cell: (r) => timeliness(locale, r, frame.today) },
        ],
      }),
    })}`,
  })
}

function frozenLine(frame: ui.Frame, frozen: Frozen<unknown>): Html {
  const { locale } = frame
  const on = shortDate(locale, dayOf(Temporal.Instant.from(frozen.frozenAt)))
  return html`<p class="soft">${texts[locale].public.rest} ${texts[locale].report.frozen(on, frozen.sha256)}</p>`
}

function versionLinks(frame: ui.Frame, path: string, versions: readonly Frozen<unknown>[], shown: number) {
  const { locale } = frame
  const t = texts[locale]
  return (
    versions.length > 1 &&
    ui.section({
      title: t.public.otherVersions,
      content: ui.bullets(
        versions
          .filter((v) => v.version !== shown)
          .map((v) => html`<a href="${path}?version=${v.version}">${t.version(v.version)}</a>`),
      ),
    })
  )
}

function reportLd(site: Site, address: string, name: string, published: string, version: number) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name,
    url: site.baseUrl + address,
    datePublished: published,
    version,
    inLanguage: 'uk',
    publisher: { '@type': 'GovernmentOrganization', name: site.council },
  }
}

export function executorReportPage(
  frame: ui.Frame,
  site: Site,
  versions: readonly Frozen<FrozenReport>[],
  shown: Frozen<FrozenReport>,
  withdrawn: ReadonlySet<EvidenceId>,
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { content } = shown
  const named = {
    ...content.programme,
    title: content.programme.shortTitle,
    titleEn: content.programme.shortTitleEn,
  }
  const bare = addressOf({ kind: 'report', slug: named.slug, ...content, unitId: content.unit.id })
  const path = localPath(locale, bare)
  const title = `${t.report.title(quarterName(locale, content))}: ${content.unit.label}`
  const earlier = versions.find((v) => v.version < shown.version)
  const file = (format: string) => ui.withQuery(path, { format, version: shown.version })
  return ui.page(frame, {
    title,
    lead: titleOf(locale, named),
    breadcrumbs: crumbs(frame, named, true),
    canonical: site.baseUrl + path,
    feeds: feedOf(frame),
    jsonLd: reportLd(site, path, title, content.acceptedOn, content.version),
    main: html`<p>${upperFirst(t.submittedOn(isoDay(locale, content.submittedOn)))}, ${
      content.daysLate > 0 ? ui.tag(t.late(content.daysLate), 'late') : t.inTime
    }. ${t.report.dueLine(isoDay(locale, content.due, 'long'))}.</p>${whyDue(locale, content.explanation, null)}${
      t.public.originalOnly !== '' && html`<p class="soft">${t.public.originalOnly}</p>`
    }${content.correctionReason !== null && html`<p>${t.report.correction(content.correctionReason)}</p>`}${frozenReportView(
      frame,
      content,
      { area: 'public', withdrawn },
    )}${earlier && versionDiff(frame, earlier.content, content)}${frozenLine(frame, shown)}${ui.exportLinks({
      locale,
      docx: file('docx'),
      pdf: file('pdf'),
      xlsx: file('xlsx'),
      ods: file('ods'),
      csv: file('csv'),
      json: file('json'),
      print: true,
    })}${versionLinks(frame, path, versions, shown.version)}`,
  })
}

export function consolidatedPublicPage(
  frame: ui.Frame,
  site: Site,
  versions: readonly Frozen<FrozenConsolidated>[],
  shown: Frozen<FrozenConsolidated>,
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { content } = shown
  const { programme } = content
  const named = { ...programme, title: programme.shortTitle, titleEn: programme.shortTitleEn }
  const path = localPath(locale, addressOf({ ...content, slug: programme.slug, unitId: null }))
  const title = t.consolidated.titleOf(spanName(locale, content, programme))
  const earlier = versions.find((v) => v.version < shown.version)
  return ui.page(frame, {
    title,
    lead: titleOf(locale, programme),
    breadcrumbs: crumbs(frame, named, true),
    canonical: site.baseUrl + path,
    feeds: feedOf(frame),
    jsonLd: reportLd(site, path, title, content.on, content.version),
    wide: true,
    main: html`${t.public.originalOnly !== '' && html`<p class="soft">${t.public.originalOnly}</p>`}${
      content.correctionReason !== null && html`<p>${t.report.correction(content.correctionReason)}</p>`
    }${documentLinks(frame, ui.withQuery(path, { version: shown.version }), content)}${consolidatedContent(
      frame,
      content,
      {
        report: (a: Arrival) => localPath(locale, addressOf({ kind: 'report', slug: programme.slug, ...a })),
      },
    )}${earlier && consolidatedDiff(frame, earlier.content, content)}${frozenLine(frame, shown)}${versionLinks(frame, path, versions, shown.version)}`,
  })
}

/** A year without its yearly report: its quarters, as far as they are there. */
export function yearPage(
  frame: ui.Frame,
  programme: Programme,
  year: number,
  lines: readonly PublicLine[],
): Html {
  const { locale } = frame
  const t = texts[locale]
  const named: Named = { title: programme.shortTitle, titleEn: programme.shortTitleEn, slug: programme.slug }
  return ui.page(frame, {
    title: `${t.public.title}, ${year}`,
    breadcrumbs: crumbs(frame, named, true),
    main: ui.rows({
      level: 2,
      empty: t.public.none,
      items: lines.map((line) => ({
        when: line.quarter === null ? String(line.year) : `${ROMAN[line.quarter]} ${line.year}`,
        title: line.unitName ?? t.consolidatedTitle,
        href: localPath(locale, addressOf(line)),
      })),
    }),
  })
}
