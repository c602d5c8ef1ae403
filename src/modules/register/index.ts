/** What other modules may ask of the state register. `house` knows where it is. */
export { changesSince, registerByCode, registerByRecord, registerSearch } from './actions/search.ts'
export { registerCommands } from './cli.ts'
export type { CivilKind, EntityState, Leader, RegisterChange, RegisterEntity, RegisterRef } from './types.ts'
