/** Money for other programs: reads for everybody, writes with a token that bears `money:write`. */
import { z } from 'zod'
import { found } from '../../kernel/errors.ts'
import { asId, type Id, isId } from '../../kernel/ids.ts'
import { optionalWhole } from '../../kernel/inputs.ts'
import type { Context } from '../../platform/context.ts'
import { apiBody, apiCreated, apiList, apiPage, apiQuery, apiSlice } from '../../platform/http/api.ts'
import { anyone, json, type Reply, type Route, scope, type WebRequest } from '../../platform/http/route.ts'
import { activeProgramme, type Programme, programmeById, programmeBySlug } from '../programmes/index.ts'
import {
  addCommitment,
  cancelCommitment,
  closeCommitment,
  editCommitment,
  reopenCommitment,
} from './actions/commitments.ts'
import { addPayment, withdrawPayment } from './actions/payments.ts'
import { changePlan, withdrawPlanChange } from './actions/plan.ts'
import { commitmentCall, commitmentEditForm, paymentCall, planCall, reasonForm } from './forms.ts'
import { summaryOfYear } from './rules/books.ts'
import { yearOfToday } from './rules/year.ts'
import { measureNames, readBooks } from './store/books.ts'
import { commitmentById, publicCommitments } from './store/commitments.ts'
import { listPayments, paymentById } from './store/payments.ts'
import {
  commitmentShape,
  paymentShape,
  planChangeShape,
  presentCommitment,
  presentPayment,
  presentPlanChange,
  presentSummary,
  summaryShape,
} from './views/presenters.ts'

const PATH = '/api/v1/money'
const SCOPE = 'money:write'

const query = z.strictObject({ programme: z.string().max(200).optional(), year: optionalWhole(1991, 2200) })

async function asked(request: WebRequest): Promise<{ programme: Programme; year: number | null }> {
  const { programme: slug, year } = apiQuery(query, request)
  const { db, today } = request.ctx
  const programme = found(
    slug === undefined ? await activeProgramme(db, today) : await programmeBySlug(db, slug),
    'programme',
  )
  return { programme, year }
}

async function summary(request: WebRequest): Promise<Reply> {
  const { programme, year } = await asked(request)
  const { db, today } = request.ctx
  const of = year ?? yearOfToday(programme, today.year)
  const books = await readBooks(db, programme.id)
  const names = await measureNames(db, programme.id)
  return json(presentSummary(programme, of, summaryOfYear(books, of), names))
}

async function commitments(request: WebRequest): Promise<Reply> {
  const { programme, year } = await asked(request)
  const { after, size } = apiPage(request)
  const { db } = request.ctx
  const names = await measureNames(db, programme.id)
  const page = await publicCommitments(db, programme.id, year, after, size)
  return apiList(request, page, (c) => presentCommitment(programme, c, names))
}

async function payments(request: WebRequest): Promise<Reply> {
  const { programme, year } = await asked(request)
  const { after, size } = apiPage(request)
  const { db } = request.ctx
  const names = await measureNames(db, programme.id)
  const filter = {
    programmeId: programme.id,
    year,
    state: 'recorded',
    measure: null,
    text: '',
    order: 'newest',
    after,
  } as const
  return apiList(request, await listPayments(db, filter, 'all', size), (p) =>
    presentPayment(programme, p, names),
  )
}

async function planChanges(request: WebRequest): Promise<Reply> {
  const { programme, year } = await asked(request)
  const { db } = request.ctx
  const { changes } = await readBooks(db, programme.id)
  const names = await measureNames(db, programme.id)
  const rows = changes.filter((c) => c.state === 'recorded' && (year === null || c.year === year))
  return apiList(
    request,
    apiSlice(request, rows, (c) => c.id),
    (c) => presentPlanChange(programme, c, names),
  )
}

/** One that still counts; what was cancelled or withdrawn is not public. */
async function commitment(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const seen = found(await commitmentById(db, idOf<'commitment'>(request), 'all'), 'commitment')
  const one = found(seen.state === 'cancelled' ? null : seen, 'commitment')
  const programme = found(await programmeById(db, one.programmeId), 'programme')
  return json(presentCommitment(programme, one, await measureNames(db, one.programmeId)))
}

async function payment(request: WebRequest): Promise<Reply> {
  const { db } = request.ctx
  const seen = found(await paymentById(db, idOf<'payment'>(request), 'all'), 'payment')
  const one = found(seen.state === 'withdrawn' ? null : seen, 'payment')
  const programme = found(await programmeById(db, one.programmeId), 'programme')
  return json(presentPayment(programme, one, await measureNames(db, one.programmeId)))
}

