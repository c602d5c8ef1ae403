/** The text that is kept for ever, and its SHA-256. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../kernel/canonical-json.ts'

export type Sealed = { readonly text: string; readonly sha256: string }

export function seal(content: unknown): Sealed {
  const text = canonicalJson(content)
  return { text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}
