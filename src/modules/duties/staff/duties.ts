/** Addresses of duties in the office: the list, one, and what the coordinator decides. */
import { found, permit } from '../../../kernel/errors.ts'
import { historyOf } from '../../../platform/audit.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  page,
  type Reply,
  type Route,
  redirect,
  signedIn,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { listUnits } from '../../people/index.ts'
import { activeProgramme } from '../../programmes/index.ts'
import { carryDutyOver, excuseDuty, reopenDuty } from '../actions/decide.ts'
import { dutySheet } from '../documents/sheets.ts'
import { carrySchema, reasonSchema } from '../forms/decide.ts'
import { type DutyFilter, endsWithin, readDutyFilter } from '../forms/list.ts'
import * as policy from '../policy.ts'
import { measuresWithDuties, waitingNow, yearsWithDuties } from '../store/counts.ts'
import * as store from '../store/duties.ts'
import { listEvidence } from '../store/evidence-lists.ts'
import { measuresOfProgramme } from '../store/measures.ts'
import { textsOf } from '../texts/index.ts'
import type { DutyId } from '../types.ts'
import { type DutyView, dutyPage } from '../views/duty.ts'
import { dutyListPage } from '../views/duty-list.ts'
import { noProgrammePage } from '../views/no-programme.ts'
import { chosenProgramme, decides, doneKey, idParam, sentences } from './common.ts'

const PAGE_SIZE = 50

async function list(request: WebRequest): Promise<Reply> {
  const { ctx, frame } = request
  const programme = await chosenProgramme(request)
  if (programme === null) return page(noProgrammePage(frame))
  const filter = readDutyFilter(request.query)
  const scope = policy.unitScope(ctx.actor)
  const query = {
    programmeId: programme.id,
    scope,
    today: ctx.today,
    ends: endsWithin(filter),
    ...filter,
  }
  const format = exportFormat(request)
  if (format) {
    const sheet = dutySheet(request.locale, await store.everyDuty(ctx.db, query), ctx.today)
    return exportReply(request, sheet, format, textsOf(request.locale).duty.list.fileName)
  }
  const [rows, total, waiting, units, measures, own, years, active] = await Promise.all([
    store.listDuties(ctx.db, query, filter.after, PAGE_SIZE),
    store.countDuties(ctx.db, query),
    waitingNow(ctx.db, programme.id, ctx.today, scope),
    listUnits(ctx.db, { kind: 'unit' }),
    measuresOfProgramme(ctx.db, programme.id),
    scope === 'all' ? null : measuresWithDuties(ctx.db, programme.id, scope),
    yearsWithDuties(ctx.db, programme.id),
    activeProgramme(ctx.db, ctx.today),
  ])
  return page(
    dutyListPage(frame, {
      page: rows,
      total,
      filter,
      filtered: isFiltered(filter),
      waiting,
      units: units.filter((u) => scope === 'all' || scope.includes(u.id)),
      measures: own === null ? measures : measures.filter((m) => own.has(m.id)),
      years,
      today: ctx.today,
      mayDecide: policy.mayDecideDuties(ctx.actor),
      mayRecord: (duty) => policy.mayRecord(ctx.actor, duty.unitId),
      programme: active?.id === programme.id ? null : programme.slug,
    }),
  )
}

function isFiltered({ order: _, descending: __, after: ___, state, ...filter }: DutyFilter): boolean {
  return state !== 'waiting' || Object.values(filter).some((value) => value !== null && value !== '')
}

async function viewOf(
  request: WebRequest,
  tried: DutyView['tried'] = null,
  form: FormState = CLEAN,
): Promise<DutyView> {
  const { ctx } = request
  const duty = found(await store.dutyById(ctx.db, idParam(request, 'duty')), 'duty')
  permit(policy.maySeeUnit(ctx.actor, duty.unitId), 'duty.see')
  const mayDecide = policy.mayDecideDuties(ctx.actor)
  const [evidence, later, records, carried] = await Promise.all([
    listEvidence(ctx.db, { programmeId: null, scope: 'all', state: 'recorded', dutyId: duty.id }, '', 100),
    mayDecide ? store.laterDuties(ctx.db, duty) : [],
    historyOf(ctx.db, [{ type: 'duty', id: duty.id }]),
    store.carriedTo(ctx.db, duty.id),
  ])
  const done = doneKey(request)
  return {
    duty,
    carriedTo: carried,
    evidence: evidence.rows,
    later,
    records,
    today: ctx.today,
    mayDecide,
    mayRecord: policy.mayRecord(ctx.actor, duty.unitId),
    done: done === 'reopened' ? textsOf(request.locale).duty.page.reopened : undefined,
    tried,
    form,
  }
}

async function show(request: WebRequest): Promise<Reply> {
  return page(dutyPage(request.frame, await viewOf(request)))
}

/** The three decisions differ in their schema and their action only. */
function decision<T>(
  tried: NonNullable<DutyView['tried']>,
  schema: Parameters<typeof submit<T, unknown>>[1]['schema'],
  act: (request: WebRequest, id: DutyId, input: T) => Promise<unknown>,
): Route['handle'] {
  return (request) => {
    const id = idParam(request, 'duty')
    return submit(request, {
      schema,
      act: (input) => act(request, id, input),
      done: () => redirect(`/office/duties/${id}${tried === 'reopen' ? '?done=reopened' : ''}`),
      sentence: sentences(request),
      again: async (form) => dutyPage(request.frame, await viewOf(request, tried, form)),
    })
  }
}

export const dutyRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/duties', policy: signedIn, handle: list },
  { method: 'GET', path: '/office/duties/:id', policy: signedIn, handle: show },
  {
    method: 'POST',
    path: '/office/duties/:id/excuse',
    policy: decides,
    handle: decision('excuse', reasonSchema, (request, id, { reason }) =>
      excuseDuty(request.ctx, { id, reason }),
    ),
  },
  {
    method: 'POST',
    path: '/office/duties/:id/carry',
    policy: decides,
    handle: decision('carry', carrySchema, (request, id, { to, date, carryReason }) =>
      carryDutyOver(request.ctx, { id, to, date, reason: carryReason }),
    ),
  },
  {
    method: 'POST',
    path: '/office/duties/:id/reopen',
    policy: decides,
    handle: decision('reopen', reasonSchema, (request, id, { reason }) =>
      reopenDuty(request.ctx, { id, reason }),
    ),
  },
]
