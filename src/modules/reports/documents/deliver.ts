/** A frozen report in the format that the address asks for. */
import { Temporal } from '../../../kernel/civil-date.ts'
import { type OfficialDocument, renderDocx, renderPdf } from '../../../platform/documents/index.ts'
import type { House } from '../../../platform/house.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { download, one, type Reply, type WebRequest } from '../../../platform/http/route.ts'
import type { Frozen, FrozenConsolidated, FrozenReport } from '../types/frozen.ts'
import { consolidatedDocument } from './consolidated-document.ts'
import { councilDecision } from './council-decision.ts'
import type { Dress } from './parts.ts'
import { reportDocument } from './report-document.ts'
import { consolidatedSheet, reportSheet } from './sheets.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
type DocumentFormat = keyof typeof TYPES

/** Files of frozen content never change: the last ones are kept, so that a crowd asks the press once. */
const kept = new Map<string, Promise<Uint8Array>>()
const MOST_KEPT = 24

export function dressOf(house: House, madeAt: Temporal.Instant, draft: boolean): Dress {
  return { city: house.city, demonstration: house.demonstration, madeAt, draft }
}

async function rendered(key: string | null, format: DocumentFormat, doc: () => OfficialDocument) {
  const make = () => (format === 'pdf' ? renderPdf(doc()) : renderDocx(doc()))
  if (key === null) return make()
  const known = kept.get(key)
  if (known) return known
  const made = make()
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  const oldest = kept.keys().next()
  if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value)
  return made
}

function documentFormat(request: WebRequest): DocumentFormat | null {
  const wanted = one(request.query, 'format')
  return wanted === 'docx' || wanted === 'pdf' ? wanted : null
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
    const key = `${frozen.id} ${wanted} ${JSON.stringify(dress.city)}`
    const bytes = await rendered(key, wanted, () => reportDocument(content, dress))
    return download(`${name}.${wanted}`, TYPES[wanted], bytes)
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
    const key = draft ? null : `${frozen.id} ${wanted} ${decision} ${JSON.stringify(dress.city)}`
    const make = decision ? councilDecision : consolidatedDocument
    const bytes = await rendered(key, wanted, () => make(content, dress))
    return download(`${name}.${wanted}`, TYPES[wanted], bytes)
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
