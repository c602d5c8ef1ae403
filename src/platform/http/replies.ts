/** A reply of ours as Fastify sends it. */
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { areaOf } from '../../kernel/area.ts'
import { etagOf, isKnown } from './etag.ts'
import type { Cookie, Reply } from './route.ts'

export function send(result: Reply, reply: FastifyReply, secure: boolean): unknown {
  switch (result.kind) {
    case 'page':
      setCookies(reply, secure, result.cookies)
      return reply
        .code(result.status)
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(result.body.toString())
    case 'redirect':
      setCookies(reply, secure, result.cookies)
      return reply.code(303).header('cache-control', 'no-store').header('location', result.to).send()
    case 'json': {
      const text = JSON.stringify(result.body)
      const { method, headers } = reply.request
      reply
        .code(result.status)
        .headers(result.headers ?? {})
        .header('cache-control', cacheControl(reply))
        .type(result.type ?? 'application/json; charset=utf-8')
      if (result.status === 200 && (method === 'GET' || method === 'HEAD')) {
        const etag = etagOf(text)
        reply.header('etag', etag)
        if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send()
      }
      return reply.send(text)
    }
    case 'bytes': {
      if (result.name) reply.header('content-disposition', attachment(result.name))
      reply
        .header('cache-control', cacheControl(reply))
        .headers(result.headers ?? {})
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type(result.type)
      const body = result.body
      return reply.send(typeof body === 'string' || body instanceof Uint8Array ? body : Readable.from(body))
    }
  }
}

/** What only some may read is kept by nobody on the way, nor by the browser after signing out. */
function cacheControl({ request }: FastifyReply): string {
  const some =
    areaOf(request.routeOptions.url ?? '') !== 'public' || request.headers.authorization !== undefined
  return some ? 'no-store' : 'no-cache'
}

function setCookies(reply: FastifyReply, secure: boolean, cookies: readonly Cookie[] = []): void {
  for (const c of cookies) {
    reply.setCookie(c.name, c.value, {
      path: c.path,
      httpOnly: true,
      sameSite: 'lax',
      secure,
      ...(c.maxAge === undefined ? {} : { maxAge: c.maxAge }),
    })
  }
}

/** RFC 6266 with an ASCII stand-in for old readers. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
