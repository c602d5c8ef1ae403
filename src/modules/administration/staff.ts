/** Addresses of the record, the city and office files. */
import { found } from '../../kernel/errors.ts'
import { asId, isId } from '../../kernel/ids.ts'
import { historyOf } from '../../platform/audit.ts'
import { readFile } from '../../platform/files.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  download,
  one,
  page,
  type Route,
  redirect,
  signedIn,
  type WebRequest,
} from '../../platform/http/route.ts'
import { type FormState, submit } from '../../platform/http/submit.ts'
import { gallery } from '../../ui/gallery.ts'
import { mayTakeFile } from '../duties/index.ts'
import { mayTakeSource } from '../programmes/index.ts'
import { CITY, setCity } from './actions.ts'
import { cityForm, fieldsOf } from './forms.ts'
import { mayReadRecord, maySetCity } from './policy.ts'
import { actionsSeen, listRecord, type RecordRow } from './store.ts'
import { texts } from './texts/index.ts'
import { cityPage, recordPage, whoOf } from './views.ts'

const readers = { name: 'record.read', allows: mayReadRecord }
const setters = { name: 'city.set', allows: maySetCity }
const PAGE_SIZE = 50
const EXPORT_LIMIT = 100_000

async function record(request: WebRequest) {
  const { db } = request.ctx
  const subject = one(request.query, 'subject')
  const filter = {
    action: one(request.query, 'action'),
    actor: one(request.query, 'actor'),
    subject,
    after: one(request.query, 'after'),
  }
  const format = exportFormat(request)
  if (!format)
    return page(
      recordPage(request.frame, {
        page: await listRecord(db, filter, PAGE_SIZE),
        action: filter.action,
        actions: await actionsSeen(db),
      }),
    )
  const { rows } = await listRecord(db, { ...filter, after: '' }, EXPORT_LIMIT)
  const t = texts[request.locale].record
  return exportReply<RecordRow>(
    request,
    {
      name: t.title,
      rows,
      columns: [
        { key: 'seq', title: t.columns.seq, kind: 'integer', value: (r) => r.seq },
        { key: 'at', title: t.columns.at, kind: 'instant', value: (r) => r.at },
        { key: 'who', title: t.columns.who, kind: 'text', value: (r) => whoOf(request.frame, r) },
        { key: 'action', title: t.columns.action, kind: 'text', value: (r) => r.entry.action },
        {
          key: 'subject',
          title: t.columns.subject,
          kind: 'text',
          value: (r) => `${r.entry.subject.type} ${r.entry.subject.id}`,
        },
        { key: 'reason', title: t.columns.reason, kind: 'text', value: (r) => r.entry.reason ?? null },
        {
          key: 'before',
          title: t.before,
          kind: 'text',
          value: (r) => (r.entry.before === undefined ? null : JSON.stringify(r.entry.before)),
        },
        {
          key: 'after',
          title: t.after,
          kind: 'text',
          value: (r) => (r.entry.after === undefined ? null : JSON.stringify(r.entry.after)),
        },
      ],
    },
    format,
    'record',
  )
}

async function drawCity(request: WebRequest, state: FormState, saved: boolean) {
  return cityPage(request.frame, { state, saved, records: await historyOf(request.ctx.db, [CITY]) })
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: '/office/record', policy: readers, handle: record },
  {
    method: 'GET',
    path: '/office/city',
    policy: setters,
    handle: async (request) =>
      page(
        await drawCity(
          request,
          { values: fieldsOf(request.house.city), errors: [] },
          one(request.query, 'done') === 'saved',
        ),
      ),
  },
  {
    method: 'POST',
    path: '/office/city',
    policy: setters,
    handle: (request) =>
      submit(request, {
        schema: cityForm,
        act: (city) => setCity(request.ctx, city),
        done: () => redirect('/office/city?done=saved'),
        sentence: (refusal) => refusal.refused,
        again: (state) => drawCity(request, state, false),
      }),
  },
  {
    method: 'GET',
    path: '/office/files/:id/:name',
    policy: signedIn,
    async handle(request) {
      const id = request.params['id'] ?? ''
      const file = found(isId(id) ? await readFile(request.ctx.db, asId<'file'>(id)) : null, 'file')
      const taken =
        file.access === 'public' ||
        (await mayTakeFile(request.ctx, file.id)) ||
        (await mayTakeSource(request.ctx, file.id))
      found(taken || null, 'file')
      return download(file.name, file.mediaType, file.bytes)
    },
  },
  {
    method: 'GET',
    path: '/office/parts',
    policy: signedIn,
    handle: (request) => page(gallery(request.frame)),
  },
]
