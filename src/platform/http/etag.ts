/** Strong validators (RFC 9110, 8.8.3): the same text, the same tag. */
import { hash } from 'node:crypto'

export function etagOf(body: string | Uint8Array): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 22)}"`
}

/** Whether `If-None-Match` names this tag: one tag, several, or `*`; the weak form is the same here. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((tag) => {
    const known = tag.trim().replace(/^W\//, '')
    return known === etag || known === '*'
  })
}
