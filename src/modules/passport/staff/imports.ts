/** Addresses of tables from files. */
import { found } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { confirmImport, discardImport, mapImport, startImport, tryImport } from '../actions/imports.ts'
import { empty, mappingForm, pasteForm } from '../forms.ts'
import { importById, latestImports } from '../store/imports.ts'
import { texts } from '../texts/index.ts'
import type { TableImport } from '../types.ts'
import { asideSheet, importPage, mappingValues, uploadPage } from '../views/imports.ts'
import { OFFICE } from '../views/parts.ts'
import { idOf, keepers, sentence, tableOf } from './common.ts'

const LATEST = 10

async function drawUpload(request: WebRequest, state: FormState) {
  const table = tableOf(request)
  return uploadPage(request.frame, table, await latestImports(request.ctx.db, table, LATEST), state)
}

async function madeOf(request: WebRequest): Promise<TableImport> {
  return found(await importById(request.ctx.db, idOf<'passportImport'>(request, 'import')), 'import')
}

async function draw(request: WebRequest, state: FormState | null) {
  const made = await madeOf(request)
  const outcome = made.state === 'review' ? await tryImport(request.ctx, made.id) : made.outcome
  const form = state ?? { values: mappingValues(made.mapping), errors: [] }
  return importPage(request.frame, made, outcome, form)
}

/** The file; where there is none, what was pasted. */
function fileOf(request: WebRequest, text: string | null) {
  const file = request.files.find((f) => f.bytes.length > 0)
  if (file) return file
  const name = texts[request.locale].import.pasted
  return accept(
    text === null ? refuse('file_needed', {}, 'file') : { name, bytes: new TextEncoder().encode(text) },
  )
}

function verb(name: 'confirm' | 'discard', act: (request: WebRequest) => Promise<unknown>): Route {
  return {
    method: 'POST',
    path: `${OFFICE}/imports/:id/${name}`,
    policy: keepers,
    handle: async (request) => {
      const { id, table } = await madeOf(request)
      return submit(request, {
        schema: empty,
        act: () => act(request),
        done: () =>
          redirect(name === 'confirm' ? `${OFFICE}/imports/${id}` : `${OFFICE}/tables/${table}/import`),
        sentence: sentence(request),
        again: (state) => draw(request, { ...state, values: {} }),
      })
    },
  }
}

export const importRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${OFFICE}/tables/:table/import`,
    policy: keepers,
    handle: async (request) => page(await drawUpload(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/tables/:table/import`,
    policy: keepers,
    upload: { maxBytes: 8_000_000, maxFiles: 1 },
    handle: (request) => {
      const table = tableOf(request)
      return submit(request, {
        schema: pasteForm,
        act: async ({ text }) => startImport(request.ctx, table, fileOf(request, text)),
        done: (id) => redirect(`${OFFICE}/imports/${id}`),
        sentence: sentence(request),
        again: (state) => drawUpload(request, state),
      })
    },
  },
  {
    method: 'GET',
    path: `${OFFICE}/imports/:id`,
    policy: keepers,
    handle: async (request) => page(await draw(request, null)),
  },
  {
    method: 'POST',
    path: `${OFFICE}/imports/:id`,
    policy: keepers,
    handle: async (request) => {
      const { id, table } = await madeOf(request)
      return submit(request, {
        schema: mappingForm(table),
        act: (mapping) => mapImport(request.ctx, id, mapping),
        done: () => redirect(`${OFFICE}/imports/${id}`),
        sentence: sentence(request),
        again: (state) => draw(request, state),
      })
    },
  },
  {
    method: 'GET',
    path: `${OFFICE}/imports/:id/set-aside`,
    policy: keepers,
    handle: async (request) => {
      const made = await madeOf(request)
      const outcome = made.state === 'review' ? await tryImport(request.ctx, made.id) : made.outcome
      const sheet = asideSheet(request.locale, made, outcome?.setAside ?? [])
      return exportReply(request, sheet, exportFormat(request) ?? 'csv', 'set-aside')
    },
  },
  verb('confirm', (request) => confirmImport(request.ctx, idOf<'passportImport'>(request, 'import'))),
  verb('discard', (request) => discardImport(request.ctx, idOf<'passportImport'>(request, 'import'))),
]
