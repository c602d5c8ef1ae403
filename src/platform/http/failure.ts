/** Errors as a reader meets them: a status, and for programs a problem document. */
import { Conflict, Forbidden, NotFound, TooLarge, Unavailable } from '../../kernel/errors.ts'
import { Refused } from '../../kernel/refusal.ts'
import { isDatabaseDown } from '../db.ts'
import { DatabaseAway } from '../pulse.ts'

export type Failure = {
  readonly status: number
  readonly number: string
  /** Codes of refusals, for a page that can say more than the status. */
  readonly codes: readonly string[]
}

export function statusOf(error: unknown): number {
  if (error instanceof Refused) return 422
  if (error instanceof Forbidden) return error.permission === 'token' ? 401 : 403
  if (error instanceof NotFound) return 404
  if (error instanceof Conflict) return 409
  if (error instanceof TooLarge) return 413
  if (error instanceof Unavailable || error instanceof DatabaseAway || isDatabaseDown(error)) return 503
  const status = (error as { statusCode?: unknown }).statusCode
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

/** RFC 9457. */
export function problemOf(error: unknown, failure: Failure): Record<string, unknown> {
  const title = failure.status >= 500 ? 'internal error' : error instanceof Error ? error.message : 'error'
  return {
    type: 'about:blank',
    title,
    status: failure.status,
    instance: `urn:request:${failure.number}`,
    ...(error instanceof Refused
      ? { errors: error.refusals.map((r) => ({ field: r.field, code: r.refused, values: r.values })) }
      : {}),
  }
}
