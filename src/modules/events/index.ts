/** What other modules may know of events, and what they may add to them. */
export { changeEvent, makeEvent, wholeInput } from './actions/events.ts'
export {
  additionsOf,
  type ClosingGap,
  type EventAddition,
  type EvidenceDetails,
  eventAdditions,
  eventAnnounced,
  eventCancelled,
  eventCopied,
  eventHeld,
  eventSummedUp,
} from './events.ts'
export { mayKeep, mayKeepAny, maySeePeople } from './policy.ts'
export { hasFeature, KINDS, type KindDescriptor } from './rules/kinds.ts'
export { isAhead, isPublic } from './rules/state.ts'
export { daysOf, eventById, measuresOfEvent } from './store/events.ts'
export { type EventFilter, eventsAhead, eventsWithin, lineOf, listEvents } from './store/lists.ts'
export type * from './types/invitation.ts'
export type * from './types/question.ts'
export type * from './types/registration.ts'
export type * from './types/results.ts'
export type * from './types.ts'
