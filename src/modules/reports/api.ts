/** Reports for other programs: what is public is read by everybody; a department's own are written with a token. */
import { z } from 'zod'
import { found, foundId, permit } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { choice, optionalParagraphs, optionalWhole, whole } from '../../kernel/inputs.ts'
import { apiBody, apiList, apiPage, apiQuery } from '../../platform/http/api.ts'
import { anyone, json, type Reply, type Route, scope, type WebRequest } from '../../platform/http/route.ts'
import type { IndicatorId, MeasureId } from '../programmes/index.ts'
import { saveDraft, submitReport } from './actions/edit.ts'
import {
  draftShape,
  frozenShape,
  lineShape,
  presentDraft,
  presentFrozen,
  presentLine,
} from './api/present.ts'
import { mayWriteReport } from './policy.ts'
import { frozenById } from './store/frozen.ts'
import { publicReports } from './store/published.ts'
import * as store from './store/reports.ts'
import { CONSOLIDATED_KINDS, type ReportId, type ReportInput, ROW_STATES } from './types.ts'

const PATH = '/api/v1/reports'
const SCOPE = 'report:write'

const listQuery = z.strictObject({
  programme: z.string().max(200).optional(),
  kind: choice(['report', ...CONSOLIDATED_KINDS]).optional(),
  year: optionalWhole(1991, 2200),
})

const rowBody = z.strictObject({
  measureId: z.uuid('not_an_id').transform((id) => asId<'measure'>(id)),
  state: z.enum(ROW_STATES, 'not_a_choice').nullable(),
  result: optionalParagraphs(),
  reason: optionalParagraphs(4_000),
  nextStep: optionalParagraphs(4_000),
  indicators: z
    .array(
      z.strictObject({
        id: z.uuid('not_an_id').transform((id) => asId<'indicator'>(id)),
        fact: z.number('not_whole').min(0, 'out_of_range').nullable(),
      }),
    )
    .optional(),
})

const saveBody = z.strictObject({
  lockVersion: whole(1),
  nothingToDo: z.boolean('not_a_choice').optional(),
  note: optionalParagraphs(4_000),
  rows: z.array(rowBody).max(500).optional(),
})

async function list(request: WebRequest): Promise<Reply> {
  const { programme, kind, year } = apiQuery(listQuery, request)
  const { after, size } = apiPage(request)
  const filter = { programme: programme ?? null, kind: kind ?? null, year }
  const page = await publicReports(request.ctx.db, filter, after, size)
  return apiList(request, page, (line) => presentLine(request.house.baseUrl, line))
}

/** A public report by the id of its frozen content. */
async function one(request: WebRequest): Promise<Reply> {
  const id = request.params['id'] ?? ''
  const frozen = isId(id) ? await frozenById(request.ctx.db, asId<'frozenReport'>(id)) : null
  return json(presentFrozen(found(frozen, 'report')))
}

async function writable(request: WebRequest) {
  const text = request.params['id'] ?? ''
  const id: ReportId = foundId(text, 'report')
  const report = found(await store.reportById(request.ctx.db, id), 'report')
  permit(mayWriteReport(request.ctx.actor, report), 'report.save')
  return report
}

async function draft(request: WebRequest): Promise<Reply> {
  const report = await writable(request)
  return json(presentDraft(report, await store.rowsOf(request.ctx.db, report.id)))
}

/** Rows that are not named stay as they are. */
async function inputOf(request: WebRequest, id: ReportId): Promise<ReportInput> {
  const body = apiBody(saveBody, request)
  const before = found(await store.reportById(request.ctx.db, id), 'report')
  const rows = new Map<MeasureId, NonNullable<typeof body.rows>[number]>(
    (body.rows ?? []).map((row) => [row.measureId, row]),
  )
  return {
    lockVersion: body.lockVersion,
    nothingToDo: body.nothingToDo ?? before.nothingToDo,
    note: body.note ?? before.note,
    rows: [...rows.values()].map((row) => ({
      measureId: row.measureId,
      state: row.state,
      result: row.result ?? '',
      reason: row.reason,
      nextStep: row.nextStep,
      indicators: new Map<IndicatorId, number | null>((row.indicators ?? []).map((i) => [i.id, i.fact])),
    })),
  }
}

async function save(request: WebRequest): Promise<Reply> {
  const { id } = await writable(request)
  await saveDraft(request.ctx, id, await inputOf(request, id))
  return draft(request)
}

async function submit(request: WebRequest): Promise<Reply> {
  const { id } = await writable(request)
  await submitReport(request.ctx, id, await inputOf(request, id), request.house.baseUrl)
  return draft(request)
}

const tag = 'reports'

export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    policy: anyone,
    cached: true,
    api: {
      tag,
      summary: 'Accepted reports of executors and published consolidated reports, the newest first',
      query: listQuery,
      output: lineShape,
      list: true,
      example: `${PATH}?kind=report`,
    },
    handle: list,
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    policy: anyone,
    cached: true,
    api: { tag, summary: 'One public report as it was frozen, with its SHA-256', output: frozenShape },
    handle: one,
  },
  {
    method: 'GET',
    path: `${PATH}/drafts/:id`,
    policy: scope(SCOPE),
    api: { tag, scope: SCOPE, summary: 'A report of one’s own department as it stands', output: draftShape },
    handle: draft,
  },
  {
    method: 'PATCH',
    path: `${PATH}/drafts/:id`,
    policy: scope(SCOPE),
    api: {
      tag,
      scope: SCOPE,
      summary: 'Keeps rows of a report as a draft; what is not named stays',
      body: saveBody,
      output: draftShape,
    },
    handle: save,
  },
  {
    method: 'POST',
    path: `${PATH}/drafts/:id/submit`,
    policy: scope(SCOPE),
    api: {
      tag,
      scope: SCOPE,
      summary: 'Submits a report; 422 with all that it lacks',
      body: saveBody,
      output: draftShape,
    },
    handle: submit,
  },
]
