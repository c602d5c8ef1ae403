/** What other modules may know of programmes. */
export { editionInForce } from './events.ts'
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
export type * from './types.ts'
