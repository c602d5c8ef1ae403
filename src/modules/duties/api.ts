/** Duties and evidence for other programs: read by everybody, evidence written with a token that may. */
import { z } from 'zod'
import { yearPeriod } from '../../kernel/civil-date.ts'
import { NotFound } from '../../kernel/errors.ts'
import { isId } from '../../kernel/ids.ts'
import { choice, optionalWhole } from '../../kernel/inputs.ts'
import { apiBody, apiCreated, apiList, apiListOf, apiPage, apiQuery } from '../../platform/http/api.ts'
import { JsonRow } from '../../platform/http/json-text.ts'
import { anyone, json, type Reply, type Route, scope, type WebRequest } from '../../platform/http/route.ts'
import { recordByHand } from './actions/evidence.ts'
import { dutyShape, evidenceShape, presentDuty, presentEvidence } from './documents/presenters.ts'
import { evidenceBody } from './forms/evidence.ts'
import { evidenceNames } from './store/names.ts'
import { markPublished, publishedDuties, publishedEvidence } from './store/published.ts'
import { DUTY_STATES } from './types.ts'

const SCOPE = 'evidence:write'

const dutiesQuery = z.strictObject({
  programme: z.string().max(200).optional(),
  /** In which the duty's own period ends. */
  year: optionalWhole(1991, 2200),
  state: choice(DUTY_STATES).optional(),
})

const evidenceQuery = z.strictObject({
  programme: z.string().max(200).optional(),
  year: optionalWhole(1991, 2200),
})

async function duties(request: WebRequest): Promise<Reply> {
  const { programme, year, state } = apiQuery(dutiesQuery, request)
  const { after, size } = apiPage(request)
  const { db, today } = request.ctx
  const filter = {
    programme: programme ?? null,
    ends: year === null ? null : yearPeriod(year),
    state: state ?? null,
  }
  return apiList(request, await publishedDuties(db, filter, today, after, size), (d) => presentDuty(d, today))
}

async function evidence(request: WebRequest): Promise<Reply> {
  const { programme, year } = apiQuery(evidenceQuery, request)
  const { after, size } = apiPage(request)
  const filter = { programme: programme ?? null, happened: year === null ? null : yearPeriod(year) }
  const { db } = request.ctx
  const [page, names] = await Promise.all([
    markPublished(db, filter, after, size),
    request.remember('evidence.names', () => evidenceNames(db)),
  ])
  const rows = await request.draw({
    list: 'evidence json',
    beside: names.digest,
    marks: page.rows,
    read: (ids) => publishedEvidence(db, { ids }, ids.length, names),
    draw: (e) => new JsonRow(presentEvidence(request.house.baseUrl, e)),
  })
  return apiListOf(request, { rows, next: page.next })
}

async function oneEvidence(request: WebRequest): Promise<Reply> {
  const id = request.params['id'] ?? ''
  const [row] = isId(id) ? await publishedEvidence(request.ctx.db, { ids: [id] }, 1) : []
  if (!row) throw new NotFound('evidence')
  return json(presentEvidence(request.house.baseUrl, row))
}

async function record(request: WebRequest): Promise<Reply> {
  const input = apiBody(evidenceBody, request)
  const id = await recordByHand(request.ctx, input, {
    draftId: null,
    access: 'public',
    files: [],
    removeFiles: [],
  })
  return apiCreated(request, `/api/v1/evidence/${id}`, { id })
}

export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/duties',
    policy: anyone,
    cached: true,
    api: {
      tag: 'duties',
      summary: 'Duties by due day: what is asked of whom, until when and why, and how it stands',
      query: dutiesQuery,
      output: dutyShape,
      list: true,
      example: '/api/v1/duties?limit=10',
    },
    handle: duties,
  },
  {
    method: 'GET',
    path: '/api/v1/evidence',
    policy: anyone,
    cached: true,
    api: {
      tag: 'evidence',
      summary: 'Recorded evidence, the latest first',
      query: evidenceQuery,
      output: evidenceShape,
      list: true,
      example: '/api/v1/evidence?limit=10',
    },
    handle: evidence,
  },
  {
    method: 'GET',
    path: '/api/v1/evidence/:id',
    policy: anyone,
    cached: true,
    api: { tag: 'evidence', summary: 'One evidence', output: evidenceShape },
    handle: oneEvidence,
  },
  {
    method: 'POST',
    path: '/api/v1/evidence',
    policy: scope(SCOPE),
    api: {
      tag: 'evidence',
      summary: 'Records what was done as evidence of duties or measures',
      scope: SCOPE,
      body: evidenceBody,
      output: z.strictObject({ id: z.uuid() }),
    },
    handle: record,
  },
]
