/** A reply of ours as Fastify sends it. */
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { areaOf } from '../../kernel/area.ts'
import type { Html } from '../../kernel/html.ts'
import { codingOf, encodeStream, encodeWhole, isWorthIt, shrinks } from './coding.ts'
import { setCookieLine } from './cookies.ts'
import { etagOf, isKnown } from './etag.ts'
import { JsonList } from './json-text.ts'
import type { Cookie, Reply } from './route.ts'
import { framedBy } from './safety-headers.ts'

const CODED_AT_ONCE = 131_072

export function send(result: Reply, reply: FastifyReply, secure: boolean): unknown {
  switch (result.kind) {
    case 'page':
      setCookies(reply, secure, result.cookies)
      reply.code(result.status).headers(framedBy(secure, result.embedIn)).header('cache-control', 'no-store')
      return sendWhole(reply, 'text/html; charset=utf-8', pageBytes(result.body))
    case 'redirect':
      setCookies(reply, secure, result.cookies)
      return reply.code(303).header('cache-control', 'no-store').header('location', result.to).send()
    case 'json': {
      const bytes = jsonBytes(result.body)
      const { method, headers } = reply.request
      reply
        .code(result.status)
        .headers(result.headers ?? {})
        .header('cache-control', cacheControl(reply))
      if (result.status === 200 && (method === 'GET' || method === 'HEAD')) {
        const etag = result.body instanceof JsonList ? result.body.etag : etagOf(bytes)
        reply.header('etag', etag)
        if (isKnown(headers['if-none-match'], etag)) return reply.code(304).send()
      }
      return sendWhole(reply, result.type ?? 'application/json; charset=utf-8', bytes)
    }
    case 'bytes': {
      if (result.name) reply.header('content-disposition', attachment(result.name))
      reply
        .header('cache-control', cacheControl(reply))
        .headers(result.headers ?? {})
        .header('content-security-policy', "default-src 'none'; sandbox")
      const { body, type } = result
      return typeof body === 'string' || body instanceof Uint8Array
        ? sendWhole(reply, type, body)
        : sendStream(reply, type, Readable.from(body))
    }
  }
}

const desk = Buffer.allocUnsafeSlow(256 * 1024)

/** `Buffer.from` reads a text twice, for its length and for its bytes; where there is room for the longest, once is enough. */
export function utf8(text: string): Buffer {
  if (text.length * 3 > desk.length) return Buffer.from(text)
  return Buffer.from(desk.subarray(0, desk.write(text)))
}

/** What is kept as bytes is copied, the rest is written between. */
export function pageBytes(markup: Html): Buffer {
  if (markup.length * 3 > desk.length) return Buffer.from(markup.toString())
  let at = 0
  for (const piece of markup.pieces) {
    if (typeof piece === 'string') at += desk.write(piece, at)
    else {
      desk.set(piece, at)
      at += piece.length
    }
  }
  return Buffer.from(desk.subarray(0, at))
}

export function jsonBytes(body: unknown): Buffer {
  return body instanceof JsonList ? body.bytes : utf8(JSON.stringify(body))
}

/** What is at hand as a whole, in the best coding that the reader takes. */
export function sendWhole(reply: FastifyReply, type: string, body: string | Uint8Array): unknown {
  const bytes = typeof body === 'string' ? utf8(body) : body
  reply.type(type)
  if (!shrinks(type)) return reply.send(bytes)
  reply.header('vary', 'accept-encoding')
  const coding = isWorthIt(bytes) ? codingOf(reply.request.headers['accept-encoding']) : null
  if (coding === null) return reply.send(bytes)
  reply.header('content-encoding', coding)
  // A long list is coded beside, so that others need not wait for it.
  return reply.send(
    bytes.length > CODED_AT_ONCE ? encodeStream(Readable.from([bytes]), coding) : encodeWhole(bytes, coding),
  )
}

function sendStream(reply: FastifyReply, type: string, body: Readable): unknown {
  reply.type(type)
  const coding = shrinks(type) ? codingOf(reply.request.headers['accept-encoding']) : null
  if (coding === null) return reply.send(body)
  return reply
    .header('vary', 'accept-encoding')
    .header('content-encoding', coding)
    .send(encodeStream(body, coding))
}

/** What only some may read is kept by nobody on the way, nor by the browser after signing out. */
function cacheControl({ request }: FastifyReply): string {
  const some =
    areaOf(request.routeOptions.url ?? '') !== 'public' || request.headers.authorization !== undefined
  return some ? 'no-store' : 'no-cache'
}

function setCookies(reply: FastifyReply, secure: boolean, cookies: readonly Cookie[] = []): void {
  for (const cookie of cookies) reply.header('set-cookie', setCookieLine(cookie, secure))
}

/** RFC 6266 with an ASCII stand-in for old readers. */
function attachment(name: string): string {
  const ascii = name.replace(/[^\w.-]+/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
