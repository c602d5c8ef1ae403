/**
 * How an address of `/api` answers: lists by pages, bodies and queries parsed by a schema, problems by RFC 9457.
 * Every JSON answer to GET gets its strong ETag, and 304 where the reader has it, from `replies.ts`.
 */
import type { z } from 'zod'
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import { cutPage, decodeCursor, type Page } from '../keyset.ts'
import { JsonList, type JsonRow } from './json-text.ts'
import { json, one, type Reply, type WebRequest } from './route.ts'
import { paramsOf } from './submit.ts'

export const API_PAGE_SIZE = 50
export const API_PAGE_LIMIT = 200

/** One page of a list. `next`: the whole address of the page after it. */
export type ApiList<Row> = { readonly data: readonly Row[]; readonly next: string | null }

/** `{ data, next }` and the `Link` header with `rel="next"`. Rows are what the presenter lists, nothing more. */
export function apiList<Row>(
  request: WebRequest,
  page: Page<Row>,
  present: (row: Row) => unknown = (row) => row,
): Reply {
  const next = nextOf(request, page.next)
  return linked(json({ data: page.rows.map(present), next } satisfies ApiList<unknown>), next)
}

/** The same of rows that are remembered as they are sent, see `drawn.ts`. */
export function apiListOf(request: WebRequest, page: Page<JsonRow>): Reply {
  const next = nextOf(request, page.next)
  return linked(json(new JsonList(page.rows, next)), next)
}

function linked(reply: ReturnType<typeof json>, next: string | null): Reply {
  return next === null ? reply : { ...reply, headers: { link: `<${next}>; rel="next"` } }
}

function nextOf({ url, query, house }: WebRequest, after: string | null): string | null {
  if (after === null) return null
  const here = house.baseUrl + url.pathname
  // A cursor needs no escaping; only where one stands already is the query read as a whole.
  if (query['after'] === undefined)
    return `${here}${url.search}${url.search === '' ? '?' : '&'}after=${after}`
  const rest = new URLSearchParams(url.search)
  rest.set('after', after)
  return `${here}?${rest}`
}

/** Where a page begins and how many rows it may have: `?after=…&limit=…`. */
export function apiPage(request: WebRequest): { readonly after: string; readonly size: number } {
  const typed = one(request.query, 'limit')
  const size = typed === '' ? API_PAGE_SIZE : Number(typed)
  if (!Number.isInteger(size) || size < 1 || size > API_PAGE_LIMIT)
    throw new Refused([refuse('out_of_range', { minimum: 1, maximum: API_PAGE_LIMIT }, 'limit')])
  return { after: one(request.query, 'after'), size }
}

/** One page of a list that is read whole, because it is short. A key that is not there begins at the start. */
export function apiSlice<Row>(
  request: WebRequest,
  all: readonly Row[],
  keyOf: (row: Row) => string,
): Page<Row> {
  const { after, size } = apiPage(request)
  const key = decodeCursor(after, ['string'])?.[0]
  const from = key === undefined ? 0 : all.findIndex((row) => keyOf(row) === key) + 1
  return cutPage(all.slice(from, from + size + 1), size, (row) => [keyOf(row)])
}

/** The JSON that was sent. @throws Refused with every wrong field at once: 422 with `errors` */
export function apiBody<T>(schema: z.ZodType<T>, request: WebRequest): T {
  return parsed(schema, request.json ?? {})
}

/** The query, parsed by a schema; `after` and `limit` are `apiPage`'s. */
export function apiQuery<T>(schema: z.ZodType<T>, request: WebRequest): T {
  const { after: _, limit: __, ...query } = request.query
  return parsed(schema, query)
}

/** 201 with the address of what was made. */
export function apiCreated(request: WebRequest, path: string, body: unknown): Reply {
  return { ...json(body, 201), headers: { location: request.house.baseUrl + path } }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refused(result.error.issues.map((issue) => refusalOf(issue, value)))
}

function refusalOf(issue: z.core.$ZodIssue, value: unknown): Refusal {
  const field = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return refuse('unknown_fields', { fields: issue.keys.join(', ') }, field)
  if (at(value, issue.path) === undefined) return refuse('required', {}, field)
  // Our schemas say a code; what a schema of others says in words is only "not valid" here.
  const code = /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid'
  return refuse(code, paramsOf(issue), field)
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}
