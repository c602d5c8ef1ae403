/** The only file that knows Fastify: turns a request into ours, a reply into theirs, and an error into a page. */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { CITY_ZONE } from '../../kernel/civil-date.ts'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import type { Html } from '../../kernel/html.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type Frame, INTENT_FIELD } from '../../ui/frame.ts'
import { contextOf } from '../context.ts'
import type { Db } from '../db.ts'
import type { House } from '../house.ts'
import { errorFacts } from '../log.ts'
import type { Pulse } from '../pulse.ts'
import type { AssetStore } from './assets.ts'
import { bodyOf, checkCsrf, valuesOf, withoutOwn } from './body.ts'
import { isKnown } from './etag.ts'
import { type Failure, problemOf, statusOf } from './failure.ts'
import { encoded, PageCache } from './page-cache.ts'
import { send } from './replies.ts'
import type { FormValues, Reply, Route, Session, WebRequest } from './route.ts'

export const SESSION_COOKIE = 'viche_session'

export type Visitor = { readonly actor: Actor; readonly session: Session; readonly locale: Locale }

export type ServerOptions = {
  readonly db: Db
  readonly pulse: Pulse
  readonly house: House
  readonly trustProxy: false | number | readonly string[]
  readonly pageCache: 'on' | 'off'
  readonly routes: readonly Route[]
  readonly assets: AssetStore
  /** Who bears this session cookie; null when it is unknown, ended or too old. */
  readonly visitorOf: (cookie: string) => Promise<Visitor | null>
  /** The person chose a language with the link at the foot of a page. */
  readonly keepLocale: (sessionId: string, locale: Locale) => Promise<void>
  /** Who bears this API token. */
  readonly bearerOf: (token: string) => Promise<Actor | null>
  readonly frameOf: (visit: {
    locale: Locale
    actor: Actor
    session: Session | null
    path: string
    number: string
  }) => Promise<Frame>
  readonly errorPage: (frame: Frame | null, locale: Locale, failure: Failure) => Html
}

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  let count = 0
  const start = Date.now().toString(36)
  const app = fastify({
    logger: false,
    trustProxy:
      typeof options.trustProxy === 'number'
        ? hops(options.trustProxy)
        : options.trustProxy && [...options.trustProxy],
    bodyLimit: 1024 * 1024,
    genReqId: () => `${start}-${(count++).toString(36)}`,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  })
  const secure = options.house.baseUrl.startsWith('https:')
  await app.register(cookie)
  await app.register(formbody, { parser: (text) => valuesOf(new URLSearchParams(text)) })
  await app.register(multipart, {
    limits: { fileSize: options.house.uploadLimit, files: 12, fields: 400, fieldSize: 400_000 },
  })
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  const safe = await safetyHeaders(secure)
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(safe)
    done()
  })
  await app.register(rateLimit, { global: false, cache: 20_000 })

  for (const [path, asset] of options.assets.files) {
    app.get(path, (_, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.bytes),
    )
  }

  const cache = new PageCache()
  const origin = new URL(options.house.baseUrl).origin
  for (const route of options.routes) {
    const localised = !/^\/(office|files|assets)(\/|$)|^\/api\//.test(route.path)
    add(route, 'uk', route.path)
    if (localised) add(route, 'en', route.path === '/' ? '/en' : `/en${route.path}`)
  }

  function add(route: Route, locale: Locale, path: string): void {
    app.route({
      method: route.method,
      url: path,
      ...(route.upload ? { bodyLimit: route.upload.maxBytes * route.upload.maxFiles + 1024 * 1024 } : {}),
      // Many people sit behind one address of a city hall: the limit is for a flood, not for a busy day.
      config: route.method === 'GET' ? {} : { rateLimit: { max: 600, timeWindow: '1 minute' } },
      handler: (request, reply) => answer(route, locale, request, reply),
    })
  }

  async function answer(
    route: Route,
    locale: Locale,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const keeps = route.cached && options.pageCache === 'on'
    const kept = keeps && request.method !== 'POST' ? cache.get(request.url) : undefined
    if (kept && (!options.pulse.up || (kept.version === options.pulse.version && kept.day === civilDay()))) {
      return sendCached(kept, request, reply)
    }
    const version = options.pulse.version
    const day = civilDay()
    const ours = await options.pulse.guard(() => open(route, locale, request))
    const result = await options.pulse.guard(async () => route.handle(ours))
    // What was refused changed nothing: a flood of bad forms must not keep the page cache cold.
    if (request.method !== 'GET' && request.method !== 'HEAD' && succeeded(result)) options.pulse.bump()
    if (keeps && (result.kind === 'page' || result.kind === 'json') && result.status === 200) {
      const text = result.kind === 'page' ? result.body.toString() : JSON.stringify(result.body)
      const type =
        result.kind === 'page'
          ? 'text/html; charset=utf-8'
          : (result.type ?? 'application/json; charset=utf-8')
      const headers = result.kind === 'json' ? result.headers : {}
      return sendCached(cache.put(request.url, type, text, version, day, headers), request, reply)
    }
    return send(result, reply, secure)
  }

  function sendCached(page: ReturnType<PageCache['put']>, request: FastifyRequest, reply: FastifyReply) {
    reply
      .headers(page.headers)
      .header('etag', page.etag)
      .header('cache-control', 'public, max-age=0, must-revalidate')
      .header('vary', 'accept-encoding')
    if (isKnown(request.headers['if-none-match'], page.etag)) return reply.code(304).send()
    const { body, coding } = encoded(page, request.headers['accept-encoding'])
    // The compress plugin leaves alone what says its own coding.
    if (coding) reply.header('content-encoding', coding)
    return reply.type(page.type).send(body)
  }

  async function open(route: Route, locale: Locale, request: FastifyRequest): Promise<WebRequest> {
    const number = request.id
    const office = route.path.startsWith('/office')
    const api = route.path.startsWith('/api/')
    let actor: Actor = ANONYMOUS
    let session: Session | null = null
    let language = locale
    if (office) {
      const secret = request.cookies[SESSION_COOKIE]
      const visitor = secret ? await options.visitorOf(secret) : null
      if (visitor) ({ actor, session, locale: language } = visitor)
      const asked = askedLanguage(request)
      if (asked && visitor && asked !== visitor.locale) await options.keepLocale(visitor.session.id, asked)
      language = asked ?? language
    } else if (api) {
      const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
      const bearer = token ? await options.bearerOf(token) : null
      if (token && !bearer) throw new Forbidden('token')
      if (bearer) actor = bearer
    }
    const writes = request.method !== 'GET' && request.method !== 'HEAD'
    if (writes && !api) checkOrigin(request)
    if (!route.policy.allows(actor)) throw new Forbidden(route.policy.name)
    const { form, files } = writes ? await bodyOf(route, request) : { form: {} as FormValues, files: [] }
    if (writes && session) checkCsrf(form, session)
    const url = new URL(request.url, origin)
    return {
      ctx: contextOf(options.db, actor),
      house: options.house,
      locale: language,
      frame: await options.frameOf({
        locale: language,
        actor,
        session,
        path: writes ? pageBefore(request) : url.pathname + url.search,
        number,
      }),
      params: request.params as Record<string, string>,
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
        'idempotency-key': request.headers['idempotency-key'] as string | undefined,
      },
      address: request.ip,
      session,
      number,
    }
  }

  /** The page of the form, so that links on the answer to a form do not lead to where only forms go. */
  function pageBefore(request: FastifyRequest): string {
    const referer = request.headers.referer
    if (referer !== undefined && URL.canParse(referer)) {
      const url = new URL(referer)
      if (url.host === request.headers.host || url.origin === origin) return url.pathname + url.search
    }
    return request.url.startsWith('/office') ? '/office' : '/'
  }

  /** A write comes from our own pages: the browser's word (Origin, else Sec-Fetch-Site), which a page cannot forge. */
  function checkOrigin(request: FastifyRequest): void {
    const from = request.headers.origin
    if (from !== undefined && from !== 'null') {
      const host = request.headers.host
      if (from === origin || (host && new URL(from).host === host)) return
      throw new Forbidden('origin')
    }
    const site = request.headers['sec-fetch-site']
    if (from === 'null' || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      throw new Forbidden('origin')
  }

  app.setNotFoundHandler(async () => {
    throw new NotFound('address')
  })
  app.setErrorHandler(async (error, request, reply) => {
    const failure: Failure = {
      status: statusOf(error),
      number: request.id,
      codes: error instanceof Refused ? error.refusals.map((r) => r.refused) : [],
    }
    // A database that is away is said once, when it goes; each request that meets it is no news.
    if (failure.status >= 500 && failure.status !== 503)
      options.house.log.error('request failed', {
        number: request.id,
        method: request.method,
        path: request.url.split('?')[0],
        ...errorFacts(error),
      })
    if (failure.status === 503) reply.header('retry-after', '5')
    const path = request.url.split('?')[0]!
    if (
      failure.status === 403 &&
      path.startsWith('/office') &&
      error instanceof Forbidden &&
      error.permission !== 'origin' &&
      error.permission !== 'csrf'
    ) {
      const secret = request.cookies[SESSION_COOKIE]
      const known = secret ? await options.visitorOf(secret).catch(() => null) : null
      if (known?.actor.kind !== 'staff' && request.method === 'GET')
        return reply
          .code(303)
          .header('location', `/office/sign-in?next=${encodeURIComponent(request.url)}`)
          .send()
    }
    reply.code(failure.status).header('cache-control', 'no-store')
    if (path.startsWith('/api/')) {
      return reply.type('application/problem+json').send(JSON.stringify(problemOf(error, failure)))
    }
    const locale: Locale = path === '/en' || path.startsWith('/en/') ? 'en' : 'uk'
    const frame = failure.status === 503 ? null : await frameFor(request, locale, path)
    return reply
      .type('text/html; charset=utf-8')
      .send(options.errorPage(frame, frame?.locale ?? locale, failure).toString())
  })

  async function frameFor(request: FastifyRequest, locale: Locale, path: string): Promise<Frame | null> {
    try {
      const secret = path.startsWith('/office') ? request.cookies[SESSION_COOKIE] : undefined
      const visitor = secret ? await options.visitorOf(secret) : null
      return await options.frameOf({
        locale: visitor?.locale ?? locale,
        actor: visitor?.actor ?? ANONYMOUS,
        session: visitor?.session ?? null,
        path,
        number: request.id,
      })
    } catch {
      return null
    }
  }
  return app
}

