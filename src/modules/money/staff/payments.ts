/** Addresses of payments. */
import { found } from '../../../kernel/errors.ts'
import { money, shortDate } from '../../../kernel/texts.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'

import { addPayment, withdrawPayment } from '../actions/payments.ts'
import { paymentForm, reasonForm } from '../forms.ts'
import { mayManageMoney, moneyScope } from '../policy.ts'
import { sourcesOf } from '../rules/books.ts'
import { measureNames, readBooks } from '../store/books.ts'
import { liveCommitments } from '../store/commitments.ts'
import { EXPORT_LIMIT } from '../store/listing.ts'
import { listPayments, paymentById } from '../store/payments.ts'
import { texts } from '../texts/index.ts'
import type { Payment } from '../types.ts'
import { at, type Chosen, doneNotice, reasonPage, yearOptions } from '../views/parts.ts'
import { paymentForm as paymentFormPage, paymentPage, paymentsPage } from '../views/payments.ts'
import { paymentSheet } from '../views/sheets.ts'
import { chosenOf, idOf, listOf, managers, pastOf, readers, sentence, withChosen } from './request.ts'

const PATH = '/office/money/payments'

const list = (request: WebRequest) =>
  withChosen(request, async (chosen) => {
    const { db, actor } = request.ctx
    const asked = listOf(request, ['recorded', 'withdrawn'])
    const filter = { ...asked, programmeId: chosen.programme.id }
    const names = await measureNames(db, chosen.programme.id)
    const format = exportFormat(request)
    if (format) {
      const { rows } = await listPayments(db, { ...filter, after: '' }, moneyScope(actor), EXPORT_LIMIT)
      return exportReply(request, paymentSheet(request.locale, rows, names), format, 'payments')
    }
    return page(
      paymentsPage(request.frame, chosen, {
        page: await listPayments(db, filter, moneyScope(actor)),
        filter: asked,
        years: yearOptions(chosen.programme, asked.year === null ? [] : [asked.year]),
        names,
        mayManage: mayManageMoney(actor),
        done: doneNotice(request.locale, one(request.query, 'done')),
      }),
    )
  })

async function asked(request: WebRequest): Promise<{ payment: Payment; chosen: Chosen }> {
  const { db, actor } = request.ctx
  const payment = found(await paymentById(db, idOf<'payment'>(request), moneyScope(actor)), 'payment')
  return { payment, chosen: found(await chosenOf(request, payment), 'programme') }
}

async function show(request: WebRequest) {
  const { payment, chosen } = await asked(request)
  return page(
    paymentPage(request.frame, payment, {
      chosen,
      names: await measureNames(request.ctx.db, payment.programmeId),
      mayManage: mayManageMoney(request.ctx.actor),
      history: await pastOf(request, 'payment', payment.id),
      done: doneNotice(request.locale, one(request.query, 'done')),
    }),
  )
}

async function drawForm(request: WebRequest, chosen: Chosen, state: FormState) {
  const { db } = request.ctx
  const books = await readBooks(db, chosen.programme.id)
  const active = await liveCommitments(db, chosen.programme.id, { state: 'active' })
  return paymentFormPage(request.frame, chosen, state, {
    sources: sourcesOf(books),
    names: await measureNames(db, chosen.programme.id),
    commitments: active.filter((c) => c.paid < c.amount),
  })
}

async function drawWithdraw(request: WebRequest, state: FormState) {
  const { payment, chosen } = await asked(request)
  const { locale } = request
  const t = texts[locale]
  return reasonPage(request.frame, state, {
    title: t.payments.withdrawTitle,
    text: t.payments.withdrawText,
    submit: t.payments.withdraw,
    action: `${PATH}/${payment.id}/withdraw`,
    back: `${PATH}/${payment.id}`,
    of: `${money(locale, payment.amount)}, ${shortDate(locale, payment.paidOn)}`,
    crumbs: [
      { label: t.title, href: at('', chosen) },
      { label: t.payments.title, href: at('/payments', chosen) },
    ],
  })
}

export const paymentRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, policy: readers, handle: list },
  {
    method: 'GET',
    path: `${PATH}/new`,
    policy: managers,
    handle: (request) =>
      withChosen(request, async (chosen) => {
        const values = { commitmentId: one(request.query, 'commitment') }
        return page(await drawForm(request, chosen, { values, errors: [] }))
      }),
  },
  {
    method: 'POST',
    path: `${PATH}/new`,
    policy: managers,
    handle: (request) =>
      withChosen(request, (chosen) =>
        submit(request, {
          schema: paymentForm,
          act: (input) => addPayment(request.ctx, chosen.programme.id, input),
          done: (id) => redirect(`${PATH}/${id}?done=paid`),
          sentence: sentence(request),
          again: (state) => drawForm(request, chosen, state),
        }),
      ),
  },
  { method: 'GET', path: `${PATH}/:id`, policy: readers, handle: show },
  {
    method: 'GET',
    path: `${PATH}/:id/withdraw`,
    policy: managers,
    handle: async (request) => page(await drawWithdraw(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${PATH}/:id/withdraw`,
    policy: managers,
    handle: (request) =>
      submit(request, {
        schema: reasonForm,
        act: (input) => withdrawPayment(request.ctx, idOf<'payment'>(request), input.reason),
        done: () => redirect(`${PATH}/${idOf(request)}?done=withdrawn`),
        sentence: sentence(request),
        again: (state) => drawWithdraw(request, state),
      }),
  },
]
