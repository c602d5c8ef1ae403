/** OpenAPI 3.1 of every address under `/api/v1`, made from the routes themselves. */
import { z } from 'zod'
import type { ApiDescription, Route } from '../../../platform/http/route.ts'
import { type ApiRoute, isOpen } from '../rules/api-route.ts'

type Json = Record<string, unknown>

export function openApi(
  routes: readonly ApiRoute[],
  about: {
    readonly baseUrl: string
    readonly council: string
    readonly title: string
    readonly description: string
  },
): Json {
  const paths: Record<string, Json> = {}
  for (const { module, route } of routes) {
    const path = templateOf(route.path)
    const operations = paths[path] ?? {}
    operations[route.method.toLowerCase()] = operation(route, module)
    paths[path] = operations
  }
  const tags = [...new Set(routes.map(({ module, route }) => route.api?.tag ?? module))].sort()
  return {
    openapi: '3.1.0',
    info: {
      title: about.title,
      summary: about.description,
      version: '1.0.0',
      contact: { name: about.council, url: about.baseUrl },
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: about.baseUrl }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: COMPONENTS,
  }
}

function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

function operation(route: Route, module: string): Json {
  const api: Partial<ApiDescription> = route.api ?? {}
  const reads = route.method === 'GET'
  const names = [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '')
  const example = exampleOf(route.path, api.example)
  const parameters: Json[] = [
    ...names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
      ...(example.has(name) ? { example: example.get(name) } : {}),
    })),
    ...(api.query ? queryParameters(api.query, example) : []),
    ...(api.list
      ? [{ $ref: '#/components/parameters/after' }, { $ref: '#/components/parameters/limit' }]
      : []),
    { $ref: `#/components/parameters/${reads ? 'ifNoneMatch' : 'idempotencyKey'}` },
  ]
  return {
    operationId: idOf(route),
    tags: [api.tag ?? module],
    summary: api.summary ?? `${route.method} ${route.path}`,
    parameters,
    ...(api.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(api.body, 'input') } },
          },
        }
      : {}),
    responses: responses(route, api),
    // Where the route names no scope but is not open, its policy's name is the scope.
    security: isOpen(route) ? [] : [{ token: [api.scope ?? route.policy.name] }],
  }
}

/** `get /api/v1/legal-time/rules/:key` → `getLegalTimeRulesKey`. */
function idOf(route: Route): string {
  const words = route.path
    .replace('/api/v1', '')
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean)
  return route.method.toLowerCase() + words.map((w) => w[0]!.toUpperCase() + w.slice(1)).join('')
}

function queryParameters(query: z.ZodType, example: ReadonlyMap<string, string>): Json[] {
  const schema = schemaOf(query, 'input')
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>
  const required = (schema['required'] ?? []) as readonly string[]
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name) && !('default' in property),
    schema: property,
    ...(example.has(name) ? { example: example.get(name) } : {}),
  }))
}

/** Values of an example address by the names of its path and query. */
function exampleOf(path: string, example: string | undefined): ReadonlyMap<string, string> {
  if (example === undefined) return new Map()
  const url = new URL(example, 'http://example.org')
  const values = new Map(url.searchParams)
  const given = url.pathname.split('/')
  for (const [i, part] of path.split('/').entries())
    if (part.startsWith(':')) values.set(part.slice(1), decodeURIComponent(given[i] ?? ''))
  return values
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const {
    $schema: _,
    '~standard': __,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // The pattern of a date is long and says nothing more than its format.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern
    },
  }) as Json
  return rest
}

function responses(route: Route, api: Partial<ApiDescription>): Json {
  const problem = { $ref: '#/components/responses/Problem' }
  const row: Json = api.output ? schemaOf(api.output, 'output') : {}
  const body = api.list
    ? {
        type: 'object',
        required: ['data', 'next'],
        properties: {
          data: { type: 'array', items: row },
          next: { type: ['string', 'null'], format: 'uri' },
        },
      }
    : row
  const headers = {
    ...(route.method === 'GET' ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
    ...(api.list ? { Link: { $ref: '#/components/headers/Link' } } : {}),
  }
  const success = { description: 'Done', headers, content: { 'application/json': { schema: body } } }
  return {
    '200': success,
    ...(route.method === 'POST' ? { '201': { ...success, description: 'Made' } } : {}),
    ...(route.method === 'GET' ? { '304': { description: 'Not changed since the ETag that was sent' } } : {}),
    ...(isOpen(route) ? {} : { '401': problem, '403': problem }),
    ...(route.path.includes(':') ? { '404': problem } : {}),
    ...(route.method === 'GET' ? {} : { '409': problem, '429': problem }),
    '422': problem,
    '503': problem,
  }
}

const COMPONENTS: Json = {
  securitySchemes: {
    token: {
      type: 'http',
      scheme: 'bearer',
      description:
        'A token with scopes and an end, issued in the office. The scopes that an address needs stand with it.',
    },
  },
  parameters: {
    after: {
      name: 'after',
      in: 'query',
      required: false,
      description: 'Where the page begins: taken from `next` of the page before',
      schema: { type: 'string' },
    },
    limit: {
      name: 'limit',
      in: 'query',
      required: false,
      description: 'Rows of one page',
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    },
    ifNoneMatch: {
      name: 'If-None-Match',
      in: 'header',
      required: false,
      description: 'ETag of the answer that you have: 304 when it is still the same',
      schema: { type: 'string' },
    },
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'Of your own making: the same write sent again under it within a day is done once',
      schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
    },
  },
  headers: {
    ETag: { description: 'Strong tag of this answer', schema: { type: 'string' } },
    Link: { description: '`rel="next"` with the address of the next page', schema: { type: 'string' } },
  },
  responses: {
    Problem: {
      description: 'What went wrong (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
  schemas: {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'instance'],
      properties: {
        type: { type: 'string', format: 'uri-reference' },
        title: { type: 'string' },
        status: { type: 'integer' },
        instance: { type: 'string', description: 'Number of the request, as it stands in the log' },
        errors: {
          type: 'array',
          description: 'Every field that is wrong, with a code',
          items: {
            type: 'object',
            required: ['code'],
            properties: { field: { type: 'string' }, code: { type: 'string' }, values: { type: 'object' } },
          },
        },
      },
    },
  },
}
