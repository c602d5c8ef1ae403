/** News for other programs: the same facts as on public pages. */
import { z } from 'zod'
import { found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { apiList, apiPage, apiQuery } from '../../platform/http/api.ts'
import { anyone, json, type Route, type WebRequest } from '../../platform/http/route.ts'
import { ORGANISATION_KINDS } from '../organisations/index.ts'
import { picturesByIds } from './store/pictures.ts'
import { shownItem, shownNews } from './store/shown.ts'
import type { NewsItem, OrganisationId } from './types.ts'
import type { Pictures } from './views/article.ts'
import { newsPath } from './views/public.ts'

const PATH = '/api/v1/news'

const listQuery = z.strictObject({
  organisation: z.uuid().optional(),
  kind: z.enum(ORGANISATION_KINDS).optional(),
  q: z.string().max(100).optional(),
})

const shape = z.object({
  id: z.uuid(),
  organisation: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(ORGANISATION_KINDS) }),
  title: z.string(),
  text: z.string(),
  pictures: z.array(z.object({ url: z.url(), alt: z.string(), width: z.int(), height: z.int() })),
  publishedAt: z.iso.datetime(),
  changedAt: z.iso.datetime().nullable(),
  url: z.url(),
})

function present(item: NewsItem, pictures: Pictures, baseUrl: string): z.infer<typeof shape> {
  return {
    id: item.id,
    organisation: { id: item.organisationId, name: item.organisationName, kind: item.organisationKind },
    title: item.title,
    text: item.body,
    pictures: item.pictures.flatMap(({ id, alt }) => {
      const size = pictures.get(id)?.sizes.at(-1)
      return size
        ? [
            {
              url: `${baseUrl}/news/pictures/${id}/${size.width}`,
              alt,
              width: size.width,
              height: size.height,
            },
          ]
        : []
    }),
    publishedAt: item.publishedAt.toString(),
    changedAt: item.changedAt?.toString() ?? null,
    url: baseUrl + newsPath(item.id),
  }
}

const picturesOf = (request: WebRequest, items: readonly NewsItem[]) =>
  picturesByIds(
    request.ctx.db,
    items.flatMap((item) => item.pictures.map((p) => p.id)),
  )

const api = { tag: 'news' } as const

export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    policy: anyone,
    cached: true,
    api: {
      ...api,
      summary: 'News of organisations as readers see them, the latest first',
      query: listQuery,
      output: shape,
      list: true,
      example: PATH,
    },
    async handle(request) {
      const { ctx, house } = request
      const query = apiQuery(listQuery, request)
      const { after, size } = apiPage(request)
      const filter = {
        organisation: query.organisation
          ? (asId<'organisation'>(query.organisation) as OrganisationId)
          : null,
        kind: query.kind ?? null,
        text: query.q ?? '',
      }
      const rows = await shownNews(ctx.db, ctx.today, filter, after, size)
      const pictures = await picturesOf(request, rows.rows)
      return apiList(request, rows, (item) => present(item, pictures, house.baseUrl))
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    policy: anyone,
    cached: true,
    api: { ...api, summary: 'One item of news', output: shape },
    async handle(request) {
      const { ctx, house } = request
      const id = request.params['id'] ?? ''
      const item = found(
        isId(id) ? await shownItem(ctx.db, ctx.today, asId<'publication'>(id)) : null,
        'news',
      )
      return json(present(item, await picturesOf(request, [item]), house.baseUrl))
    },
  },
]
