/** Addresses of the plan. */
import { found } from '../../../kernel/errors.ts'
import { shortDate } from '../../../kernel/texts.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  type FormValues,
  one,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'

import { changePlan, withdrawPlanChange } from '../actions/plan.ts'
import { planForm, reasonForm } from '../forms.ts'
import { mayManageMoney } from '../policy.ts'
import { sourcesOf } from '../rules/books.ts'
import { measureNames, readBooks } from '../store/books.ts'
import { planChangeById } from '../store/plan.ts'
import { texts } from '../texts/index.ts'
import type { PlanChange } from '../types.ts'
import {
  at,
  type Chosen,
  decisionText,
  doneNotice,
  measureLabel,
  OFFICE,
  reasonPage,
} from '../views/parts.ts'
import { planForm as planFormPage, planPage } from '../views/plan.ts'
import { signed } from '../views/tables.ts'
import { chosenOf, idOf, managers, readers, sentence, withChosen } from './request.ts'

const show = (request: WebRequest) =>
  withChosen(request, async (chosen) => {
    const { db, actor } = request.ctx
    const { locale } = request
    const books = await readBooks(db, chosen.programme.id)
    const names = await measureNames(db, chosen.programme.id)
    const format = exportFormat(request)
    if (!format)
      return page(
        planPage(request.frame, chosen, {
          books,
          names,
          mayManage: mayManageMoney(actor),
          done: doneNotice(locale, one(request.query, 'done')),
        }),
      )
    const t = texts[locale]
    return exportReply<PlanChange>(
      request,
      {
        name: t.plan.changes,
        rows: books.changes.filter((c) => c.year === chosen.year),
        columns: [
          { key: 'year', title: t.columns.year, kind: 'integer', value: (c) => c.year },
          {
            key: 'decisionKind',
            title: t.plan.columns.decision,
            kind: 'text',
            value: (c) => c.decision.kind,
          },
          {
            key: 'decisionNumber',
            title: t.plan.form.decisionNumber,
            kind: 'text',
            value: (c) => c.decision.number,
          },
          {
            key: 'decisionDate',
            title: t.plan.form.decisionDate,
            kind: 'date',
            value: (c) => c.decision.date,
          },
          { key: 'change', title: t.plan.columns.change, kind: 'money', value: (c) => c.change },
          { key: 'source', title: t.columns.source, kind: 'text', value: (c) => c.source },
          {
            key: 'measure',
            title: t.columns.measure,
            kind: 'text',
            value: (c) => measureLabel(locale, names, c.measureId),
          },
          { key: 'reason', title: t.plan.columns.reason, kind: 'text', value: (c) => c.reason },
          {
            key: 'state',
            title: t.plan.columns.state,
            kind: 'text',
            value: (c) => t.payments.states[c.state],
          },
        ],
      },
      format,
      'plan-changes',
    )
  })

async function drawForm(request: WebRequest, chosen: Chosen, state: FormState) {
  const { db } = request.ctx
  return planFormPage(request.frame, chosen, state, {
    books: await readBooks(db, chosen.programme.id),
    names: await measureNames(db, chosen.programme.id),
  })
}

async function freshValues(request: WebRequest, chosen: Chosen): Promise<FormValues> {
  const sources = sourcesOf(await readBooks(request.ctx.db, chosen.programme.id))
  return { year: String(chosen.year), source: sources[0] ?? 'місцевий бюджет', direction: 'add' }
}

async function drawWithdraw(request: WebRequest, state: FormState) {
  const { locale } = request
  const t = texts[locale]
  const change = found(await planChangeById(request.ctx.db, idOf<'planChange'>(request)), 'plan change')
  const chosen = found(await chosenOf(request, change), 'programme')
  return reasonPage(request.frame, state, {
    title: t.plan.withdrawTitle,
    text: t.plan.withdrawText,
    submit: t.plan.withdraw,
    action: `${OFFICE}/plan/${change.id}/withdraw`,
    back: at('/plan', chosen),
    of: `${decisionText(locale, change.decision)}: ${signed(locale, change.change)}, ${shortDate(locale, change.decision.date)}`,
    crumbs: [
      { label: t.title, href: at('', chosen) },
      { label: t.tabs.plan, href: at('/plan', chosen) },
    ],
  })
}

export const planRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/money/plan', policy: readers, handle: show },
  {
    method: 'GET',
    path: '/office/money/plan/new',
    policy: managers,
    handle: (request) =>
      withChosen(request, async (chosen) =>
        page(await drawForm(request, chosen, { values: await freshValues(request, chosen), errors: [] })),
      ),
  },
  {
    method: 'POST',
    path: '/office/money/plan/new',
    policy: managers,
    handle: (request) =>
      withChosen(request, (chosen) =>
        submit(request, {
          schema: planForm,
          act: async (input) => {
            await changePlan(request.ctx, chosen.programme.id, input)
            return input.year
          },
          done: (year) => redirect(`${at('/plan', { ...chosen, year })}&done=changed`),
          sentence: sentence(request),
          again: (state) => drawForm(request, chosen, state),
        }),
      ),
  },
  {
    method: 'GET',
    path: '/office/money/plan/:id/withdraw',
    policy: managers,
    handle: async (request) => page(await drawWithdraw(request, CLEAN)),
  },
  {
    method: 'POST',
    path: '/office/money/plan/:id/withdraw',
    policy: managers,
    async handle(request) {
      const id = idOf<'planChange'>(request)
      const change = found(await planChangeById(request.ctx.db, id), 'plan change')
      const chosen = found(await chosenOf(request, change), 'programme')
      return submit(request, {
        schema: reasonForm,
        act: (input) => withdrawPlanChange(request.ctx, id, input.reason),
        done: () => redirect(`${at('/plan', chosen)}&done=withdrawn`),
        sentence: sentence(request),
        again: (state) => drawWithdraw(request, state),
      })
    },
  },
]
