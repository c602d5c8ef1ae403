/** Addresses of the office. */
import { found } from '../../kernel/errors.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import {
  one,
  type Policy,
  page,
  type Route,
  redirect,
  signedIn,
  type WebRequest,
} from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { findOrganisations } from '../organisations/index.ts'
import { DIFFERENCE_KINDS, registerByRecord } from '../register/index.ts'
import { cityWords, decide, link, reconcile, restore, setCityWords } from './actions.ts'
import { decideForm, linkForm, restoreForm, wordsForm } from './forms.ts'
import { mayReconcile } from './policy.ts'
import { countRefused, listRefused } from './store.ts'
import { sentence } from './texts/index.ts'
import { linkPage, refusedPage } from './views/decided.ts'
import { differenceSheet, differencesPage, RECONCILIATION, REFUSED } from './views/differences.ts'

const keepers: Policy = { name: 'register.decide', allows: mayReconcile }

const PAGE_SIZE = 50
const DONE = { take: 'taken', accept: 'accepted', refuse: 'refused' } as const
const FOUND = 20

async function view(
  request: WebRequest,
  forms: { readonly state: FormState; readonly wordsState: FormState },
) {
  const { ctx, house } = request
  const now = await reconcile(ctx, house)
  const kind = DIFFERENCE_KINDS.find((k) => k === one(request.query, 'kind')) ?? null
  const items = (now?.items ?? []).filter((item) => kind === null || item.kind === kind)
  const after = one(request.query, 'after')
  const from = after === '' ? 0 : items.findIndex((item) => item.key === after) + 1
  const shown = items.slice(from, from + PAGE_SIZE)
  return {
    all: items,
    body: differencesPage(request.frame, {
      items: now?.items ?? null,
      shown,
      next: items.length > from + PAGE_SIZE ? (shown.at(-1)?.key ?? null) : null,
      kind,
      exportedOn: now?.exportedOn ?? null,
      refused: await countRefused(ctx.db),
      words: await cityWords(ctx.db, house),
      keeps: mayReconcile(ctx.actor),
      ...forms,
      done: one(request.query, 'done'),
    }),
  }
}

async function list(request: WebRequest) {
  const { all, body } = await view(request, { state: CLEAN, wordsState: CLEAN })
  const format = exportFormat(request)
  return format
    ? exportReply(request, differenceSheet(request.locale, all), format, 'register-differences')
    : page(body)
}

async function refused(request: WebRequest) {
  const { ctx, house, frame } = request
  return page(
    refusedPage(frame, {
      page: await listRefused(ctx.db, one(request.query, 'after'), PAGE_SIZE),
      items: (await reconcile(ctx, house))?.items ?? [],
      refused: await countRefused(ctx.db),
      keeps: mayReconcile(ctx.actor),
      done: one(request.query, 'done'),
    }),
  )
}

async function drawLink(request: WebRequest, state: FormState) {
  const ref = one(request.query, 'ref') || one(request.form, 'ref')
  const entity = found(
    /^(uo|fsu):[\w./-]{1,90}$/.test(ref) ? await registerByRecord(request.house, ref) : null,
    'entity',
  )
  const text = one(request.query, 'q').trim().slice(0, 200)
  return linkPage(request.frame, {
    entity,
    text,
    found: text === '' ? [] : await findOrganisations(request.ctx.db, { text, limit: FOUND }),
    state,
  })
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: RECONCILIATION, policy: signedIn, handle: list },
  {
    method: 'POST',
    path: RECONCILIATION,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: decideForm,
        act: async (input) => {
          const { all, shown, key, ...rest } = input
          await decide(request.ctx, request.house, { ...rest, key: all ? shown : key })
          return input.decision
        },
        done: (decision) => redirect(`${RECONCILIATION}?done=${DONE[decision]}`),
        sentence: sentence(request.locale),
        again: async (state) => (await view(request, { state, wordsState: CLEAN })).body,
      }),
  },
  {
    method: 'POST',
    path: `${RECONCILIATION}/words`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: wordsForm,
        act: (input) => setCityWords(request.ctx, request.house, input.words),
        done: () => redirect(`${RECONCILIATION}?done=words`),
        sentence: sentence(request.locale),
        again: async (wordsState) => (await view(request, { state: CLEAN, wordsState })).body,
      }),
  },
  { method: 'GET', path: REFUSED, policy: signedIn, handle: refused },
  {
    method: 'POST',
    path: `${RECONCILIATION}/restore`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: restoreForm,
        act: (input) => restore(request.ctx, input.key),
        done: () => redirect(`${REFUSED}?done=restored`),
        sentence: sentence(request.locale),
        again: async (state) => (await view(request, { state, wordsState: CLEAN })).body,
      }),
  },
  {
    method: 'GET',
    path: `${RECONCILIATION}/link`,
    policy: keepers,
    handle: async (request) => page(await drawLink(request, CLEAN)),
  },
  {
    method: 'POST',
    path: `${RECONCILIATION}/link`,
    policy: keepers,
    handle: (request) =>
      submit(request, {
        schema: linkForm,
        act: (input) => link(request.ctx, request.house, input),
        done: () => redirect(`${RECONCILIATION}?done=linked`),
        sentence: sentence(request.locale),
        again: (state) => drawLink(request, state),
      }),
  },
]
