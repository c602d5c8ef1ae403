/** The description of the API, and what the catalogue itself answers there. */
import { z } from 'zod'
import { apiList, apiQuery, apiSlice } from '../../platform/http/api.ts'
import { anyone, json, localPath, type Route } from '../../platform/http/route.ts'
import type { DataSet, Module } from '../../platform/module.ts'
import { openApi } from './documents/openapi.ts'
import { searchQuery } from './forms.ts'
import type { ApiRoute } from './rules/api-route.ts'
import { searchAll, searchText } from './search.ts'
import { texts } from './texts/index.ts'
import { DATA_FORMATS, LICENCE } from './types.ts'

const setShape = z.strictObject({
  slug: z.string(),
  title: z.strictObject({ uk: z.string(), en: z.string() }),
  description: z.strictObject({ uk: z.string(), en: z.string() }),
  periodicity: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'yearly']),
  licence: z.url(),
  page: z.url(),
  schema: z.url(),
  passport: z.url(),
  files: z.array(z.strictObject({ format: z.enum(DATA_FORMATS), url: z.url() })),
})

const noQuery = z.strictObject({})

const hitShape = z.strictObject({ title: z.string(), excerpt: z.string(), kind: z.string(), url: z.url() })

function presentSet(baseUrl: string, set: DataSet): z.infer<typeof setShape> {
  const address = `${baseUrl}/data/${set.slug}`
  return {
    slug: set.slug,
    title: { uk: set.title.uk, en: set.title.en },
    description: { uk: set.description.uk, en: set.description.en },
    periodicity: set.periodicity,
    licence: LICENCE.url,
    page: address,
    schema: `${address}/schema.json`,
    passport: `${address}/passport.json`,
    files: DATA_FORMATS.map((format) => ({ format, url: `${address}.${format}` })),
  }
}

export function apiRoutesOf(modules: readonly Module[]): readonly ApiRoute[] {
  return modules.flatMap((m) =>
    (m.routes ?? [])
      .filter((route) => route.path.startsWith('/api/v1/'))
      .map((route) => ({ module: m.name, route })),
  )
}

/** @param all every module, the catalogue too */
export function catalogueApi(all: () => readonly Module[], sets: readonly DataSet[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/openapi.json',
      policy: anyone,
      cached: true,
      handle: (request) =>
        json(
          openApi(apiRoutesOf(all()), {
            baseUrl: request.house.baseUrl,
            council: request.house.city.council.uk,
            title: `Viche: ${request.house.city.council.en}`,
            description: texts.en.api.lead,
          }),
        ),
    },
    {
      method: 'GET',
      path: '/api/v1/datasets',
      policy: anyone,
      cached: true,
      api: {
        summary: 'Open data sets with their files, structure and passport',
        tag: 'open-data',
        output: setShape,
        list: true,
        example: '/api/v1/datasets',
      },
      handle(request) {
        apiQuery(noQuery, request)
        const page = apiSlice(request, sets, (set) => set.slug)
        return apiList(request, page, (set) => presentSet(request.house.baseUrl, set))
      },
    },
    {
      method: 'GET',
      path: '/api/v1/search',
      policy: anyone,
      api: {
        summary: 'Search over everything public; at most ten hits of each kind',
        tag: 'search',
        query: searchQuery,
        output: hitShape,
        list: true,
        example: '/api/v1/search?q=%D1%80%D1%96%D1%88%D0%B5%D0%BD%D0%BD%D1%8F',
      },
      async handle(request) {
        const { q, lang } = apiQuery(searchQuery, request)
        const hits = await searchAll(all(), request.ctx.db, searchText(q), lang)
        return apiList(
          request,
          { rows: hits, next: null },
          (hit): z.infer<typeof hitShape> => ({
            title: hit.title,
            excerpt: hit.excerpt,
            kind: hit.kind,
            url: request.house.baseUrl + localPath(lang, hit.path),
          }),
        )
      },
    },
  ]
}
