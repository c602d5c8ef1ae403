/** How many follow what, and what the next letter will say. Addresses are not shown. */
import { type Policy, page, type Reply, type Route, type WebRequest } from '../../platform/http/route.ts'
import { readNews } from './actions.ts'
import { maySeeFollowing } from './policy.ts'
import { knownFor } from './public.ts'
import { weekEnd } from './rules/selector.ts'
import { countFollowing } from './store.ts'
import { officePage } from './views.ts'

const sees: Policy = { name: 'following.read', allows: maySeeFollowing }

async function office(request: WebRequest): Promise<Reply> {
  const { ctx } = request
  const counts = await countFollowing(ctx.db)
  return page(
    officePage(request.frame, {
      ...counts,
      known: await knownFor(request, counts.selectors),
      next: await readNews(ctx, weekEnd(ctx.today), ctx.now),
    }),
  )
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/followers', policy: sees, handle: office },
]
