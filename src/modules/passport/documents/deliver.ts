/** A passport in the format that the address asks for. */
import type { Temporal } from '../../../kernel/civil-date.ts'
import { documentFormat, documentReply } from '../../../platform/http/document.ts'
import { download, one, type Reply, type WebRequest } from '../../../platform/http/route.ts'
import type { Frozen, PassportContent } from '../types.ts'
import { passportPackage } from './package.ts'
import { type Dress, passportDocument } from './passport-document.ts'

function dressOf({ house, locale }: WebRequest, madeAt: Temporal.Instant, draft: boolean): Dress {
  return { city: house.city, demonstration: house.demonstration, madeAt, draft, locale }
}

function nameOf(content: PassportContent): string {
  return `passport-${content.asOf}${content.version > 1 ? `-v${content.version}` : ''}`
}

/** Null where the page itself is asked for. */
export async function deliverFrozen(request: WebRequest, frozen: Frozen): Promise<Reply | null> {
  const { content } = frozen
  const name = nameOf(content)
  const wanted = documentFormat(request)
  if (wanted) {
    const key = `passport ${frozen.id} ${frozen.sha256} ${request.locale} ${request.house.demonstration}`
    const dress = dressOf(request, frozen.frozenAt, false)
    return documentReply(wanted, { key, name, doc: () => passportDocument(content, dress) })
  }
  const format = one(request.query, 'format')
  if (format === 'zip') {
    const bytes = await passportPackage(frozen, request.house.baseUrl, request.locale)
    return download(`${name}.zip`, 'application/zip', bytes)
  }
  return format === 'json' ? asJson(name, frozen) : null
}

/** Of a draft: what stands in it at this moment. */
export async function deliverDraft(request: WebRequest, content: PassportContent): Promise<Reply | null> {
  const wanted = documentFormat(request)
  const name = `${nameOf(content)}-draft`
  if (wanted) {
    const dress = dressOf(request, request.ctx.now, true)
    return documentReply(wanted, { key: null, name, doc: () => passportDocument(content, dress) })
  }
  if (one(request.query, 'format') !== 'json') return null
  return download(
    `${name}.json`,
    'application/json; charset=utf-8',
    JSON.stringify({ sha256: null, content }),
  )
}

/** The content as it was hashed, and the hash: a reader can check that nothing was changed. */
function asJson(name: string, frozen: Frozen): Reply {
  return download(`${name}.json`, 'application/json; charset=utf-8', JSON.stringify(presentFrozen(frozen)))
}

export function presentFrozen(frozen: Frozen) {
  return {
    sha256: frozen.sha256,
    frozenAt: frozen.frozenAt.toString(),
    publishedAt: frozen.publishedAt?.toString() ?? null,
    content: frozen.content,
  }
}
