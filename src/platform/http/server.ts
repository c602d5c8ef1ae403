/** The program on the web: its routes, its cache of pages, and what Fastify adds around them. */
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { CITY_ZONE } from '../../kernel/civil-date.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/texts.ts'
import { assetHandler } from './assets.ts'
import { MOST_BYTES, MOST_FIELDS, valuesOf } from './body.ts'
import { createEntry } from './entry.ts'
import { errorAnswers } from './error-answers.ts'
import { isKnown } from './etag.ts'
import { statusOf } from './failure.ts'
import { onlyOnce } from './once.ts'
import type { ServerOptions } from './options.ts'
import { encoded, PageCache } from './page-cache.ts'
import { send } from './replies.ts'
import type { Reply, Route } from './route.ts'
import { safetyHeaders } from './safety-headers.ts'

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  let count = 0
  const start = Date.now().toString(36)
  const secure = options.house.baseUrl.startsWith('https:')
  const safe = safetyHeaders(secure)
  const failed = errorAnswers(options)
  const app = fastify({
    logger: false,
    trustProxy:
      typeof options.trustProxy === 'number'
        ? hops(options.trustProxy)
        : options.trustProxy && [...options.trustProxy],
    bodyLimit: MOST_BYTES,
    genReqId: () => `${start}-${(count++).toString(36)}`,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    // Bodies and answers have schemas of our own: the compilers of Fastify's are not even loaded.
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
    // An address that cannot be read meets no hook and no handler of errors.
    frameworkErrors: (error, request, reply) => void failed(error, request, reply.headers(safe)),
  })
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(safe)
    done()
  })
  // What stands before the scopes below holds in them too.
  // A request that is answered while we close is the last of its connection: nobody waits for an idle reader.
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', (_, reply, payload, done) => {
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })

  app.setNotFoundHandler(async () => {
    throw new NotFound('address')
  })
  app.setErrorHandler(failed)
  for (const [path, asset] of options.assets.files) app.get(path, assetHandler(asset))

  const cache = new PageCache()
  const entry = createEntry(options)
  addRoutes(
    app,
    options.routes.filter((route) => route.method === 'GET'),
  )
  // What reads a body or counts calls hangs on every request of its scope: pages that are only read stay out of it.
  await app.register(async (writes) => {
    await writes.register(formbody, { parser: (text) => valuesOf(new URLSearchParams(text)) })
    await writes.register(multipart, {
      limits: { fileSize: options.house.uploadLimit, files: 12, fields: MOST_FIELDS, fieldSize: MOST_BYTES },
    })
    await writes.register(rateLimit, { global: false, cache: 20_000 })
    addRoutes(
      writes,
      options.routes.filter((route) => route.method !== 'GET'),
    )
  })

  function addRoutes(scope: FastifyInstance, routes: readonly Route[]): void {
    for (const route of routes) {
      const localised = !/^\/(office|cabinet|files|assets)(\/|$)|^\/api\//.test(route.path)
      const add = (locale: Locale, url: string) =>
        scope.route({
          method: route.method,
          url,
          // Many people sit behind one address of a city hall: the limit is for a flood, not for a busy day.
          config: route.method === 'GET' ? {} : { rateLimit: { max: 600, timeWindow: '1 minute' } },
          handler: (request, reply) => answer(route, locale, request, reply),
        })
      add('uk', route.path)
      if (localised) add('en', route.path === '/' ? '/en' : `/en${route.path}`)
    }
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
    try {
      return await answerAnew(route, locale, request, reply, keeps === true)
    } catch (error) {
      // It went away just now: yesterday's page is better than none.
      if (kept && statusOf(error) === 503) return sendCached(kept, request, reply)
      throw error
    }
  }

  async function answerAnew(
    route: Route,
    locale: Locale,
    request: FastifyRequest,
    reply: FastifyReply,
    keeps: boolean,
  ): Promise<unknown> {
    const version = options.pulse.version
    const day = civilDay()
    const { ours, once } = await options.pulse.guard(() => entry(route, locale, request))
    const handle = async () => route.handle(ours)
    const result = await options.pulse.guard(() => (once ? onlyOnce(options.db, once, handle) : handle()))
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
    if (coding) reply.header('content-encoding', coding)
    return reply.type(page.type).send(body)
  }

  return app
}

function noCompiler(): never {
  throw new Error('routes of the house carry no schema of Fastify’s')
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

function succeeded(reply: Reply): boolean {
  return reply.kind === 'redirect' || reply.kind === 'bytes' || reply.status < 400
}
