/** Published passports for other programs. */
import { z } from 'zod'
import { type CivilDate, parseCivilDate } from '../../kernel/civil-date.ts'
import { found } from '../../kernel/errors.ts'
import { date, optionalWhole } from '../../kernel/inputs.ts'
import { apiList, apiPage, apiQuery } from '../../platform/http/api.ts'
import { anyone, json, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { presentFrozen } from './documents/deliver.ts'
import { compare } from './rules/compare.ts'
import * as store from './store/passports.ts'
import { mergedInto } from './store/registry.ts'
import type { PublishedLine } from './types.ts'

const PATH = '/api/v1/passports'

const listQuery = z.strictObject({ year: optionalWhole(1991, 2200) })
const oneQuery = z.strictObject({ version: optionalWhole(1, 1_000) })
const changesQuery = z.strictObject({ from: date() })

const kindCounts = z.array(z.object({ kind: z.string(), count: z.number() }))

const lineShape = z.object({
  asOf: z.string(),
  version: z.number(),
  correctionReason: z.string().nullable(),
  sha256: z.string(),
  publishedAt: z.string().nullable(),
  kinds: kindCounts,
  url: z.string(),
})

const frozenShape = z.object({
  sha256: z.string(),
  frozenAt: z.string(),
  publishedAt: z.string().nullable(),
  content: z.object({ schema: z.literal('viche.passport.1'), asOf: z.string(), kinds: kindCounts }),
})

const organisation = z.object({ id: z.string(), kind: z.string(), name: z.string() })
const changesShape = z.object({
  from: z.string(),
  to: z.string(),
  kinds: z.array(z.object({ name: z.string(), before: z.number(), after: z.number() })),
  added: z.array(organisation),
  removed: z.array(organisation),
  renamed: z.array(z.object({ before: organisation, after: organisation })),
})

function presentLine(baseUrl: string, line: PublishedLine) {
  return {
    asOf: line.asOf.toString(),
    version: line.version,
    correctionReason: line.correctionReason,
    sha256: line.sha256,
    publishedAt: line.publishedAt?.toString() ?? null,
    kinds: line.kinds,
    url: `${baseUrl}/passport/${line.asOf.toString()}?version=${line.version}`,
  }
}

function dayOfPath(request: WebRequest): CivilDate {
  const text = request.params['date'] ?? ''
  return found(/^\d{4}-\d\d-\d\d$/.test(text) ? parseCivilDate(text) : null, 'passport')
}

async function list(request: WebRequest): Promise<Reply> {
  const { year } = apiQuery(listQuery, request)
  const { after, size } = apiPage(request)
  const found = await store.listPublished(request.ctx.db, { year, latest: false }, after, size)
  return apiList(request, found, (line) => presentLine(request.house.baseUrl, line))
}

async function one(request: WebRequest): Promise<Reply> {
  const { version } = apiQuery(oneQuery, request)
  const day = dayOfPath(request)
  return json(presentFrozen(found(await store.publishedOn(request.ctx.db, day, version), 'passport')))
}

async function changes(request: WebRequest): Promise<Reply> {
  const { from } = apiQuery(changesQuery, request)
  const { db } = request.ctx
  const day = dayOfPath(request)
  const before = found(await store.publishedOn(db, from), 'passport')
  const after = found(await store.publishedOn(db, day), 'passport')
  return json({
    from: from.toString(),
    to: day.toString(),
    ...compare(before.content, after.content, await mergedInto(db)),
  })
}

const api = { tag: 'passport' } as const
const read = (path: string, handle: Route['handle'], told: NonNullable<Route['api']>): Route => ({
  method: 'GET',
  path,
  policy: anyone,
  cached: true,
  api: told,
  handle,
})

export const apiRoutes: readonly Route[] = [
  read(PATH, list, {
    ...api,
    summary: 'Published passports of the city, every version, the newest day first',
    query: listQuery,
    output: lineShape,
    list: true,
    example: PATH,
  }),
  read(`${PATH}/:date`, one, {
    ...api,
    summary: 'A passport as it was frozen: the newest version of the day, or the one asked for',
    query: oneQuery,
    output: frozenShape,
  }),
  read(`${PATH}/:date/changes`, changes, {
    ...api,
    summary: 'What changed since the passport of an earlier day',
    query: changesQuery,
    output: changesShape,
  }),
]
