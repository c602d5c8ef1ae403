/** Practices for other programs. */
import { z } from 'zod'
import { found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { optionalId, optionalLine, optionalWhole } from '../../kernel/inputs.ts'
import { apiList, apiPage, apiQuery } from '../../platform/http/api.ts'
import { anyone, json, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { directions } from '../organisations/index.ts'
import { cardFields } from './documents/card.ts'
import { publishedPractice, publishedPractices } from './store/published.ts'

const PATH = '/api/v1/practices'

const query = z.strictObject({
  q: optionalLine(100),
  organisation: optionalId<'organisation'>(),
  direction: optionalId<'direction'>(),
  year: optionalWhole(1990, 2200),
})

const shape = z.strictObject({
  id: z.string(),
  title: z.string(),
  organisation: z.strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    edrpou: z.string().nullable(),
  }),
  direction: z.string().nullable(),
  problem: z.string().nullable(),
  done: z.string().nullable(),
  result: z.string().nullable(),
  indicators: z.array(
    z.strictObject({
      name: z.string(),
      unit: z.string(),
      before: z.number().nullable(),
      after: z.number().nullable(),
    }),
  ),
  cost: z.number().nullable(),
  costSources: z.string().nullable(),
  partners: z.array(z.strictObject({ name: z.string(), organisationId: z.string().nullable() })),
  links: z.array(z.string()),
  contact: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  place: z.string().nullable(),
  version: z.number(),
  firstPublishedAt: z.string(),
  publishedAt: z.string(),
})

async function list(request: WebRequest): Promise<Reply> {
  const { q, organisation, direction, year } = apiQuery(query, request)
  const { after, size } = apiPage(request)
  const { db } = request.ctx
  const names = new Map((await directions(db)).map((d) => [d.id, d.name]))
  const rows = await publishedPractices(
    db,
    {
      text: q ?? '',
      directionId: direction,
      year,
      ...(organisation ? { organisationId: organisation } : {}),
    },
    after,
    size,
  )
  return apiList(request, rows, (p) =>
    cardFields(p, (p.content.directionId && names.get(p.content.directionId)) ?? null),
  )
}

async function show(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const text = request.params['id'] ?? ''
  const practice = found(isId(text) ? await publishedPractice(db, asId<'practice'>(text)) : null, 'practice')
  const direction = (await directions(db)).find((d) => d.id === practice.content.directionId)
  return json(cardFields(practice, direction?.name ?? null))
}

export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    policy: anyone,
    cached: true,
    api: {
      tag: 'practices',
      summary: 'Published practices of organisations, the latest first',
      query,
      output: shape,
      list: true,
      example: PATH,
    },
    handle: list,
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    policy: anyone,
    cached: true,
    api: { tag: 'practices', summary: 'One published practice', output: shape },
    handle: show,
  },
]
