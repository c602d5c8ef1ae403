/** The short list of errors that reach a reader. Everything else is a fault of ours: 500 with a number. */
import { asId, type Id, isId } from './ids.ts'

export { Refused } from './refusal.ts'

/** The actor may not do or see this. 403 for a known person, the sign-in page for an unknown one. */
export class Forbidden extends Error {
  readonly permission: string
  constructor(permission: string) {
    super(`not permitted: ${permission}`)
    this.name = 'Forbidden'
    this.permission = permission
  }
}

/** There is no such thing, or the actor may not know that there is. 404. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`not found: ${what}`)
    this.name = 'NotFound'
  }
}

/** The thing was changed by someone else since it was read. 409, with what was typed kept. */
export class Conflict extends Error {
  constructor(what: string) {
    super(`changed meanwhile: ${what}`)
    this.name = 'Conflict'
  }
}

/** More was sent than anybody types. 413. */
export class TooLarge extends Error {
  constructor(what: string) {
    super(`too large: ${what}`)
    this.name = 'TooLarge'
  }
}

/** A part we stand on does not answer. 503 with Retry-After. */
export class Unavailable extends Error {
  constructor(what: string, cause?: unknown) {
    super(`unavailable: ${what}`, { cause })
    this.name = 'Unavailable'
  }
}

/** Throws `Forbidden` when a policy says no. */
export function permit(allowed: boolean, permission: string): void {
  if (!allowed) throw new Forbidden(permission)
}

/** The value, or `NotFound`. */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new NotFound(what)
  return value
}

/** The id that an address or a form names, or `NotFound`. */
export function foundId<const Of extends string>(text: string, of: Of, what: string = of): Id<Of> {
  return found(isId(text) ? asId<Of>(text) : null, what)
}
