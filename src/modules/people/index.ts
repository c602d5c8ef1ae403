/** What the house and other modules may know of departments and staff. */

export { makeDemoPerson } from './actions/demo.ts'
export { ensureUnit } from './actions/ensure-unit.ts'
export { firstLink } from './actions/first-link.ts'
export { deviceName } from './rules/device.ts'
export { normalForm, unitLabel } from './rules/unit.ts'
export { unitOfName } from './store/aliases.ts'
export { staffOfUnit, staffWithRole } from './store/colleagues.ts'
export { keepSessionLocale } from './store/sessions.ts'
export { listUnits, membersOf, unitName, unitsByIds } from './store/units.ts'
export { bearerOf, visitorOf } from './store/visitors.ts'
export type { Colleague, Unit, UnitKind } from './types.ts'
export { type DemoChair, demoSwitch } from './views/demo.ts'
