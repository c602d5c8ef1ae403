/** Addresses of lists from a table. */
import { found } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { mapImport, runImport, startImport } from '../actions/import-list.ts'
import * as forms from '../forms.ts'
import { keepers } from '../policy.ts'
import * as store from '../store/imports.ts'
import { waitingProposals } from '../store/proposals.ts'
import { sentence } from '../texts/index.ts'
import { asideSheet, checkPage, IMPORTS, mappingPage, reasonText, uploadPage } from '../views/imports.ts'
import { idOf } from './request.ts'

const LATEST = 20
const SHOWN = 100

const importOf = (request: WebRequest) => idOf<'organisationImport'>(request)

async function drawUpload(request: WebRequest, state: FormState) {
  const { db } = request.ctx
  return uploadPage(request.frame, {
    latest: await store.latestImports(db, LATEST),
    state,
    waiting: await waitingProposals(db),
  })
}

async function drawMapping(request: WebRequest, state: FormState) {
  const { db } = request.ctx
  const made = found(await store.importById(db, importOf(request)), 'import')
  const [first = null] = await store.rowsOf(db, made.id, { limit: 1 })
  return mappingPage(request.frame, { made, first, state })
}

async function drawCheck(request: WebRequest, state: FormState) {
  const { db } = request.ctx
  const made = found(await store.importById(db, importOf(request)), 'import')
  return checkPage(request.frame, {
    made,
    aside: await store.rowsOf(db, made.id, { outcome: 'setAside', limit: SHOWN }),
    progress: await store.progressOf(db, made.id),
    state,
  })
}

export const importRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: IMPORTS,
    policy: keepers,
    handle: async (request) => page(await drawUpload(request, CLEAN)),
  },
  {
    method: 'POST',
    path: IMPORTS,
    policy: keepers,
    upload: { maxBytes: 8_000_000, maxFiles: 1 },
    handle: (request) =>
      submit(request, {
        schema: forms.emptyForm,
        act: async () =>
          startImport(request.ctx, accept(request.files[0] ?? refuse('file_needed', undefined, 'file'))),
        done: (id) => redirect(`${IMPORTS}/${id}/columns`),
        sentence: (refusal) => reasonText(request.locale, refusal),
        again: (state) => drawUpload(request, state),
      }),
  },
  {
    method: 'GET',
    path: `${IMPORTS}/:id`,
    policy: keepers,
    handle: async (request) => {
      const made = found(await store.importById(request.ctx.db, importOf(request)), 'import')
      if (made.state === 'mapping') return redirect(`${IMPORTS}/${made.id}/columns`)
      return page(await drawCheck(request, CLEAN))
    },
  },
  {
    method: 'GET',
    path: `${IMPORTS}/:id/columns`,
    policy: keepers,
    handle: async (request) => page(await drawMapping(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${IMPORTS}/:id/columns`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.mappingForm,
        act: (input) => mapImport(request.ctx, importOf(request), input),
        done: () => redirect(`${IMPORTS}/${importOf(request)}`),
        sentence: sentence(request.locale),
        again: (state) => drawMapping(request, state),
      }),
  },
  {
    method: 'POST',
    path: `${IMPORTS}/:id/run`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.emptyForm,
        act: () => runImport(request.ctx, importOf(request)),
        done: () => redirect(`${IMPORTS}/${importOf(request)}`),
        sentence: sentence(request.locale),
        again: (state) => drawCheck(request, state),
      }),
  },
  {
    method: 'GET',
    path: `${IMPORTS}/:id/set-aside`,
    policy: keepers,
    handle: async (request) => {
      const { db } = request.ctx
      const made = found(await store.importById(db, importOf(request)), 'import')
      const rows = await store.rowsOf(db, made.id, { outcome: 'setAside' })
      const sheet = asideSheet(request.locale, made, rows)
      return exportReply(request, sheet, exportFormat(request) ?? 'xlsx', 'set-aside')
    },
  },
]
