/** What other modules may ask of the state register. `house` knows where it is. */
export { differenceFor } from './actions/difference.ts'
export { changesSince, registerByCode, registerByRecord, registerSearch } from './actions/search.ts'
export { registerCommands } from './cli.ts'
export { readableName } from './reading/readable.ts'
export { leaderOf } from './rules/difference.ts'
export {
  type CivilKind,
  DIFFERENCE_KINDS,
  type DifferenceAnswer,
  type DifferenceKind,
  type EntityState,
  type KnownOrganisation,
  type Leader,
  type RegisterChange,
  type RegisterDifference,
  type RegisterEntity,
  type RegisterRef,
} from './types.ts'
export { entityPath } from './views/search.ts'
