/** Addresses of the tables: the same for each. */
import { found, NotFound } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
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
import { addRow, changeRow, removeRow } from '../actions/rows.ts'
import { reasonForm, rowForm } from '../forms.ts'
import { mayKeepPassport } from '../policy.ts'
import { definitionOf, type TableKey } from '../rules/definitions.ts'
import { namesOf } from '../store/registry.ts'
import * as store from '../store/rows.ts'
import { ROW_ORDERS, type TableRow } from '../types.ts'
import { OFFICE } from '../views/parts.ts'
import { rowPage, rowsPage, rowValues } from '../views/rows.ts'
import { rowsSheet } from '../views/sheets.ts'
import { idOf, keepers, pastOf, readers, sentence, tableOf } from './common.ts'

const PATH = `${OFFICE}/tables/:table`
const MOST = 20_000

function filterOf(request: WebRequest, table: TableKey): store.RowFilter {
  const show = one(request.query, 'show')
  return {
    table,
    text: one(request.query, 'q').slice(0, 100),
    removed: show === 'removed',
    olderThan: show === 'old' ? request.ctx.today.subtract({ years: 1 }) : null,
    order: ROW_ORDERS.find((o) => o === one(request.query, 'order')) ?? 'name',
    after: one(request.query, 'after'),
  }
}

async function named(request: WebRequest, rows: readonly TableRow[]) {
  const ids = rows.flatMap((row) =>
    definitionOf(row.table).fields.flatMap((f) => {
      const value = row.values[f.key]
      return f.kind === 'organisation' && typeof value === 'string' ? [value] : []
    }),
  )
  return namesOf(request.ctx.db, [...new Set(ids)])
}

async function list(request: WebRequest) {
  const table = tableOf(request)
  const filter = filterOf(request, table)
  const { db, actor } = request.ctx
  const format = exportFormat(request)
  if (format) {
    const { rows } = await store.listRows(db, { ...filter, after: '' }, MOST)
    const sheet = rowsSheet(request.locale, table, rows, await named(request, rows))
    return exportReply(request, sheet, format, `passport-${table}`)
  }
  const [found, total] = [await store.listRows(db, filter), await store.countRows(db, filter)]
  return page(
    rowsPage(request.frame, {
      table,
      filter,
      show: one(request.query, 'show'),
      page: found,
      total,
      names: await named(request, found.rows),
      mayKeep: mayKeepPassport(actor),
      done: one(request.query, 'done'),
      like: isId(one(request.query, 'like')) ? one(request.query, 'like') : null,
    }),
  )
}

async function draw(request: WebRequest, forms: { readonly form?: FormState; readonly removal?: FormState }) {
  const table = tableOf(request)
  const row = request.params['id'] === undefined ? null : await rowOf(request, table)
  const names = row ? await named(request, [row]) : new Map<string, string>()
  const values = row ? rowValues(request.locale, row, names) : await likeValues(request, table)
  return rowPage(request.frame, {
    table,
    row,
    form: forms.form ?? { values, errors: [] },
    removal: forms.removal ?? CLEAN,
    history: row ? await pastOf(request, 'passportRow', row.id) : false,
    mayKeep: mayKeepPassport(request.ctx.actor),
  })
}

/** `?like=…`: the next of several rows from one source need not say it again. */
async function likeValues(request: WebRequest, table: TableKey): Promise<FormValues> {
  const id = one(request.query, 'like')
  const like = isId(id) ? await store.rowById(request.ctx.db, asId<'passportRow'>(id)) : null
  if (like === null || like.table !== table) return {}
  const kept = definitionOf(table).time === 'yearly' ? [] : ['day']
  const values = rowValues(request.locale, like, new Map())
  return Object.fromEntries(['source', 'sourceOn', ...kept].map((key) => [key, one(values, key)]))
}

async function rowOf(request: WebRequest, table: TableKey): Promise<TableRow> {
  const row = found(await store.rowById(request.ctx.db, idOf<'passportRow'>(request, 'row')), 'row')
  if (row.table !== table) throw new NotFound('row')
  return row
}

const back = (request: WebRequest, done: string) =>
  redirect(`${OFFICE}/tables/${tableOf(request)}?done=${done}`)

export const rowRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, policy: readers, handle: list },
  {
    method: 'GET',
    path: `${PATH}/new`,
    policy: keepers,
    handle: async (request) => page(await draw(request, {})),
  },
  {
    method: 'POST',
    path: `${PATH}/new`,
    policy: keepers,
    handle: (request) => {
      const table = tableOf(request)
      return submit(request, {
        schema: rowForm(table),
        act: ({ lockVersion: _, ...input }) => addRow(request.ctx, table, input),
        done: (id) => back(request, `saved&like=${id}`),
        sentence: sentence(request),
        again: (form) => draw(request, { form }),
      })
    },
  },
  {
    method: 'GET',
    path: `${PATH}/sample`,
    policy: readers,
    handle: (request) => {
      const table = tableOf(request)
      const sheet = rowsSheet(request.locale, table, [], new Map())
      return exportReply(request, sheet, exportFormat(request) ?? 'csv', `passport-${table}-sample`)
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    policy: readers,
    handle: async (request) => page(await draw(request, {})),
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    policy: keepers,
    handle: async (request) => {
      const { id, table } = await rowOf(request, tableOf(request))
      return submit(request, {
        schema: rowForm(table),
        act: ({ lockVersion, ...input }) => changeRow(request.ctx, id, lockVersion, input),
        done: () => back(request, 'saved'),
        sentence: sentence(request),
        again: (form) => draw(request, { form }),
      })
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id/remove`,
    policy: keepers,
    handle: async (request) => {
      const { id } = await rowOf(request, tableOf(request))
      return submit(request, {
        schema: reasonForm,
        act: ({ reason }) => removeRow(request.ctx, id, reason),
        done: () => back(request, 'removed'),
        sentence: sentence(request),
        again: (removal) => draw(request, { removal }),
      })
    },
  },
]
