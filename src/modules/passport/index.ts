/** What other modules may know of the city passport. */
export {
  checkSection,
  composed,
  composePassport,
  freezePassport,
  leaveOut,
  publishPassport,
} from './actions/passports.ts'
export { addRow, changeRow } from './actions/rows.ts'
export { type PracticeSource, passportPractices } from './events/practices.ts'
export { latestPublished, passportById } from './store/passports.ts'
export { keptRows } from './store/rows.ts'
export type * from './types.ts'
