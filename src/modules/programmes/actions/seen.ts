/** What a reader had before them when they began to type: a stale form is noticed without locking anyone out. */
import { createHash } from 'node:crypto'
import { Conflict } from '../../../kernel/errors.ts'

/** A short mark of a value; equal marks mean that nothing was changed meanwhile. */
export function markOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '', 'utf8')
    .digest('base64url')
    .slice(0, 22)
}

export function requireSeen(seen: string, value: unknown, what: string): void {
  if (seen !== markOf(value)) throw new Conflict(what)
}
