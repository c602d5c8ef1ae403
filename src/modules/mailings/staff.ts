/** Addresses of the outbox. */

import { Temporal } from '../../kernel/civil-date.ts'
import { found, foundId } from '../../kernel/errors.ts'
import { moment } from '../../kernel/texts.ts'
import { historyOf } from '../../platform/audit.ts'
import { exportFormat, exportReply } from '../../platform/http/export.ts'
import { one, type Policy, page, type Route, redirect, type WebRequest } from '../../platform/http/route.ts'
import { CLEAN, type FormState, submit } from '../../platform/http/submit.ts'
import { readSetting } from '../../platform/settings.ts'
import { history, section } from '../../ui/index.ts'
import { cancel, release, retry, setAutoRelease } from './actions.ts'
import { autoReleaseForm, cancelForm, empty } from './forms.ts'
import { mayDecideMailings, mayReadLetters } from './policy.ts'
import * as store from './store.ts'
import { texts } from './texts/index.ts'
import type { Mailing, MailingId, MailingState } from './types.ts'
import { kindName, listPage, mailingPage, rulesPage } from './views.ts'

const policy: Policy = { name: 'mailing.decide', allows: mayDecideMailings }
const PATH = '/office/outbox'
const LETTERS_SHOWN = 200

function idOf(request: WebRequest): MailingId {
  const text = request.params['id'] ?? ''
  return foundId(text, 'mailing')
}

function stateOf(text: string): MailingState | null {
  return text === 'held' || text === 'released' || text === 'cancelled' ? text : null
}

async function list(request: WebRequest) {
  const { db } = request.ctx
  const filter = {
    state: stateOf(one(request.query, 'state')),
    text: one(request.query, 'q').slice(0, 100),
    after: one(request.query, 'after'),
  }
  const format = exportFormat(request)
  const t = texts[request.locale]
  if (format) {
    const { rows } = await store.listMailings(db, { ...filter, after: '' }, 10_000)
    return exportReply<Mailing>(
      request,
      {
        name: t.title,
        rows,
        columns: [
          { key: 'title', title: t.columns.title, kind: 'text', value: (m) => m.title },
          { key: 'state', title: t.columns.state, kind: 'text', value: (m) => t.states[m.state] },
          { key: 'created', title: t.columns.created, kind: 'instant', value: (m) => m.createdAt },
          { key: 'letters', title: t.columns.letters, kind: 'integer', value: (m) => m.letters },
          { key: 'sent', title: t.columns.sent, kind: 'integer', value: (m) => m.sent },
          { key: 'failed', title: t.columns.failed, kind: 'integer', value: (m) => m.failed },
        ],
      },
      format,
      'outbox',
    )
  }
  const waiting = await store.waiting(db)
  return page(
    listPage(request.frame, request.house, {
      page: await store.listMailings(db, filter),
      state: filter.state,
      text: filter.text,
      waiting: waiting.mailings,
      done: one(request.query, 'done') || null,
    }),
  )
}

async function show(request: WebRequest, form: FormState = CLEAN) {
  const id = idOf(request)
  const { db } = request.ctx
  const mailing = found(await store.mailingById(db, id), 'mailing')
  const t = texts[request.locale]
  const readable = mayReadLetters(request.ctx.actor, mailing.kind)
  const stored = await store.lettersOf(db, id, LETTERS_SHOWN)
  const letters = readable ? stored : stored.map((l) => ({ ...l, body: t.withKeys }))
  const records = await historyOf(db, [{ type: 'mailing', id }])
  const entries = records.map((r) => ({
    when: moment(request.locale, r.at),
    who: r.actor.name ?? '',
    what: r.entry.action,
    details: r.entry.reason,
  }))
  const past = section({
    title: texts[request.locale].columns.state,
    content: history({ locale: request.locale, entries }),
  })
  return mailingPage(
    request.frame,
    request.house,
    mailing,
    letters,
    past,
    form,
    one(request.query, 'done') || null,
  )
}

function sentence(request: WebRequest) {
  return (refusal: { readonly refused: string }) =>
    texts[request.locale].refusals[refusal.refused] ?? refusal.refused
}

function verb(path: string, done: string, act: (request: WebRequest, id: MailingId) => Promise<void>): Route {
  return {
    method: 'POST',
    path: `${PATH}/:id/${path}`,
    policy,
    handle: (request) =>
      submit(request, {
        schema: empty,
        act: () => act(request, idOf(request)),
        done: () => redirect(`${PATH}/${idOf(request)}?done=${done}`),
        sentence: sentence(request),
        again: (state) => show(request, state),
      }),
  }
}

export const staffRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, policy, handle: list },
  { method: 'GET', path: `${PATH}/:id`, policy, handle: async (request) => page(await show(request)) },
  verb('release', 'released', (request, id) => release(request.ctx, id)),
  verb('retry', 'retried', (request, id) => retry(request.ctx, id)),
  {
    method: 'POST',
    path: `${PATH}/:id/cancel`,
    policy,
    handle: (request) =>
      submit(request, {
        schema: cancelForm,
        act: (input) => cancel(request.ctx, idOf(request), input.reason),
        done: () => redirect(`${PATH}/${idOf(request)}?done=cancelled`),
        sentence: sentence(request),
        again: (state) => show(request, state),
      }),
  },
  {
    method: 'GET',
    path: `${PATH}/rules`,
    policy,
    async handle(request) {
      const t = texts[request.locale]
      const on = (await readSetting(request.ctx.db, 'mail.autoRelease')) ?? {}
      const kinds = [...new Set([...Object.keys(t.kinds), ...(await store.kindsSeen(request.ctx.db))])]
      const named = kinds.filter((kind) => kindName(request.locale, kind) !== kind)
      return page(
        rulesPage(request.frame, named, on, one(request.query, 'done') === 'saved', (kind) => {
          const rule = on[kind]
          return rule ? t.auto.since(rule.by, moment(request.locale, Temporal.Instant.from(rule.at))) : null
        }),
      )
    },
  },
  {
    method: 'POST',
    path: `${PATH}/rules`,
    policy,
    handle: (request) =>
      submit(request, {
        schema: autoReleaseForm,
        act: (input) => setAutoRelease(request.ctx, input.kind),
        done: () => redirect(`${PATH}/rules?done=saved`),
        sentence: sentence(request),
        again: async () => rulesPage(request.frame, [], {}, false, () => null),
      }),
  },
]
