/** Addresses of commitments. */
import { found } from '../../../kernel/errors.ts'
import { money } from '../../../kernel/texts.ts'
import type { Context } from '../../../platform/context.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'

import {
  addCommitment,
  cancelCommitment,
  closeCommitment,
  editCommitment,
  reopenCommitment,
} from '../actions/commitments.ts'
import { commitmentEditForm, commitmentForm, reasonForm } from '../forms.ts'
import { mayManageMoney, moneyScope } from '../policy.ts'
import { sourcesOf } from '../rules/books.ts'
import type { CommitmentVerb } from '../rules/spending.ts'
import { measureNames, readBooks } from '../store/books.ts'
import { commitmentById, listCommitments } from '../store/commitments.ts'
import { EXPORT_LIMIT } from '../store/listing.ts'
import { paymentsOfCommitment } from '../store/payments.ts'
import { texts } from '../texts/index.ts'
import { COMMITMENT_STATES, type Commitment, type CommitmentId } from '../types.ts'
import { commitmentForm as commitmentFormPage, commitmentValues } from '../views/commitment-form.ts'
import { commitmentPage, commitmentsPage } from '../views/commitments.ts'
import { at, type Chosen, doneNotice, OFFICE, reasonPage, yearOptions } from '../views/parts.ts'
import { commitmentSheet } from '../views/sheets.ts'
import { chosenOf, idOf, listOf, managers, pastOf, readers, sentence, withChosen } from './request.ts'

const PATH = '/office/money/commitments'

const list = (request: WebRequest) =>
  withChosen(request, async (chosen) => {
    const { db, actor } = request.ctx
    const asked = listOf(request, COMMITMENT_STATES)
    const filter = { ...asked, programmeId: chosen.programme.id }
    const names = await measureNames(db, chosen.programme.id)
    const format = exportFormat(request)
    if (format) {
      const { rows } = await listCommitments(db, { ...filter, after: '' }, moneyScope(actor), EXPORT_LIMIT)
      return exportReply(request, commitmentSheet(request.locale, rows, names), format, 'commitments')
    }
    return page(
      commitmentsPage(request.frame, chosen, {
        page: await listCommitments(db, filter, moneyScope(actor)),
        filter: asked,
        years: yearOptions(chosen.programme, asked.year === null ? [] : [asked.year]),
        names,
        mayManage: mayManageMoney(actor),
        done: doneNotice(request.locale, one(request.query, 'done')),
      }),
    )
  })

async function asked(request: WebRequest): Promise<{ commitment: Commitment; chosen: Chosen }> {
  const { db, actor } = request.ctx
  const id = idOf<'commitment'>(request)
  const commitment = found(await commitmentById(db, id, moneyScope(actor)), 'commitment')
  return { commitment, chosen: found(await chosenOf(request, commitment), 'programme') }
}

async function show(request: WebRequest) {
  const { commitment, chosen } = await asked(request)
  const { db, actor } = request.ctx
  return page(
    commitmentPage(request.frame, commitment, {
      chosen,
      names: await measureNames(db, commitment.programmeId),
      payments: await paymentsOfCommitment(db, commitment.id),
      mayManage: mayManageMoney(actor),
      history: await pastOf(request, 'commitment', commitment.id),
      done: doneNotice(request.locale, one(request.query, 'done')),
    }),
  )
}

async function drawForm(
  request: WebRequest,
  chosen: Chosen,
  state: FormState,
  edited: { readonly id: string; readonly version: string } | null,
) {
  const { db } = request.ctx
  const books = await readBooks(db, chosen.programme.id)
  const sources = sourcesOf(books)
  const values = { source: sources[0] ?? '', kind: 'contract', year: String(chosen.year), ...state.values }
  return commitmentFormPage(
    request.frame,
    chosen,
    { ...state, values },
    {
      edited,
      sources,
      years: yearOptions(chosen.programme, []),
      names: await measureNames(db, chosen.programme.id),
    },
  )
}

async function drawVerb(request: WebRequest, verb: CommitmentVerb, state: FormState) {
  const { commitment, chosen } = await asked(request)
  const { locale } = request
  const t = texts[locale]
  return reasonPage(request.frame, state, {
    ...t.commitments.verbs[verb],
    action: `${PATH}/${commitment.id}/${verb}`,
    back: `${PATH}/${commitment.id}`,
    of: `№ ${commitment.number}, ${commitment.counterparty}, ${money(locale, commitment.amount)}`,
    crumbs: [
      { label: t.title, href: at('', chosen) },
      { label: t.commitments.title, href: at('/commitments', chosen) },
    ],
  })
}

type Act = (ctx: Context, id: CommitmentId, reason: string) => Promise<void>

function verb(name: CommitmentVerb, done: string, act: Act): readonly Route[] {
  const path = `${PATH}/:id/${name}`
  return [
    {
      method: 'GET',
      path,
      policy: managers,
      handle: async (request) => page(await drawVerb(request, name, CLEAN)),
    },
    {
      method: 'POST',
      path,
      policy: managers,
      handle: (request) =>
        submit(request, {
          schema: reasonForm,
          act: (input) => act(request.ctx, idOf<'commitment'>(request), input.reason),
          done: () => redirect(`${PATH}/${idOf(request)}?done=${done}`),
          sentence: sentence(request),
          again: (state) => drawVerb(request, name, state),
        }),
    },
  ]
}

export const commitmentRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, policy: readers, handle: list },
  {
    method: 'GET',
    path: `${PATH}/new`,
    policy: managers,
    handle: (request) =>
      withChosen(request, async (chosen) => page(await drawForm(request, chosen, CLEAN, null))),
  },
  {
    method: 'POST',
    path: `${PATH}/new`,
    policy: managers,
    handle: (request) =>
      withChosen(request, (chosen) =>
        submit(request, {
          schema: commitmentForm,
          act: (input) => addCommitment(request.ctx, chosen.programme.id, input),
          done: (id) => redirect(`${OFFICE}/commitments/${id}?done=added`),
          sentence: sentence(request),
          again: (state) => drawForm(request, chosen, state, null),
        }),
      ),
  },
  { method: 'GET', path: `${PATH}/:id`, policy: readers, handle: show },
  {
    method: 'GET',
    path: `${PATH}/:id/edit`,
    policy: managers,
    async handle(request) {
      const { commitment, chosen } = await asked(request)
      const values = commitmentValues(commitment)
      const edited = { id: commitment.id, version: String(commitment.version) }
      return page(await drawForm(request, chosen, { values, errors: [] }, edited))
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/edit`,
    policy: managers,
    async handle(request) {
      const { commitment, chosen } = await asked(request)
      return submit(request, {
        schema: commitmentEditForm,
        act: ({ version, input }) => editCommitment(request.ctx, commitment.id, version, input),
        done: () => redirect(`${PATH}/${commitment.id}?done=saved`),
        sentence: sentence(request),
        again: (state) =>
          drawForm(request, chosen, state, {
            id: commitment.id,
            version: one(request.form, 'version'),
          }),
      })
    },
  },
  ...verb('close', 'closed', closeCommitment),
  ...verb('cancel', 'cancelled', cancelCommitment),
  ...verb('reopen', 'reopened', reopenCommitment),
]
