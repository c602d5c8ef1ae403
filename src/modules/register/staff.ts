/** Addresses of the office. */
import { found, foundId } from '../../kernel/errors.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  download,
  one,
  type Policy,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { resumeImport, startImport, stopImport } from './actions/office.ts'
import { changesSince, registerByRecord, searchRegister } from './actions/search.ts'
import { empty, importForm } from './forms.ts'
import { mayImportRegister, maySearchRegister } from './policy.ts'
import { registerFolder, waitingFiles } from './source/folder.ts'
import { readable } from './store/database.ts'
import { importById, listImports, listSetAside, setAsideBytes } from './store/imports.ts'
import { texts } from './texts/index.ts'
import type { RegisterImportId } from './types.ts'
import { importPage, importsPage } from './views/imports.ts'
import { entityPage, entitySheet, IMPORTS, REGISTER, searchPage } from './views/search.ts'

const readers: Policy = { name: 'register.search', allows: maySearchRegister }
const importers: Policy = { name: 'register.import', allows: mayImportRegister }

const FOUND = 50
const PAGE_SIZE = 20
const UPLOAD_BYTES = 64 * 1024 * 1024

async function search(request: WebRequest) {
  const text = one(request.query, 'q').trim().slice(0, 200)
  const { register, found: entities } = await searchRegister(request.house, text, FOUND)
  const format = exportFormat(request)
  if (format) return exportReply(request, entitySheet(request.locale, entities), format, 'register')
  const imports = mayImportRegister(request.ctx.actor)
  return page(searchPage(request.frame, { text, there: register === 'there', found: entities, imports }))
}

async function entity(request: WebRequest) {
  const ref = one(request.query, 'ref')
  const it = found(
    /^(uo|fsu):[\w./-]{1,90}$/.test(ref) ? await registerByRecord(request.house, ref) : null,
    'entity',
  )
  return page(entityPage(request.frame, it, await changesSince(request.house, [ref])))
}

async function drawImports(request: WebRequest, state: FormState) {
  const db = await readable(request.house)
  return importsPage(request.frame, {
    page: db ? await listImports(db, one(request.query, 'after'), PAGE_SIZE) : { rows: [], next: null },
    waiting: await waitingFiles(request.house),
    folder: registerFolder(request.house),
    state,
    done: one(request.query, 'done'),
  })
}

function idOf(request: WebRequest): RegisterImportId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'registerImport', 'import')
}

async function drawImport(request: WebRequest, state: FormState) {
  const db = found(await readable(request.house), 'register')
  const it = found(await importById(db, idOf(request)), 'import')
  return importPage(request.frame, {
    one: it,
    aside: await listSetAside(db, it.id, one(request.query, 'after'), PAGE_SIZE),
    state,
    done: one(request.query, 'done'),
  })
}

async function bytes(request: WebRequest) {
  const db = found(await readable(request.house), 'register')
  const number = Number(request.params['number'])
  const piece = found(
    Number.isSafeInteger(number) && number > 0 && number < 1_000_000
      ? await setAsideBytes(db, idOf(request), number)
      : null,
    'piece',
  )
  return download(`set-aside-${number}.bin`, 'application/octet-stream', piece.bytes)
}

function start(request: WebRequest) {
  return submit(request, {
    schema: importForm,
    act: (input) => {
      const [sent] = request.files
      const file = sent
        ? ({ kind: 'sent', name: sent.name, bytes: sent.bytes } as const)
        : input.waiting === null
          ? null
          : ({ kind: 'waiting', name: input.waiting } as const)
      const chosen = accept(file ?? refuse('file_required', {}, 'file'))
      return startImport(request.ctx, request.house, chosen, input.exportedOn?.toString() ?? null)
    },
    done: () => redirect(`${IMPORTS}?done=queued`),
    sentence: (refusal) => texts[request.locale].refusal(refusal.refused),
    again: (state) => drawImports(request, state),
  })
}

function verb(
  path: string,
  done: string,
  act: (request: WebRequest, id: RegisterImportId) => Promise<void>,
): Route {
  return {
    method: 'POST',
    path: `${IMPORTS}/:id/${path}`,
    policy: importers,
    handle: (request) =>
      submit(request, {
        schema: empty,
        act: () => act(request, idOf(request)),
        done: () => redirect(`${IMPORTS}/${idOf(request)}?done=${done}`),
        sentence: (refusal) => texts[request.locale].refusal(refusal.refused),
        again: (state) => drawImport(request, state),
      }),
  }
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: REGISTER, policy: readers, handle: search },
  { method: 'GET', path: `${REGISTER}/entity`, policy: readers, handle: entity },
  {
    method: 'GET',
    path: IMPORTS,
    policy: importers,
    handle: async (request) => page(await drawImports(request, CLEAN)),
  },
  {
    method: 'POST',
    path: IMPORTS,
    policy: importers,
    upload: { maxBytes: UPLOAD_BYTES, maxFiles: 1 },
    handle: start,
  },
  {
    method: 'GET',
    path: `${IMPORTS}/:id`,
    policy: importers,
    handle: async (request) => page(await drawImport(request, CLEAN)),
  },
  { method: 'GET', path: `${IMPORTS}/:id/set-aside/:number`, policy: importers, handle: bytes },
  verb('resume', 'queued', (request, id) => resumeImport(request.ctx, request.house, id)),
  verb('stop', 'stopping', (request, id) => stopImport(request.ctx, request.house, id)),
]
