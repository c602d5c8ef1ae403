/** The list of data sets, and one set. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { Column, DataSet } from '../../../platform/module.ts'
import * as ui from '../../../ui/index.ts'
import type { Passport, PassportField } from '../documents/passport.ts'
import { texts } from '../texts/index.ts'
import { type Cell, DATA_FORMATS, type DataRow, LICENCE, type Publisher } from '../types.ts'

export function dataPage(frame: ui.Frame, sets: readonly DataSet[], publisher: Publisher): Html {
  const { locale } = frame
  const t = texts[locale]
  const to = (path: string) => localPath(locale, path)
  return ui.page(frame, {
    title: t.data.title,
    lead: t.data.lead,
    description: t.data.description,
    jsonLd: catalogueJsonLd(locale, sets, publisher),
    main: html`${ui.section({
      title: t.data.sets,
      content: ui.rows({
        empty: t.data.none,
        items: sets.map((set) => ({
          title: set.title[locale],
          href: to(`/data/${set.slug}`),
          text: html`${set.description[locale]} <span class="small">${t.data.columns(set.columns.length)}, ${t.periodicity[set.periodicity]}</span>`,
          action: fileLinks(locale, set),
        })),
      }),
    })}${ui.section({
      title: t.data.for,
      content: ui.bullets([
        html`<a href="${to('/data/datapackage.json')}">${t.data.package}</a>`,
        html`<a href="${to('/data/catalog.jsonld')}">${t.data.dcat}</a>`,
        html`<a href="${to('/api')}">${t.data.api}</a>`,
        html`<a href="${to('/feeds')}">${t.data.feeds}</a>`,
      ]),
    })}${terms(locale, publisher)}`,
  })
}

function terms(locale: Locale, publisher: Publisher): Html {
  const t = texts[locale].data
  return ui.section({
    title: t.terms,
    content: html`<p>${t.freedom}</p>${ui.facts([
      { term: t.licence, detail: html`<a href="${LICENCE.url}" rel="license">${LICENCE.name}</a>` },
      {
        term: t.attribution,
        detail: t.attributionText(
          publisher.name[locale],
          `${publisher.baseUrl}${localPath(locale, '/data')}`,
        ),
      },
    ])}`,
  })
}

function fileLinks(locale: Locale, set: DataSet): Html {
  const href = (format: string) => localPath(locale, `/data/${set.slug}.${format}`)
  return ui.exportLinks({
    locale,
    csv: href('csv'),
    json: href('json'),
    xlsx: href('xlsx'),
    of: set.title[locale],
  })
}

export function dataSetPage(
  frame: ui.Frame,
  set: DataSet,
  view: {
    readonly publisher: Publisher
    readonly passport: Passport
    readonly preview: readonly DataRow[]
    readonly total: number
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const to = (path: string) => localPath(locale, path)
  return ui.page(frame, {
    title: set.title[locale],
    breadcrumbs: [{ label: t.data.title, href: to('/data') }],
    lead: set.description[locale],
    description: set.description[locale],
    jsonLd: dataSetJsonLd(locale, set, view.publisher),
    actions: set.page && ui.linkButton({ label: t.set.same, href: to(set.page), kind: 'quiet' }),
    main: html`${fileLinks(locale, set)}${ui.section({
      title: t.set.preview(view.preview.length, view.total),
      content: preview(locale, set, view.preview),
    })}${ui.section({
      title: t.set.structure,
      content: html`${structure(locale, set)}<p><a href="${to(`/data/${set.slug}/schema.json`)}">${t.set.schema}</a></p>`,
    })}${ui.section({
      title: t.passport.title,
      content: html`${passport(locale, view.passport)}${ui.bullets([
        html`<a href="${to(`/data/${set.slug}/passport.json`)}">${t.set.passportJson}</a>`,
        html`<a href="${to(`/data/${set.slug}/passport.csv`)}">${t.set.passportCsv}</a>`,
      ])}`,
    })}${terms(locale, view.publisher)}`,
  })
}

function preview(locale: Locale, set: DataSet, rows: readonly DataRow[]): Html {
  const t = texts[locale].set
  return ui.table<DataRow>({
    locale,
    caption: set.title[locale],
    captionHidden: true,
    narrow: 'scroll',
    rows,
    empty: t.empty,
    columns: set.columns.map((column) => ({
      label: column.title[locale],
      cell: (row: DataRow) => inWords(locale, row[column.key] ?? null),
      numeric: column.type === 'integer' || column.type === 'number',
    })),
  })
}

function inWords(locale: Locale, cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? texts[locale].set.yes : texts[locale].set.no
  return typeof cell === 'number' ? figure(locale, cell) : cell
}

function structure(locale: Locale, set: DataSet): Html {
  const t = texts[locale].set
  return ui.table<Column>({
    locale,
    caption: t.structure,
    captionHidden: true,
    rows: set.columns,
    columns: [
      { label: t.column, cell: (c) => html`<code>${c.key}</code> ${c.title[locale]}`, rowHeader: true },
      { label: t.type, cell: (c) => html`${t.types[c.type]}${c.required && `, ${t.required}`}` },
      {
        label: t.meaning,
        cell: (c) => html`${c.description[locale]}${c.values && html`. ${t.values(c.values.join(', '))}`}`,
      },
    ],
  })
}

function passport(locale: Locale, values: Passport): Html {
  const t = texts[locale].passport
  const fields = Object.keys(values) as PassportField[]
  return ui.facts(
    fields.map((field) => ({ term: t.fields[field], detail: links(values[field]) ?? t.missing })),
  )
}

/** Addresses in a passport are links; the rest is text in Ukrainian, as the act asks. */
function links(value: string | null): Html | null {
  if (value === null) return null
  const parts = value.split(', ')
  if (!parts.every((p) => p.startsWith('http'))) return ui.foreign('uk', value)
  return html`${parts.map((p, i) => html`${i > 0 && ', '}<a href="${p}">${p}</a>`)}`
}

function catalogueJsonLd(locale: Locale, sets: readonly DataSet[], publisher: Publisher): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    name: texts[locale].data.title,
    description: texts[locale].data.description,
    url: `${publisher.baseUrl}${localPath(locale, '/data')}`,
    license: LICENCE.url,
    publisher: organisation(locale, publisher),
    dataset: sets.map((set) => ({
      '@type': 'Dataset',
      name: set.title[locale],
      description: set.description[locale],
      url: `${publisher.baseUrl}${localPath(locale, `/data/${set.slug}`)}`,
    })),
  }
}

function organisation(locale: Locale, publisher: Publisher): unknown {
  return { '@type': 'GovernmentOrganization', name: publisher.name[locale], url: publisher.baseUrl }
}

function dataSetJsonLd(locale: Locale, set: DataSet, publisher: Publisher): unknown {
  const address = `${publisher.baseUrl}/data/${set.slug}`
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': address,
    name: set.title[locale],
    description: set.description[locale],
    url: `${publisher.baseUrl}${localPath(locale, `/data/${set.slug}`)}`,
    keywords: set.keywords[locale],
    license: LICENCE.url,
    isAccessibleForFree: true,
    creator: organisation(locale, publisher),
    spatialCoverage: publisher.city[locale],
    distribution: DATA_FORMATS.map((format) => ({
      '@type': 'DataDownload',
      encodingFormat: format,
      contentUrl: `${address}.${format}`,
    })),
  }
}
