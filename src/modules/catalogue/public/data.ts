/** Open data: the pages, the files, and what describes them for portals. */
import { found } from '../../../kernel/errors.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { MEDIA_TYPES, toCsv, toXlsx } from '../../../platform/documents/tables/index.ts'
import { anyone, json, page, type Reply, type Route, type WebRequest } from '../../../platform/http/route.ts'
import type { DataSet } from '../../../platform/module.ts'
import { sheetColumn, tableSchema } from '../../../platform/open-table.ts'
import { dcatCatalogue } from '../documents/dcat.ts'
import { dataPackage } from '../documents/frictionless.ts'
import { passportOf } from '../documents/passport.ts'
import { publicRow } from '../rules/rows.ts'
import { dataDates, publisherOf } from '../store.ts'
import { texts } from '../texts/index.ts'
import type { DataFormat, DataRow } from '../types.ts'
import { dataPage, dataSetPage } from '../views/data.ts'

const PREVIEW_ROWS = 20

/** Data are for every page and program, wherever it runs. */
const OPEN = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const

function openJson(body: unknown, type?: string): Reply {
  return { ...json(body), headers: OPEN, ...(type === undefined ? {} : { type }) }
}

function openFile(name: string, type: string, body: Uint8Array | string): Reply {
  return { kind: 'bytes', type, body, name, headers: OPEN }
}

export async function rowsOf(set: DataSet, request: WebRequest): Promise<readonly DataRow[]> {
  return (await set.rows(request.ctx.db)).map((row) => publicRow(set.columns, row))
}

function about(request: WebRequest) {
  const { db, today } = request.ctx
  return Promise.all([publisherOf(db, request.house), dataDates(db, today)])
}

async function file(request: WebRequest, set: DataSet, format: DataFormat): Promise<Reply> {
  const rows = await rowsOf(set, request)
  if (format === 'json') return openJson(rows)
  const { locale } = request
  const name = `${set.slug}.${format}`
  if (format === 'xlsx') {
    const columns = set.columns.map((c) => sheetColumn(c, c.title[locale]))
    const body = await toXlsx({ name: set.title[locale], columns, rows }, { madeAt: request.ctx.now })
    return openFile(name, MEDIA_TYPES.xlsx, body)
  }
  const columns = set.columns.map((c) => sheetColumn(c, c.key))
  return openFile(name, MEDIA_TYPES.csv, await toCsv({ name: set.slug, columns, rows }, { locale: 'en' }))
}

async function passportFile(request: WebRequest, set: DataSet, locale: Locale): Promise<Reply> {
  const passport = await passportFor(request, set)
  const t = texts[locale].passport
  const body = await toCsv(
    {
      name: t.title,
      rows: Object.entries(passport) as [keyof typeof t.fields, string | null][],
      columns: [
        { key: 'field', title: t.field, kind: 'text', value: ([field]) => t.fields[field] },
        { key: 'value', title: t.value, kind: 'text', value: ([, value]) => value },
      ],
    },
    { locale: 'en' },
  )
  return openFile(`${set.slug}-passport.csv`, MEDIA_TYPES.csv, body)
}

async function passportFor(request: WebRequest, set: DataSet) {
  const [publisher, dates] = await about(request)
  return passportOf(set, publisher, dates)
}

/** @param sets of all modules */
export function dataRoutes(sets: readonly DataSet[]): readonly Route[] {
  const setOf = (request: WebRequest) =>
    found(
      sets.find((set) => set.slug === request.params['slug']),
      'data set',
    )
  const read = (path: string, handle: Route['handle'], cached = true): Route => ({
    method: 'GET',
    path,
    policy: anyone,
    cached,
    handle,
  })
  return [
    read('/data', async (request) => {
      const [publisher] = await about(request)
      return page(dataPage(request.frame, sets, publisher))
    }),
    read('/data/datapackage.json', async (request) => {
      const { title, description } = texts[request.locale].data
      const [publisher, dates] = await about(request)
      return openJson(dataPackage(sets, publisher, dates, request.locale, { title, description }))
    }),
    read('/data/catalog.jsonld', async (request) => {
      const [publisher, dates] = await about(request)
      const words = {
        title: { uk: texts.uk.data.title, en: texts.en.data.title },
        description: { uk: texts.uk.data.description, en: texts.en.data.description },
      }
      return openJson(dcatCatalogue(sets, publisher, dates, words), 'application/ld+json; charset=utf-8')
    }),
    read('/data/:slug', async (request) => {
      const set = setOf(request)
      const [publisher, dates] = await about(request)
      const rows = await rowsOf(set, request)
      return page(
        dataSetPage(request.frame, set, {
          publisher,
          passport: passportOf(set, publisher, dates),
          preview: rows.slice(0, PREVIEW_ROWS),
          total: rows.length,
        }),
      )
    }),
    read('/data/:slug.json', (request) => file(request, setOf(request), 'json')),
    read('/data/:slug.csv', (request) => file(request, setOf(request), 'csv'), false),
    read('/data/:slug.xlsx', (request) => file(request, setOf(request), 'xlsx'), false),
    read('/data/:slug/schema.json', (request) => openJson(tableSchema(setOf(request), request.locale))),
    read('/data/:slug/passport.json', async (request) =>
      openJson(await passportFor(request, setOf(request))),
    ),
    read(
      '/data/:slug/passport.csv',
      (request) => passportFile(request, setOf(request), request.locale),
      false,
    ),
  ]
}
