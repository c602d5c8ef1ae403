/** The program on the web: its routes, its cache of pages, and what Fastify adds around them. */
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { NotFound } from '../../kernel/errors.ts'
import type { Locale } from '../../kernel/texts.ts'
import { assetHandler } from './assets.ts'
import { MOST_BYTES, MOST_FIELDS, valuesOf } from './body.ts'
import { createEntry } from './entry.ts'
import { errorAnswers } from './error-answers.ts'
import { onlyOnce } from './once.ts'
import type { ServerOptions } from './options.ts'
import { send } from './replies.ts'
import type { Reply, Route } from './route.ts'
import { safetyHeaders } from './safety-headers.ts'
import { sameForAll } from './same-for-all.ts'

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

  const forAll = sameForAll({ pulse: options.pulse, caching: options.pageCache, secure })
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

  function answer(
    route: Route,
    locale: Locale,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const make = () => makeReply(route, locale, request)
    return route.cached ? forAll(request, reply, make) : make().then((result) => send(result, reply, secure))
  }

  async function makeReply(route: Route, locale: Locale, request: FastifyRequest): Promise<Reply> {
    const result = await options.pulse.guard(async () => {
      const { ours, once } = await entry(route, locale, request)
      const handle = async () => route.handle(ours)
      return once ? onlyOnce(options.db, once, handle) : handle()
    })
    // What was refused changed nothing: a flood of bad forms must not keep the page cache cold.
    if (request.method !== 'GET' && request.method !== 'HEAD' && succeeded(result)) options.pulse.bump()
    return result
  }

  return app
}

function noCompiler(): never {
  throw new Error('routes of the house carry no schema of Fastify’s')
}

/** So many proxies stand before us, and no more are believed. */
function hops(count: number): (address: string, hop: number) => boolean {
  return (_, hop) => hop < count
}

function succeeded(reply: Reply): boolean {
  return reply.kind === 'redirect' || reply.kind === 'bytes' || reply.status < 400
}
