/** An official document as a file: `?format=docx|pdf` of the same address as its page. */
import { type OfficialDocument, renderDocx, renderPdf } from '../documents/index.ts'
import { download, one, type Reply, type WebRequest } from './route.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
export type DocumentFormat = keyof typeof TYPES

/** Files of frozen content never change: the last ones are kept, so that a crowd asks the press once. */
const kept = new Map<string, Promise<Uint8Array>>()
const MOST_KEPT = 24

/** The format that the reader asks for, or null for the page itself. */
export function documentFormat(request: WebRequest): DocumentFormat | null {
  const wanted = one(request.query, 'format')
  return wanted === 'docx' || wanted === 'pdf' ? wanted : null
}

/**
 * @param file.key names content that never changes, and how it is dressed; null where it may still change
 * @param file.name without its ending
 */
export async function documentReply(
  format: DocumentFormat,
  file: { readonly key: string | null; readonly name: string; readonly doc: () => OfficialDocument },
): Promise<Reply> {
  const key = file.key === null ? null : `${file.key} ${format}`
  return download(`${file.name}.${format}`, TYPES[format], await rendered(key, format, file.doc))
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