async function programmeOf(request: WebRequest, slug: string): Promise<Programme> {
  return found(await programmeBySlug(request.ctx.db, slug), 'programme')
}

async function addCommitmentCall(request: WebRequest): Promise<Reply> {
  const { programme, input } = apiBody(commitmentCall, request)
  const id = await addCommitment(request.ctx, (await programmeOf(request, programme)).id, input)
  return apiCreated(request, `${PATH}/commitments/${id}`, { id })
}

async function addPaymentCall(request: WebRequest): Promise<Reply> {
  const { programme, input } = apiBody(paymentCall, request)
  const id = await addPayment(request.ctx, (await programmeOf(request, programme)).id, input)
  return apiCreated(request, `${PATH}/payments/${id}`, { id })
}

async function changePlanCall(request: WebRequest): Promise<Reply> {
  const { programme, input } = apiBody(planCall, request)
  const id = await changePlan(request.ctx, (await programmeOf(request, programme)).id, input)
  return apiCreated(request, `${PATH}/plan-changes?programme=${programme}&year=${input.year}`, { id })
}

async function editCommitmentCall(request: WebRequest): Promise<Reply> {
  const id = idOf<'commitment'>(request)
  const { version, input } = apiBody(commitmentEditForm, request)
  await editCommitment(request.ctx, id, version, input)
  return json({ id })
}

function idOf<Of extends string>(request: WebRequest): Id<Of> {
  const text = request.params['id'] ?? ''
  return found(isId(text) ? asId<Of>(text) : null, 'id')
}

const tag = 'money'

function read(path: string, about: string, output: z.ZodType, list: boolean, handle: Route['handle']): Route {
  return {
    method: 'GET',
    path: `${PATH}${path}`,
    policy: anyone,
    cached: true,
    api: { tag, summary: about, ...(path.includes(':') ? {} : { query }), output, list },
    handle,
  }
}

function write(
  method: 'POST' | 'PUT',
  path: string,
  about: string,
  body: z.ZodType,
  handle: Route['handle'],
): Route {
  return {
    method,
    path: `${PATH}${path}`,
    policy: scope(SCOPE),
    api: { tag, summary: about, scope: SCOPE, body, output: z.strictObject({ id: z.uuid() }) },
    handle,
  }
}

/** An act on one thing that wants a reason. */
function act<Of extends string>(
  path: string,
  about: string,
  what: (ctx: Context, id: Id<Of>, reason: string) => Promise<void>,
): Route {
  return write('POST', path, about, reasonForm, async (request) => {
    const id = idOf<Of>(request)
    await what(request.ctx, id, apiBody(reasonForm, request).reason)
    return json({ id })
  })
}

export const apiRoutes: readonly Route[] = [
  read(
    '',
    'Planned, committed, spent and left of a year, by source and measure',
    summaryShape,
    false,
    summary,
  ),
  read(
    '/commitments',
    'Contracts and contests with their recipients, newest first',
    commitmentShape,
    true,
    commitments,
  ),
  read('/payments', 'Cash spending, newest first', paymentShape, true, payments),
  read(
    '/plan-changes',
    'Changes of the plan with the decisions that made them',
    planChangeShape,
    true,
    planChanges,
  ),
  read('/commitments/:id', 'One commitment', commitmentShape, false, commitment),
  read('/payments/:id', 'One payment', paymentShape, false, payment),
  write('POST', '/plan-changes', 'Record a change of the plan by a decision', planCall, changePlanCall),
  write('POST', '/commitments', 'Bind money by a contract or contest', commitmentCall, addCommitmentCall),
  write('PUT', '/commitments/:id', 'Change a commitment', commitmentEditForm, editCommitmentCall),
  write('POST', '/payments', 'Record cash spending', paymentCall, addPaymentCall),
  act<'commitment'>(
    '/commitments/:id/close',
    'Close a commitment: what is not paid is free',
    closeCommitment,
  ),
  act<'commitment'>(
    '/commitments/:id/cancel',
    'Cancel a commitment from which nothing was paid',
    cancelCommitment,
  ),
  act<'commitment'>('/commitments/:id/reopen', 'Reopen a closed commitment', reopenCommitment),
  act<'payment'>('/payments/:id/withdraw', 'Withdraw a payment recorded by mistake', withdrawPayment),
  act<'planChange'>(
    '/plan-changes/:id/withdraw',
    'Withdraw a plan change recorded by mistake',
    withdrawPlanChange,
  ),
]