/** What helmet says of every answer: it is asked once, since it would compose the same words for each request. */
async function safetyHeaders(secure: boolean): Promise<Record<string, string>> {
  const sample = fastify()
  await sample.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'script-src': ["'self'"],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
  })
  sample.get('/', async () => '')
  const { headers } = await sample.inject('/')
  await sample.close()
  const own = ['content-type', 'content-length', 'date', 'connection']
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (own.includes(name) ? [] : [[name, String(value)]])),
  )
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY_ZONE })
let known = { minute: -1, day: '' }

/** The city's day as `2026-03-02`. Days begin on a whole minute, so one answer holds for the minute. */
function civilDay(): string {
  const minute = Math.floor(Date.now() / 60_000)
  if (minute !== known.minute) known = { minute, day: dayFormat.format(minute * 60_000) }
  return known.day
}

/** So many proxies stand before us, and no more are believed. */
function hops(count: number): (address: string, hop: number) => boolean {
  return (_, hop) => hop < count
}

/** In the office the language is the session's; `?lang=` changes it. */
function askedLanguage(request: FastifyRequest): Locale | null {
  const asked = new URLSearchParams(request.url.split('?')[1]).get('lang')
  return asked === 'en' || asked === 'uk' ? asked : null
}

function succeeded(reply: Reply): boolean {
  return reply.kind === 'redirect' || reply.kind === 'bytes' || reply.status < 400
}
