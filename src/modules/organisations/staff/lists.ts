/** Addresses of the lists that the office keeps. */
import { found } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { one, page, type Route, redirect, type WebRequest } from '../../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../../platform/http/submit.ts'
import { addEntry, changeEntry, setOutline } from '../actions/lists.ts'
import * as forms from '../forms.ts'
import { keepers } from '../policy.ts'
import * as store from '../store/lists.ts'
import { waitingProposals } from '../store/proposals.ts'
import { sentence } from '../texts/index.ts'
import { entryPage, LIST_NAMES, LISTS, listsPage } from '../views/lists.ts'
import { idOf } from './request.ts'

const OUTLINE_BYTES = 1_000_000

function listOf(request: WebRequest): store.ListName {
  return found(
    LIST_NAMES.find((name) => name === request.params['list']),
    'list',
  )
}

async function drawAll(request: WebRequest, sent: { list: store.ListName; state: FormState } | null) {
  const { db } = request.ctx
  const shelf = async (list: store.ListName) => ({
    entries: await store.entriesOf(db, list),
    uses: await store.usesOf(db, list),
  })
  return listsPage(request.frame, {
    shelves: {
      districts: await shelf('districts'),
      directions: await shelf('directions'),
      confessions: await shelf('confessions'),
    },
    sent,
    done: one(request.query, 'done'),
    waiting: await waitingProposals(db),
  })
}

async function drawEntry(request: WebRequest, state: FormState, outlineState: FormState = CLEAN) {
  const { db } = request.ctx
  const list = listOf(request)
  const id = idOf<'district'>(request)
  const entry = found(await store.entryById(db, list, id), 'entry')
  const district = list === 'districts' ? (await store.districts(db)).find((d) => d.id === id) : undefined
  return entryPage(request.frame, {
    list,
    entry,
    hasOutline: Boolean(district?.outline),
    state,
    outlineState,
  })
}

const drop = (request: WebRequest) =>
  submit(request, {
    schema: forms.emptyForm,
    act: () => setOutline(request.ctx, idOf<'district'>(request), null),
    done: () => redirect(`${LISTS}?done=outline`),
    sentence: sentence(request.locale),
    again: (state) => drawAll(request, { list: 'districts', state }),
  })

export const listRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: LISTS,
    policy: keepers,
    handle: async (request) => page(await drawAll(request, null)),
  },
  {
    method: 'POST',
    path: `${LISTS}/:list`,
    policy: keepers,
    handle: (request) => {
      const list = listOf(request)
      return submit(request, {
        schema: forms.entryForm,
        act: (input) => addEntry(request.ctx, list, input),
        done: () => redirect(`${LISTS}?done=entry`),
        sentence: sentence(request.locale),
        again: (state) => drawAll(request, { list, state }),
      })
    },
  },
  {
    method: 'GET',
    path: `${LISTS}/:list/:id`,
    policy: keepers,
    handle: async (request) => page(await drawEntry(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${LISTS}/:list/:id`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: forms.entryEditForm,
        act: (input) => changeEntry(request.ctx, listOf(request), idOf(request), input),
        done: () => redirect(`${LISTS}?done=entry`),
        sentence: sentence(request.locale),
        again: (state) => drawEntry(request, state),
      }),
  },
  {
    method: 'POST',
    path: `${LISTS}/districts/:id/outline`,
    policy: keepers,
    upload: { maxBytes: OUTLINE_BYTES, maxFiles: 1 },
    handle: (request) => {
      const again: WebRequest = { ...request, params: { ...request.params, list: 'districts' } }
      return submit(request, {
        schema: forms.emptyForm,
        act: async () => {
          const file = accept(request.files[0] ?? refuse('file_needed', undefined, 'file'))
          await setOutline(request.ctx, idOf<'district'>(request), file.bytes)
        },
        done: () => redirect(`${LISTS}?done=outline`),
        sentence: sentence(request.locale),
        again: (state) => drawEntry(again, CLEAN, state),
      })
    },
  },
  { method: 'POST', path: `${LISTS}/districts/:id/outline/remove`, policy: keepers, handle: drop },
]
