/** What addresses of the office share. */
import { found } from '../../../kernel/errors.ts'
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import type { WebRequest } from '../../../platform/http/route.ts'
import { keepers } from '../policy.ts'

export function idOf<Of extends string>(request: WebRequest, name = 'id'): Id<Of> {
  const text = request.params[name] ?? ''
  return found(isId(text) ? asId<Of>(text) : null, name)
}

export function keeps(request: WebRequest): boolean {
  return keepers.allows(request.ctx.actor)
}
