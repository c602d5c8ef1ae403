/** What other modules may know of programmes. */

export { acceptDraft } from './actions/accept.ts'
export { type CreatedProgramme, createProgramme } from './actions/create-programme.ts'
export { importText, mayTakeSource, readSource, type SourceInput } from './actions/import-text.ts'
export { setIndicators } from './actions/indicators.ts'
export { linksOf, linkTasks } from './actions/programme.ts'
export { markOf } from './actions/seen.ts'
export { genitiveName } from './documents/programme-name.ts'
export { draftPrepared, editionInForce } from './events.ts'
export { renewedProposal, type YearSpan } from './rules/renewal.ts'
export { editionAsProposed } from './store/as-proposed.ts'
export { fundingOf, indicatorsOf, measureHistory, measuresOf, tasksOf } from './store/measures.ts'
export {
  activeProgramme,
  editionAt,
  editionById,
  editionsOf,
  programmeById,
  programmeBySlug,
  programmes,
} from './store/programmes.ts'
export type { ProposedMeasure, ProposedProgramme } from './types/proposed.ts'
export type * from './types.ts'
export { recurrenceText } from './views/terms.ts'
