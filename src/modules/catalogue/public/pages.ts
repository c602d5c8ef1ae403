/** Search, feeds and the page of the API. */
import { anyone, one, page, type Route } from '../../../platform/http/route.ts'
import type { Module } from '../../../platform/module.ts'
import { apiRoutesOf } from '../api.ts'
import { searchAll, searchText } from '../search.ts'
import { apiPage, feedsPage, searchPage } from '../views/pages.ts'

/** @param all every module, the catalogue too */
export function pageRoutes(all: () => readonly Module[]): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/search',
      policy: anyone,
      cached: true,
      async handle(request) {
        const text = searchText(one(request.query, 'q'))
        const hits = await searchAll(all(), request.ctx.db, text, request.locale)
        return page(searchPage(request.frame, { text, hits }))
      },
    },
    {
      method: 'GET',
      path: '/feeds',
      policy: anyone,
      cached: true,
      handle: (request) =>
        page(
          feedsPage(
            request.frame,
            all().flatMap((m) => m.feeds ?? []),
            request.house.baseUrl,
          ),
        ),
    },
    {
      method: 'GET',
      path: '/api',
      policy: anyone,
      cached: true,
      handle: (request) => page(apiPage(request.frame, apiRoutesOf(all()), request.house.baseUrl)),
    },
  ]
}
