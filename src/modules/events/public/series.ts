/** A series of events for everybody. */
import { found } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { anyone, one, page, type Reply, type Route, type WebRequest } from '../../../platform/http/route.ts'
import { eventsWithin, listEvents } from '../store/lists.ts'
import { materialsOfSeries } from '../store/parts.ts'
import { seriesById } from '../store/series.ts'
import { publicSeriesPage } from '../views/public-series.ts'

const MATERIALS = 200
const YEARS_AHEAD = 3

/** One without any event that visitors may know of has no page. */
async function show(request: WebRequest): Promise<Reply> {
  const { db, today } = request.ctx
  const text = request.params['id'] ?? ''
  const series = found(isId(text) ? await seriesById(db, asId<'eventSeries'>(text)) : null, 'series')
  const filter = { seriesId: series.id, publicOnly: true }
  const period = { from: today, to: today.add({ years: YEARS_AHEAD }) }
  const [ahead, been, materials] = await Promise.all([
    eventsWithin(db, { ...filter, period }, MATERIALS),
    listEvents(db, { ...filter, before: today }, one(request.query, 'after')),
    materialsOfSeries(db, series.id, MATERIALS),
  ])
  found(ahead.length + been.rows.length > 0 ? true : null, 'series')
  return page(publicSeriesPage(request.frame, { series, ahead, been, materials }))
}

export const publicSeriesRoutes: readonly Route[] = [
  { method: 'GET', path: '/events/series/:id', policy: anyone, cached: true, handle: show },
]
