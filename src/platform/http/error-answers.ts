/** How an error is told: a page with a number, a problem document, or the way to the sign-in. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { areaOf, type EnteredArea } from '../../kernel/area.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Frame } from '../../ui/frame.ts'
import { errorFacts } from '../log.ts'
import { cookieOf } from './cookies.ts'
import { type Failure, problemOf, statusOf } from './failure.ts'
import type { ServerOptions } from './options.ts'
import { sendWhole } from './replies.ts'

export function errorAnswers(options: ServerOptions) {
  return async (thrown: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    // There is no such address, whatever was sent to it.
    const error = request.is404 ? new NotFound('address') : thrown
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
    if (failure.status === 401) reply.header('www-authenticate', 'Bearer')
    const path = request.url.split('?')[0]!
    const area = areaOf(path)
    if (
      failure.status === 403 &&
      area !== 'public' &&
      error instanceof Forbidden &&
      error.permission !== 'origin' &&
      error.permission !== 'csrf'
    ) {
      const known = await visitorFor(request, area).catch(() => null)
      if ((known === null || known.actor.kind === 'anonymous') && request.method === 'GET')
        return reply
          .code(303)
          .header('cache-control', 'no-store')
          .header('location', `${options.entrances[area].signIn}?next=${encodeURIComponent(request.url)}`)
          .send()
    }
    reply.code(failure.status).header('cache-control', 'no-store')
    if (path.startsWith('/api/')) {
      return sendWhole(reply, 'application/problem+json', JSON.stringify(problemOf(error, failure)))
    }
    const locale: Locale = path === '/en' || path.startsWith('/en/') ? 'en' : 'uk'
    const frame = failure.status === 503 ? null : await frameFor(request, locale, path)
    const page = options.errorPage(frame, frame?.locale ?? locale, failure)
    return sendWhole(reply, 'text/html; charset=utf-8', page.toString())
  }

  async function visitorFor(request: FastifyRequest, area: EnteredArea) {
    const { cookie, visitorOf } = options.entrances[area]
    const secret = cookieOf(request.headers.cookie, cookie)
    return secret ? visitorOf(secret) : null
  }

  async function frameFor(request: FastifyRequest, locale: Locale, path: string): Promise<Frame | null> {
    try {
      const area = areaOf(path)
      const visitor = area === 'public' ? null : await visitorFor(request, area)
      return await options.frameOf({
        locale: visitor?.locale ?? locale,
        actor: visitor?.actor ?? ANONYMOUS,
        session: visitor?.session ?? null,
        path,
        number: request.id,
        now: Temporal.Now.instant(),
      })
    } catch {
      return null
    }
  }
}
