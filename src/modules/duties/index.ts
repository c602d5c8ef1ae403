/** What other modules may know of duties and evidence, and how they record a fact. */
export { mayTakeFile } from './actions/files.ts'
export {
  type FromModule,
  freezeEvidence,
  recordEvidence,
  withdrawEvidenceOf,
} from './actions/from-modules.ts'
export { type RenewalCounts, renewDuties, renewProgramme } from './actions/renew.ts'
export { setSchedule } from './actions/schedule.ts'
export { mayRecord, type UnitScope, unitScope } from './policy.ts'
export {
  addCounts,
  asked,
  type CellState,
  cellState,
  daysLate,
  dutyState,
  NO_COUNTS,
  type StateCounts,
} from './rules/duty.ts'
export { countsOfYear, type QuarterCounts, yearsWithDuties } from './store/counts.ts'
export { type MeasureRow, measureByNumber, measuresOfProgramme } from './store/measures.ts'
export { type EvidenceNames, evidenceNames } from './store/names.ts'
export {
  dutiesDue,
  dutiesForReport,
  dutySummary,
  type EmptyGroup,
  type EvidenceForReport,
  emptyGroups,
  evidenceForReport,
  measuresWithoutTerm,
  type RibbonOfYear,
  recentEvidence,
  type TermGap,
  yearRibbon,
} from './store/summaries.ts'
export { explainDuty, periodName, stateSentence } from './texts/explain.ts'
export type * from './types.ts'
