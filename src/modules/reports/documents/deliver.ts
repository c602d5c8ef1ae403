/** A frozen report in the format that the address asks for. */
import { Temporal } from '../../../kernel/civil-date.ts'
import type { House } from '../../../platform/house.ts'
import { documentFormat, documentReply } from '../../../platform/http/document.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { download, one, type Reply, type WebRequest } from '../../../platform/http/route.ts'
import type { Frozen, FrozenConsolidated, FrozenReport } from '../types/frozen.ts'
import { consolidatedDocument } from './consolidated-document.ts'
import { councilDecision } from './council-decision.ts'
import type { Dress } from './parts.ts'
import { reportDocument } from './report-document.ts'
import { consolidatedSheet, reportSheet } from './sheets.ts'

export function dressOf(house: House, madeAt: Temporal.Instant, draft: boolean): Dress {
  return { city: house.city, demonstration: house.demonstration, madeAt, draft }
}

/** Null where the page itself is asked for. */
export async function deliverReport(
  request: WebRequest,
  frozen: Frozen<FrozenReport>,
): Promise<Reply | null> {
  const { content } = frozen
  const name = `report-${content.programme.slug}-${content.year}-q${content.quarter}${content.version > 1 ? `-v${content.version}` : ''}`
  const wanted = documentFormat(request)
  if (wanted) {
    const dress = dressOf(request.house, Temporal.Instant.from(frozen.frozenAt), false)
    const key = `${frozen.id} ${JSON.stringify(dress.city)}`
    return documentReply(wanted, { key, name, doc: () => reportDocument(content, dress) })
  }
  const format = exportFormat(request)
  if (format === 'json') return asJson(name, frozen)
  return format && exportReply(request, reportSheet(request.locale, content), format, name)
}

/** @param frozen of a draft: without a hash, made of the facts of this moment */
export async function deliverConsolidated(
  request: WebRequest,
  frozen: Frozen<FrozenConsolidated>,
): Promise<Reply | null> {
  const { content } = frozen
  const draft = frozen.sha256 === ''
  const decision = one(request.query, 'part') === 'decision' && content.kind !== 'quarter'
  const period =
    content.kind === 'quarter'
      ? `${content.year}-q${content.quarter}`
      : content.kind === 'year'
        ? content.year
        : 'final'
  const name = `${decision ? 'decision' : 'report'}-${content.programme.slug}-${period}${content.version > 1 ? `-v${content.version}` : ''}`
  const wanted = documentFormat(request)
  if (wanted) {
    const dress = dressOf(request.house, Temporal.Instant.from(frozen.frozenAt), draft)
    const key = draft ? null : `${frozen.id} ${decision} ${JSON.stringify(dress.city)}`
    const make = decision ? councilDecision : consolidatedDocument
    return documentReply(wanted, { key, name, doc: () => make(content, dress) })
  }
  const format = exportFormat(request)
  if (format === 'json') return asJson(name, frozen)
  return format && exportReply(request, consolidatedSheet(request.locale, content), format, name)
}

/** The content as it was hashed, and the hash: a reader can check that nothing was changed. */
function asJson(name: string, frozen: Frozen<unknown>): Reply {
  const body = JSON.stringify({
    sha256: frozen.sha256 || null,
    frozenAt: frozen.sha256 ? frozen.frozenAt : null,
    content: frozen.content,
  })
  return download(`${name}.json`, 'application/json; charset=utf-8', body)
}
