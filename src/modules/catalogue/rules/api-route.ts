/** An address of the API as the catalogue sees it. */
import type { Route } from '../../../platform/http/route.ts'

/** With the module that it belongs to. */
export type ApiRoute = { readonly module: string; readonly route: Route }

/** Whether everybody may ask, without a token. */
export function isOpen(route: Route): boolean {
  return route.policy.allows({ kind: 'anonymous' })
}
