/**
 * Answers that are the same for every reader. One that is known is given at once; one that has to be made is made once
 * for all who ask while it is being made: after a commit a whole city may ask for the same page.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { cityDay } from '../city-day.ts'
import type { Pulse } from '../pulse.ts'
import { isKnown } from './etag.ts'
import { statusOf } from './failure.ts'
import { type CachedPage, cachedPage, encoded, PageCache } from './page-cache.ts'
import { jsonBytes, pageBytes, send } from './replies.ts'
import type { Reply } from './route.ts'
import { framedBy } from './safety-headers.ts'

/** `shared`: nothing is kept once it was sent, as the bench wants it; `off`: each request makes its own. */
export type PageCaching = 'on' | 'shared' | 'off'

const MEGABYTE = 1024 * 1024

type Made = { readonly page: CachedPage } | { readonly reply: Reply }

export function sameForAll(options: {
  readonly pulse: Pick<Pulse, 'version' | 'up'>
  readonly caching: PageCaching
  readonly secure: boolean
}) {
  const { pulse, caching, secure } = options
  const pages = new PageCache(40 * MEGABYTE)
  // What readers type or choose is endless: it never pushes out the pages that everybody asks for.
  const asked = new PageCache(8 * MEGABYTE)
  const making = new Map<string, Promise<Made>>()

  /** @param make the reply of this request, made anew */
  return async function answerForAll(
    request: FastifyRequest,
    reply: FastifyReply,
    make: () => Promise<Reply>,
  ): Promise<unknown> {
    if (caching === 'off') return send(await make(), reply, secure)
    const cache = request.url.includes('?') ? asked : pages
    const kept = caching === 'on' ? cache.get(request.url) : undefined
    const { version } = pulse
    const day = cityDay()
    if (kept && (!pulse.up || (kept.version === version && kept.day === day)))
      return sendPage(kept, request, reply)
    const key = `${version} ${day} ${request.url}`
    try {
      const others = making.get(key)
      const made = await (others ?? together(key, async () => seen(await make(), version, day, secure)))
      if ('page' in made) {
        if (!others && caching === 'on') cache.put(request.url, made.page)
        return sendPage(made.page, request, reply)
      }
      // A stream is read by one only.
      const own = others && isStream(made.reply) ? await make() : made.reply
      return send(own, reply, secure)
    } catch (error) {
      // The database went away just now: yesterday's page is better than none.
      if (kept && statusOf(error) === 503) return sendPage(kept, request, reply)
      throw error
    }
  }

  function together(key: string, make: () => Promise<Made>): Promise<Made> {
    const made = make().finally(() => making.delete(key))
    making.set(key, made)
    return made
  }
}

function seen(reply: Reply, version: number, day: string, secure: boolean): Made {
  if ((reply.kind !== 'page' && reply.kind !== 'json') || reply.status !== 200) return { reply }
  if (reply.kind === 'page')
    return {
      page: cachedPage('text/html; charset=utf-8', pageBytes(reply.body), {
        version,
        day,
        headers: framedBy(secure, reply.embedIn),
      }),
    }
  const type = reply.type ?? 'application/json; charset=utf-8'
  return {
    page: cachedPage(type, jsonBytes(reply.body), { version, day, headers: reply.headers ?? {} }),
  }
}

function isStream(reply: Reply): boolean {
  return reply.kind === 'bytes' && typeof reply.body !== 'string' && !(reply.body instanceof Uint8Array)
}

function sendPage(page: CachedPage, request: FastifyRequest, reply: FastifyReply): unknown {
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
