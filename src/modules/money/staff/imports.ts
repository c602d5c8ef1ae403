/** Addresses of files with payments. */
import { found } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'

import { confirmImport, discardImport, mapImport, startImport, tryImport } from '../actions/imports.ts'
import { empty, mappingForm } from '../forms.ts'
import { sourcesOf } from '../rules/books.ts'
import { checkColumns } from '../rules/import-rows.ts'
import { yearOfToday } from '../rules/year.ts'
import { measureNames, readBooks } from '../store/books.ts'
import { importById, latestImports } from '../store/imports.ts'
import type { PaymentImport } from '../types.ts'
import { asideSheet, outcomePage, reviewPage } from '../views/import-review.ts'
import { mappingPage, mappingValues, uploadPage } from '../views/imports.ts'
import { type Chosen, doneNotice } from '../views/parts.ts'
import { chosenOf, idOf, managers, pastOf, sentence, withChosen } from './request.ts'

const PATH = '/office/money/import'
const LATEST = 20

async function drawUpload(request: WebRequest, chosen: Chosen, state: FormState) {
  const latest = await latestImports(request.ctx.db, chosen.programme.id, LATEST)
  const done = doneNotice(request.locale, one(request.query, 'done'))
  return uploadPage(request.frame, chosen, latest, state, done)
}

async function asked(request: WebRequest): Promise<{ made: PaymentImport; chosen: Chosen }> {
  const made = found(await importById(request.ctx.db, idOf<'paymentImport'>(request)), 'import')
  const { programmeId } = made
  const any = found(await chosenOf(request, { programmeId, year: 0 }), 'programme')
  return { made, chosen: { ...any, year: yearOfToday(any.programme, request.ctx.today.year) } }
}

async function drawMapping(request: WebRequest, state: FormState | null) {
  const { made, chosen } = await asked(request)
  const { db } = request.ctx
  return mappingPage(
    request.frame,
    chosen,
    made,
    state ?? { values: mappingValues(made.mapping), errors: [] },
    {
      sources: sourcesOf(await readBooks(db, made.programmeId)),
      names: await measureNames(db, made.programmeId),
    },
  )
}

async function drawReview(request: WebRequest, state: FormState) {
  const { made, chosen } = await asked(request)
  if (made.state !== 'review') {
    const past = await pastOf(request, 'paymentImport', made.id)
    return outcomePage(request.frame, chosen, made, made.outcome, past)
  }
  const tried = await tryImport(request.ctx, made.id)
  const names = await measureNames(request.ctx.db, made.programmeId)
  return reviewPage(request.frame, chosen, made, tried, names, state.errors)
}

async function review(request: WebRequest) {
  const { made } = await asked(request)
  const unmapped = checkColumns(made.mapping.columns, made.content.header.length).length > 0
  if (made.state === 'review' && unmapped) return redirect(`${PATH}/${made.id}/columns`)
  return page(await drawReview(request, CLEAN))
}

async function setAside(request: WebRequest) {
  const { made } = await asked(request)
  const rows = made.outcome?.setAside ?? (await tryImport(request.ctx, made.id)).setAside
  const format = exportFormat(request) ?? 'csv'
  return exportReply(request, asideSheet(request.locale, made, rows), format, 'set-aside')
}

function verb(name: 'confirm' | 'discard', act: (request: WebRequest) => Promise<unknown>): Route {
  return {
    method: 'POST',
    path: `${PATH}/:id/${name}`,
    policy: managers,
    handle: (request) =>
      submit(request, {
        schema: empty,
        act: () => act(request),
        done: () => redirect(`${PATH}/${idOf(request)}`),
        sentence: sentence(request),
        again: (state) => drawReview(request, state),
      }),
  }
}

export const importRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    policy: managers,
    handle: (request) =>
      withChosen(request, async (chosen) => page(await drawUpload(request, chosen, CLEAN))),
  },
  {
    method: 'POST',
    path: PATH,
    policy: managers,
    upload: { maxBytes: 8_000_000, maxFiles: 1 },
    handle: (request) =>
      withChosen(request, (chosen) =>
        submit(request, {
          schema: empty,
          act: async () => {
            const file = accept(request.files[0] ?? refuse('file_needed', undefined, 'file'))
            return startImport(request.ctx, chosen.programme.id, file)
          },
          done: (id) => redirect(`${PATH}/${id}/columns`),
          sentence: sentence(request),
          again: (state) => drawUpload(request, chosen, state),
        }),
      ),
  },
  { method: 'GET', path: `${PATH}/:id`, policy: managers, handle: review },
  {
    method: 'GET',
    path: `${PATH}/:id/columns`,
    policy: managers,
    handle: async (request) => page(await drawMapping(request, null)),
  },
  {
    method: 'POST',
    path: `${PATH}/:id/columns`,
    policy: managers,
    handle: (request) =>
      submit(request, {
        schema: mappingForm,
        act: (mapping) => mapImport(request.ctx, idOf<'paymentImport'>(request), mapping),
        done: () => redirect(`${PATH}/${idOf(request)}`),
        sentence: sentence(request),
        again: (state) => drawMapping(request, state),
      }),
  },
  { method: 'GET', path: `${PATH}/:id/set-aside`, policy: managers, handle: setAside },
  verb('confirm', (request) => confirmImport(request.ctx, idOf<'paymentImport'>(request))),
  verb('discard', (request) => discardImport(request.ctx, idOf<'paymentImport'>(request))),
]
