/** Addresses of the cabinet: cards of the organisations that one speaks for. */
import { speaksFor } from '../../kernel/actor.ts'
import { one, page, type Reply, type Route, represents, type WebRequest } from '../../platform/http/route.ts'
import { type CabinetTask, cabinetTasks } from '../representatives/index.ts'
import { type Desk, deskRoutes, newPage } from './staff/desk.ts'
import * as store from './store/practices.ts'
import { texts } from './texts/index.ts'
import { PRACTICE_STATES } from './types.ts'
import { deskList } from './views/desk.ts'
import { CABINET } from './views/parts.ts'

const desk: Desk = {
  base: CABINET,
  writes: represents,
  sees: represents,
  shows: (actor, practice) => speaksFor(actor, practice.organisationId),
}

async function list(request: WebRequest): Promise<Reply> {
  const { actor, db } = request.ctx
  const filter = {
    state: PRACTICE_STATES.find((s) => s === one(request.query, 'state')) ?? null,
    text: one(request.query, 'q').slice(0, 100),
    after: one(request.query, 'after'),
    organisations: actor.kind === 'representative' ? actor.organisations : [],
  }
  return page(
    deskList(request.frame, {
      base: CABINET,
      page: await store.listPractices(db, filter),
      text: filter.text,
      state: filter.state,
      waiting: null,
      mayWrite: true,
      done: one(request.query, 'done'),
    }),
  )
}

export const cabinetRoutes: readonly Route[] = [
  { method: 'GET', path: CABINET, policy: represents, handle: list },
  {
    method: 'GET',
    path: `${CABINET}/new`,
    policy: represents,
    handle: async (request) => page(await newPage(request, desk)),
  },
  ...deskRoutes(desk),
]

/** A card that came back is the first thing to do. */
export const returnedCards = cabinetTasks.with(async (ctx, organisations, locale) => {
  const { rows } = await store.listPractices(ctx.db, {
    state: 'returned',
    text: '',
    after: '',
    organisations,
  })
  const t = texts[locale].task
  return rows.map(
    (p): CabinetTask => ({
      title: t.returned(p.title),
      text: p.organisationName,
      href: `${CABINET}/${p.id}`,
      step: t.fix,
    }),
  )
})
