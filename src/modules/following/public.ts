/** Addresses of those who follow: without an account, by links of their letters. */
import { found } from '../../kernel/errors.ts'
import {
  anyone,
  localPath,
  many,
  one,
  page,
  type Reply,
  type Route,
  redirect,
  type WebRequest,
} from '../../platform/http/route.ts'
import { type FormState, submit } from '../../platform/http/submit.ts'
import { hashSecret } from '../../platform/random.ts'
import {
  directions,
  ORGANISATION_KINDS,
  type OrganisationId,
  organisationsByIds,
} from '../organisations/index.ts'
import { askToFollow, changeFollowing, confirmFollowing, leave } from './actions.ts'
import { KEY, secretOf } from './credentials.ts'
import { changeForm, empty, followForm, leaveForm } from './forms.ts'
import { readSelector, selectorText } from './rules/selector.ts'
import * as store from './store.ts'
import { refusalSentence } from './texts/index.ts'
import type { Follower, Selector } from './types.ts'
import { askedPage, confirmPage, followPage, type Known, leavePage, leftPage, ownPage } from './views.ts'

export async function knownFor(request: WebRequest, selectors: readonly Selector[]): Promise<Known> {
  const { db } = request.ctx
  const ids = selectors.flatMap((s) => (s.kind === 'organisation' ? [s.value as OrganisationId] : []))
  return { directions: await directions(db), organisations: await organisationsByIds(db, ids) }
}

function selectorsIn(texts: readonly string[]): readonly Selector[] {
  return texts.flatMap((text) => readSelector(text, ORGANISATION_KINDS) ?? [])
}

/** What the link to the form asks for: `?organisation=…`, `?kind=ngo`, `?direction=…`; else everything. */
function askedBy(request: WebRequest): readonly Selector[] {
  const texts = (['organisation', 'kind', 'direction'] as const).flatMap((kind) =>
    many(request.query, kind).map((value) => `${kind}:${value}`),
  )
  const asked = selectorsIn([...texts, ...many(request.form, 'what')])
  return asked.length > 0 ? asked.slice(0, 20) : [{ kind: 'all', value: '' }]
}

async function formOf(request: WebRequest, form?: FormState) {
  const asked = askedBy(request)
  const values = { what: asked.map(selectorText) }
  return followPage(request.frame, {
    asked,
    known: await knownFor(request, asked),
    form: form ?? { values, errors: [] },
  })
}

async function followerOf(
  request: WebRequest,
  by: 'secret_hash' | 'confirm_hash',
): Promise<{ readonly follower: Follower; readonly secret: string }> {
  const secret = request.params['secret'] ?? ''
  const known = /^[\w-]{43}$/.test(secret)
    ? await store.followerByHash(request.ctx.db, by, hashSecret(secret))
    : null
  return { follower: found(known, 'follower'), secret }
}

async function selectorsFor(request: WebRequest, follower: Follower): Promise<readonly Selector[]> {
  return (await store.selectorsOf(request.ctx.db, [follower.id])).get(follower.id) ?? []
}

const sentence =
  ({ locale }: WebRequest) =>
  (refusal: Parameters<typeof refusalSentence>[1]) =>
    refusalSentence(locale, refusal)

function ask(request: WebRequest): Promise<Reply> {
  const { house, address, locale } = request
  return submit(request, {
    schema: followForm,
    act: ({ email, what }) =>
      askToFollow(request.ctx, { house, address }, { email, locale, selectors: selectorsIn(what) }),
    done: () => redirect(localPath(locale, '/follow/asked')),
    sentence: sentence(request),
    again: (form) => formOf(request, form),
  })
}

async function showConfirm(request: WebRequest) {
  const { follower, secret } = await followerOf(request, 'confirm_hash')
  const selectors = await selectorsFor(request, follower)
  return confirmPage(request.frame, { secret, selectors, known: await knownFor(request, selectors) })
}

async function confirm(request: WebRequest): Promise<Reply> {
  const { secret } = await followerOf(request, 'confirm_hash')
  return submit(request, {
    schema: empty,
    act: () => confirmFollowing(request.ctx, secret),
    done: ({ id }) => {
      const own = secretOf(request.house.keyFor(KEY), id)
      return redirect(localPath(request.locale, `/follow/${own}?done=confirmed`))
    },
    sentence: sentence(request),
    again: () => showConfirm(request),
  })
}

async function own(request: WebRequest, form?: FormState) {
  const { follower, secret } = await followerOf(request, 'secret_hash')
  const selectors = await selectorsFor(request, follower)
  return ownPage(request.frame, {
    secret,
    email: follower.email,
    selectors,
    known: await knownFor(request, selectors),
    form: form ?? { values: { what: selectors.map(selectorText) }, errors: [] },
    done: one(request.query, 'done'),
  })
}

async function change(request: WebRequest): Promise<Reply> {
  const { secret } = await followerOf(request, 'secret_hash')
  return submit(request, {
    schema: changeForm,
    act: ({ what }) => changeFollowing(request.ctx, secret, selectorsIn(what)),
    done: () => redirect(localPath(request.locale, `/follow/${secret}?done=saved`)),
    sentence: sentence(request),
    again: (form) => own(request, form),
  })
}

/** The mail program posts here without a page before it; who has left already has left. */
function leaveNow(request: WebRequest): Promise<Reply> {
  const secret = request.params['secret'] ?? ''
  return submit(request, {
    schema: leaveForm,
    act: () => leave(request.ctx, secret),
    done: () => page(leftPage(request.frame)),
    sentence: sentence(request),
    again: () => leavePage(request.frame, secret),
  })
}

async function askLeave(request: WebRequest): Promise<Reply> {
  const { secret } = await followerOf(request, 'secret_hash')
  return page(leavePage(request.frame, secret))
}

export const publicRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/follow',
    policy: anyone,
    cached: true,
    handle: async (request) => page(await formOf(request)),
  },
  { method: 'POST', path: '/follow', policy: anyone, handle: ask },
  {
    method: 'GET',
    path: '/follow/asked',
    policy: anyone,
    cached: true,
    handle: (request) => page(askedPage(request.frame)),
  },
  {
    method: 'GET',
    path: '/follow/confirm/:secret',
    policy: anyone,
    handle: async (request) => page(await showConfirm(request)),
  },
  { method: 'POST', path: '/follow/confirm/:secret', policy: anyone, handle: confirm },
  { method: 'GET', path: '/follow/:secret', policy: anyone, handle: async (r) => page(await own(r)) },
  { method: 'POST', path: '/follow/:secret', policy: anyone, handle: change },
  { method: 'GET', path: '/follow/:secret/leave', policy: anyone, handle: askLeave },
  { method: 'POST', path: '/follow/:secret/leave', policy: anyone, handle: leaveNow },
]
