/** Pages of the passport for every reader. */
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { longDate, shortDate } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import type { Comparison } from '../rules/compare.ts'
import type { MapShape } from '../rules/shapes.ts'
import { sentences, texts } from '../texts/index.ts'
import type { Frozen, PassportContent, PublishedLine } from '../types.ts'
import { comparisonView } from './compare.ts'
import { PUBLIC } from './parts.ts'
import { passportSections } from './sections.ts'

export type Site = { readonly baseUrl: string; readonly council: string }

export function noPassportPage(frame: ui.Frame): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.fullTitle,
    lead: t.public.lead,
    main: ui.emptyState({ title: t.public.none, body: t.public.noneBody }),
  })
}

export function passportPage(
  frame: ui.Frame,
  data: {
    readonly site: Site
    readonly shown: Frozen
    /** Of all days, the newest version of each; the newest day first. */
    readonly others: readonly PublishedLine[]
    readonly newestVersion: number
    readonly versions: readonly number[]
    readonly shapes: readonly MapShape[]
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const p = t.public
  const { shown } = data
  const { content } = shown
  const day = longDate(locale, shown.asOf)
  const path = addressOf(locale, shown.asOf)
  const canonical = `${data.site.baseUrl}${path}`
  return ui.page(frame, {
    title: t.titleOn(shortDate(locale, shown.asOf)),
    lead: sentences[locale].headline(content),
    description: p.description(day),
    canonical,
    breadcrumbs: [{ label: t.fullTitle, href: localPath(locale, PUBLIC) }],
    jsonLd: datasetLd(frame, data.site, shown, canonical),
    notices: [
      shown.version < data.newestVersion &&
        ui.notice({ locale, tone: 'warning', body: html`<a href="${path}">${p.newer}</a>` }),
      content.correctionReason !== null &&
        ui.notice({ locale, tone: 'info', body: p.correction(content.version, content.correctionReason) }),
    ],
    wide: true,
    main: html`${files(frame, shown)}${contents(locale, content)}${passportSections(locale, {
      content,
      shapes: data.shapes,
    })}${compareBox(frame, shown, data.others)}${versionsBox(frame, shown, data.versions)}${sealBox(frame, shown)}`,
  })
}

function addressOf(locale: ui.Frame['locale'], asOf: CivilDate): string {
  return localPath(locale, `${PUBLIC}/${asOf.toString()}`)
}

function contents(locale: ui.Frame['locale'], content: PassportContent): Html {
  const t = texts[locale]
  return ui.disclosure({
    summary: t.public.contents,
    content: html`<nav aria-label="${t.public.contents}"><ol>${content.sections.map(
      (s) => html`<li><a href="#${s.key}">${t.sections[s.key]}</a></li>`,
    )}</ol></nav>`,
  })
}

function compareBox(frame: ui.Frame, shown: Frozen, others: readonly PublishedLine[]): Html | false {
  const { locale } = frame
  const t = texts[locale]
  const rest = others.filter((o) => !o.asOf.equals(shown.asOf))
  return (
    rest.length > 0 &&
    ui.section({
      title: t.compare.title,
      content: html`${ui.filterForm({
        locale,
        action: localPath(locale, `${PUBLIC}/compare`),
        label: t.compare.title,
        keep: { to: shown.asOf.toString() },
        fields: ui.selectField({
          locale,
          name: 'from',
          label: t.public.compareWith,
          options: rest.map((o) => ({ value: o.asOf.toString(), label: shortDate(locale, o.asOf) })),
        }),
      })}<p><a href="${localPath(locale, `${PUBLIC}/archive`)}">${t.public.archive}</a></p>`,
    })
  )
}

function files(frame: ui.Frame, shown: Frozen): Html {
  const { locale } = frame
  const t = texts[locale]
  const file = (format: string) =>
    ui.withQuery(addressOf(locale, shown.asOf), { version: String(shown.version), format })
  return html`${ui.exportLinks({
    locale,
    of: t.titleOn(shortDate(locale, shown.asOf)),
    docx: file('docx'),
    pdf: file('pdf'),
    json: file('json'),
    print: true,
  })}<p class="small"><a href="${file('zip')}">${t.public.package}</a> <span class="soft">(${t.public.packageNote})</span></p>`
}

/** By which a reader can check that nothing was changed since. */
function sealBox(frame: ui.Frame, shown: Frozen): Html {
  const { locale } = frame
  const t = texts[locale].public
  return html`<p class="small soft">${t.names}</p><p class="small soft">${t.frozen(shortDate(locale, dayOf(shown.frozenAt)))} <span class="num">${t.hash(shown.sha256)}</span></p>`
}

function versionsBox(frame: ui.Frame, shown: Frozen, versions: readonly number[]): Html | false {
  const { locale } = frame
  const t = texts[locale]
  const rest = versions.filter((v) => v !== shown.version)
  return (
    rest.length > 0 &&
    ui.section({
      title: t.public.otherVersions,
      content: ui.bullets(
        rest.map((v) => html`<a href="${addressOf(locale, shown.asOf)}?version=${v}">${t.version(v)}</a>`),
      ),
    })
  )
}

function datasetLd(frame: ui.Frame, site: Site, shown: Frozen, canonical: string) {
  const { locale } = frame
  const t = texts[locale]
  const file = (format: string, type: string) => ({
    '@type': 'DataDownload',
    encodingFormat: type,
    contentUrl: `${canonical}?version=${shown.version}&format=${format}`,
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: t.titleOn(longDate(locale, shown.asOf)),
    description: t.public.description(longDate(locale, shown.asOf)),
    url: canonical,
    version: shown.version,
    temporalCoverage: shown.asOf.toString(),
    datePublished: shown.publishedAt ? dayOf(shown.publishedAt).toString() : undefined,
    keywords: t.public.keywords,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    creator: { '@type': 'GovernmentOrganization', name: site.council, url: site.baseUrl },
    distribution: [
      file('json', 'application/json'),
      file('pdf', 'application/pdf'),
      file('zip', 'application/zip'),
    ],
  }
}

export function archivePage(
  frame: ui.Frame,
  data: { readonly page: Page<PublishedLine>; readonly year: string },
): Html {
  const { locale } = frame
  const t = texts[locale]
  return ui.page(frame, {
    title: t.public.archive,
    lead: t.public.archiveLead,
    breadcrumbs: [{ label: t.fullTitle, href: localPath(locale, PUBLIC) }],
    main: html`${ui.filterForm({
      locale,
      action: localPath(locale, `${PUBLIC}/archive`),
      ...(data.year === '' ? {} : { resetHref: localPath(locale, `${PUBLIC}/archive`) }),
      fields: ui.textField({
        locale,
        name: 'year',
        label: t.public.year,
        value: data.year,
        width: 'short',
        inputMode: 'numeric',
        optional: true,
      }),
    })}${ui.table<PublishedLine>({
      locale,
      caption: t.public.archive,
      captionHidden: true,
      rows: data.page.rows,
      empty: t.public.none,
      columns: [
        {
          label: t.columns.asOf,
          rowHeader: true,
          cell: (l) =>
            html`<a href="${addressOf(locale, l.asOf)}?version=${l.version}">${longDate(locale, l.asOf)}</a>`,
        },
        { label: t.columns.version, cell: (l) => l.version, numeric: true },
        {
          label: t.columns.published,
          cell: (l) => l.publishedAt && shortDate(locale, dayOf(l.publishedAt)),
        },
        {
          label: t.columns.count,
          numeric: true,
          cell: (l) => l.kinds.reduce((sum, k) => sum + k.count, 0),
        },
        { label: t.columns.sha256, cell: (l) => html`<code>${l.sha256.slice(0, 12)}…</code>` },
      ],
    })}${ui.pager({
      locale,
      nextHref: data.page.next === null ? null : ui.withQuery(frame.path, { after: data.page.next }),
    })}${ui.exportLinks({
      locale,
      of: t.public.archive,
      csv: ui.withQuery(frame.path, { format: 'csv' }),
      xlsx: ui.withQuery(frame.path, { format: 'xlsx' }),
      ods: ui.withQuery(frame.path, { format: 'ods' }),
      json: ui.withQuery(frame.path, { format: 'json' }),
      print: true,
    })}`,
  })
}

export function comparePage(
  frame: ui.Frame,
  data: {
    readonly days: readonly PublishedLine[]
    readonly before: Frozen | null
    readonly after: Frozen | null
    readonly found: Comparison | null
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const { before, after, found } = data
  const options = data.days.map((d) => ({ value: d.asOf.toString(), label: shortDate(locale, d.asOf) }))
  return ui.page(frame, {
    title: t.compare.title,
    wide: true,
    breadcrumbs: [{ label: t.fullTitle, href: localPath(locale, PUBLIC) }],
    lead:
      before && after ? t.compare.lead(longDate(locale, before.asOf), longDate(locale, after.asOf)) : null,
    main: html`${ui.filterForm({
      locale,
      action: localPath(locale, `${PUBLIC}/compare`),
      label: t.compare.title,
      fields: [
        ui.selectField({
          locale,
          name: 'from',
          label: t.columns.was,
          value: before?.asOf.toString() ?? '',
          options,
        }),
        ui.selectField({
          locale,
          name: 'to',
          label: t.columns.is,
          value: after?.asOf.toString() ?? '',
          options,
        }),
      ],
    })}${
      before && after && found
        ? html`${comparisonView(locale, found, [
            shortDate(locale, before.asOf),
            shortDate(locale, after.asOf),
          ])}${ui.bullets(
            [before, after].map(
              (f) =>
                html`<a href="${addressOf(locale, f.asOf)}">${t.compare.back(shortDate(locale, f.asOf))}</a>`,
            ),
          )}`
        : html`<p class="soft">${t.compare.same_day}</p>`
    }`,
  })
}
