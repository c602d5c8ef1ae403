/** What the house and other modules may know of departments and staff. */
import type { Actor } from '../../kernel/actor.ts'
import type { Html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'

export { ensureUnit } from './actions/ensure-unit.ts'
export { firstLink } from './actions/first-link.ts'
export { normalForm } from './rules/unit.ts'
export { staffOfUnit, staffWithRole } from './store/colleagues.ts'
export { listUnits, membersOf, unitName, unitOfName, unitsByIds } from './store/units.ts'
export { bearerOf, visitorOf } from './store/visitors.ts'
export type { Colleague, Unit, UnitKind } from './types.ts'

export function demoSwitch(_locale: Locale, _actor: Actor): Html | null {
  return null
}
