/** Addresses of others' calendars in the office. */
import { found } from '../../../kernel/errors.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { moment } from '../../../kernel/texts.ts'
import { historyOf } from '../../../platform/audit.ts'
import {
  one,
  type Policy,
  page,
  type Route,
  redirect,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { listUnits } from '../../people/index.ts'
import { addSource, changeSource, fetchSource, MOST_BYTES, takeText } from '../actions/sources.ts'
import { emptyForm, sourceEditForm, sourceForm, takeForm } from '../forms/sources.ts'
import { mayKeep, mayKeepAny, maySeeOffice } from '../policy.ts'
import * as store from '../store/sources.ts'
import { sourceTexts } from '../texts/sources.ts'
import type { EventSource, SourceId } from '../types/source.ts'
import { SOURCES, sourcePage, sourcesPage } from '../views/sources.ts'

const sees: Policy = { name: 'eventSource.see', allows: maySeeOffice }
const keeps: Policy = { name: 'eventSource.keep', allows: mayKeepAny }
const ITEMS_SHOWN = 200

function idOf(request: WebRequest): SourceId {
  const text = request.params['id'] ?? ''
  return found(isId(text) ? asId<'eventSource'>(text) : null, 'event source')
}

async function list(request: WebRequest, form: FormState = { values: { active: 'yes' }, errors: [] }) {
  const { db } = request.ctx
  const [sources, units] = await Promise.all([store.listSources(db), listUnits(db)])
  return sourcesPage(request.frame, { sources, units, form })
}

const valuesOf = (source: EventSource) => ({
  name: source.name,
  url: source.url ?? '',
  kind: source.kind,
  unitId: source.unitId ?? '',
  active: source.active ? 'yes' : '',
})

async function show(
  request: WebRequest,
  forms: { readonly edit?: FormState; readonly taking?: FormState } = {},
) {
  const { db, actor } = request.ctx
  const source = found(await store.sourceById(db, idOf(request)), 'event source')
  const [items, units, records] = await Promise.all([
    store.itemsOf(db, source.id, ITEMS_SHOWN),
    listUnits(db),
    historyOf(db, [{ type: 'eventSource', id: source.id }]),
  ])
  const { actions } = sourceTexts[request.locale]
  return sourcePage(request.frame, {
    source,
    items,
    units,
    mayChange: mayKeep(actor, source.unitId),
    edit: forms.edit ?? { values: valuesOf(source), errors: [] },
    taking: forms.taking ?? CLEAN,
    done: one(request.query, 'done'),
    entries: records.map((r) => ({
      when: moment(request.locale, r.at),
      dateTime: r.at.toString(),
      who: r.actor.name ?? '',
      what: actions[r.entry.action] ?? r.entry.action,
    })),
  })
}

const sentence = (request: WebRequest) => (refusal: { readonly refused: string }) =>
  sourceTexts[request.locale].refusals[refusal.refused] ?? refusal.refused

/** A file is taken before a pasted text. */
function given(request: WebRequest, text: string | null): string {
  const file = request.files.find((f) => f.field === 'file' && f.bytes.length > 0)
  const whole = file ? new TextDecoder().decode(file.bytes) : text
  return whole ?? accept(refuse('nothing_given', {}, 'text'))
}

export const sourceRoutes: readonly Route[] = [
  { method: 'GET', path: SOURCES, policy: sees, handle: async (request) => page(await list(request)) },
  {
    method: 'POST',
    path: SOURCES,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: sourceForm,
        act: (input) => addSource(request.ctx, input),
        done: (id) => redirect(`${SOURCES}/${id}?done=added`),
        sentence: sentence(request),
        again: (form) => list(request, form),
      }),
  },
  {
    method: 'GET',
    path: `${SOURCES}/:id`,
    policy: sees,
    handle: async (request) => page(await show(request)),
  },
  {
    method: 'POST',
    path: `${SOURCES}/:id`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: sourceEditForm,
        act: ({ version, ...input }) => changeSource(request.ctx, idOf(request), version, input),
        done: () => redirect(`${SOURCES}/${idOf(request)}?done=saved`),
        sentence: sentence(request),
        again: (edit) => show(request, { edit }),
      }),
  },
  {
    method: 'POST',
    path: `${SOURCES}/:id/check`,
    policy: keeps,
    handle: (request) =>
      submit(request, {
        schema: emptyForm,
        act: () => fetchSource(request.ctx, idOf(request)),
        done: () => redirect(`${SOURCES}/${idOf(request)}?done=checked`),
        sentence: sentence(request),
        again: () => show(request),
      }),
  },
  {
    method: 'POST',
    path: `${SOURCES}/:id/take`,
    policy: keeps,
    upload: { maxBytes: MOST_BYTES, maxFiles: 1 },
    handle: (request) =>
      submit(request, {
        schema: takeForm,
        act: async ({ text }) => takeText(request.ctx, idOf(request), given(request, text)),
        done: () => redirect(`${SOURCES}/${idOf(request)}?done=taken`),
        sentence: sentence(request),
        again: (taking) => show(request, { taking }),
      }),
  },
]
