/** Who comes, from where and with what: a request of Fastify's becomes ours, or is refused at the door. */
import type { FastifyRequest } from 'fastify'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { areaOf } from '../../kernel/area.ts'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/texts.ts'
import { INTENT_FIELD } from '../../ui/frame.ts'
import { contextOf } from '../context.ts'
import { bodyOf, checkCsrf, valuesOf, withoutOwn } from './body.ts'
import { cookieOf } from './cookies.ts'
import { drawing } from './drawn.ts'
import { type Once, onceOfCall, onceOfForm } from './once.ts'
import type { ServerOptions } from './options.ts'
import { remembering } from './remembered.ts'
import type { FormValues, Route, Session, WebRequest } from './route.ts'

export type Entered = {
  readonly ours: WebRequest
  /** By what a repeated write is known. */
  readonly once: Once | null
}

export type Entry = (route: Route, locale: Locale, request: FastifyRequest) => Promise<Entered>

export function createEntry(options: ServerOptions): Entry {
  const origin = new URL(options.house.baseUrl).origin
  const remember = remembering(options.pulse)
  const draw = drawing()
  return open

  async function open(route: Route, locale: Locale, request: FastifyRequest): Promise<Entered> {
    const number = request.id
    const area = areaOf(route.path)
    const api = route.path.startsWith('/api/')
    let actor: Actor = ANONYMOUS
    let session: Session | null = null
    let language = locale
    if (area !== 'public') {
      const entrance = options.entrances[area]
      const secret = cookieOf(request.headers.cookie, entrance.cookie)
      const visitor = secret ? await entrance.visitorOf(secret) : null
      if (visitor) ({ actor, session, locale: language } = visitor)
      const asked = askedLanguage(request)
      if (asked && visitor && asked !== visitor.locale) await entrance.keepLocale(visitor.session.id, asked)
      language = asked ?? language
    } else if (api) {
      const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
      const bearer = token ? await options.bearerOf(token) : null
      if (token && !bearer) throw new Forbidden('token')
      if (bearer) actor = bearer
    }
    const writes = request.method !== 'GET' && request.method !== 'HEAD'
    if (writes && !api) checkOrigin(request)
    if (!route.policy.allows(actor))
      throw new Forbidden(api && actor.kind === 'anonymous' ? 'token' : route.policy.name)
    const { form, files } = writes ? await bodyOf(route, request) : { form: {} as FormValues, files: [] }
    const drawn = writes && session ? checkCsrf(form, session) : ''
    const url = new URL(request.url, origin)
    const params = request.params as Record<string, string>
    // No text of ours holds the character NUL, and PostgreSQL refuses it: there is no such address.
    if (Object.values(params).some((value) => value.includes('\0'))) throw new NotFound('address')
    const call = { method: route.method, url: request.url, body: request.body }
    const once = !writes
      ? null
      : api
        ? onceOfCall(actor, idempotencyKey(request), call)
        : onceOfForm(actor, drawn, request.url, { form, files })
    const ctx = contextOf(options.db, actor)
    const ours: WebRequest = {
      ctx,
      house: options.house,
      locale: language,
      frame: await options.frameOf({
        locale: language,
        actor,
        session,
        path: writes ? pageBefore(request) : url.pathname + url.search,
        number,
        now: ctx.now,
      }),
      params,
      query: valuesOf(url.searchParams),
      form: withoutOwn(form),
      intent: form[INTENT_FIELD] === 'draft' ? 'draft' : 'save',
      json: api && writes ? request.body : undefined,
      files,
      url,
      headers: {
        accept: request.headers.accept,
        'user-agent': request.headers['user-agent'],
        'if-match': request.headers['if-match'],
        'if-none-match': request.headers['if-none-match'],
        'last-event-id': textOf(request.headers['last-event-id']),
      },
      address: request.ip,
      session,
      remember,
      draw,
      number,
    }
    return { ours, once }
  }

  /** The page of the form, so that links on the answer to a form do not lead to where only forms go. */
  function pageBefore(request: FastifyRequest): string {
    const referer = request.headers.referer
    if (referer !== undefined && URL.canParse(referer)) {
      const url = new URL(referer)
      if (url.host === request.headers.host || url.origin === origin) return url.pathname + url.search
    }
    const area = areaOf(request.url)
    return area === 'public' ? '/' : `/${area}`
  }

  /** A write comes from our own pages: the browser's word (Origin, else Sec-Fetch-Site), which a page cannot forge. */
  function checkOrigin(request: FastifyRequest): void {
    const from = request.headers.origin
    if (from !== undefined && from !== 'null') {
      const host = request.headers.host
      if (from === origin || (host && URL.canParse(from) && new URL(from).host === host)) return
      throw new Forbidden('origin')
    }
    const site = request.headers['sec-fetch-site']
    if (from === 'null' || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      throw new Forbidden('origin')
  }
}

/** In the office and the cabinet the language is the session's; `?lang=` changes it. */
function askedLanguage(request: FastifyRequest): Locale | null {
  const asked = new URLSearchParams(request.url.split('?')[1]).get('lang')
  return asked === 'en' || asked === 'uk' ? asked : null
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return Array.isArray(key) ? key[0] : key
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
