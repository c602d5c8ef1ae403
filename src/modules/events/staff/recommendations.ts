/** Recommendations of all events, in the office and for everybody. */
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  anyone,
  one,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { decideRecommendation } from '../actions/follow-up.ts'
import { recommendationSheet } from '../documents/recommendations.ts'
import { recommendationStateForm } from '../forms/office.ts'
import { mayDecideRecommendation } from '../policy.ts'
import { listRecommendations, recommendationById, recommendationFigures } from '../store/recommendations.ts'
import { officePath } from '../views/office-page.ts'
import {
  OFFICE_RECOMMENDATIONS,
  RECOMMENDATIONS,
  recommendationPage,
  recommendationsPage,
  STATES,
} from '../views/recommendations.ts'
import { doneKey, idParam, keeps, reads, sentences } from './common.ts'

const EXPORT_SIZE = 10_000

async function list(request: WebRequest, office: boolean): Promise<Reply> {
  const { ctx, query, locale } = request
  const filter = {
    state: STATES.find((s) => s === one(query, 'state')) ?? null,
    text: one(query, 'q').slice(0, 100),
    publicOnly: !office,
  }
  const format = exportFormat(request)
  if (format) {
    const { rows } = await listRecommendations(ctx.db, filter, '', EXPORT_SIZE)
    return exportReply(request, recommendationSheet(locale, rows), format, 'recommendations')
  }
  const [rows, figures] = await Promise.all([
    listRecommendations(ctx.db, filter, one(query, 'after')),
    recommendationFigures(ctx.db, !office),
  ])
  return page(
    recommendationsPage(request.frame, {
      page: rows,
      filter,
      figures,
      office,
      ...(office ? { done: doneKey(request) } : {}),
    }),
  )
}

async function show(request: WebRequest, form: FormState = CLEAN): Promise<Html> {
  const { db, actor } = request.ctx
  const line = found(await recommendationById(db, idParam(request, 'recommendation')), 'recommendation')
  return recommendationPage(request.frame, { line, form, mayDecide: mayDecideRecommendation(actor, line) })
}

/** From its own page, or from the results of its event. */
async function decide(request: WebRequest): Promise<Reply> {
  const id = idParam(request, 'recommendation')
  const { eventId } = found(await recommendationById(request.ctx.db, id), 'recommendation')
  return submit(request, {
    schema: recommendationStateForm,
    act: async ({ state, reason, back }) => {
      await decideRecommendation(request.ctx, id, state, reason)
      return back
    },
    done: (back) =>
      redirect(
        back === 'list'
          ? `${OFFICE_RECOMMENDATIONS}?done=saved`
          : `${officePath(eventId, '/results')}?done=saved#recommendations`,
      ),
    sentence: sentences(request),
    again: (state) => show(request, state),
  })
}

export const recommendationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: RECOMMENDATIONS,
    policy: anyone,
    cached: true,
    handle: (request) => list(request, false),
  },
  { method: 'GET', path: OFFICE_RECOMMENDATIONS, policy: reads, handle: (request) => list(request, true) },
  {
    method: 'GET',
    path: `${OFFICE_RECOMMENDATIONS}/:id`,
    policy: reads,
    handle: async (request) => page(await show(request)),
  },
  { method: 'POST', path: `${OFFICE_RECOMMENDATIONS}/:id`, policy: keeps, handle: decide },
]
