/** What other modules may know of events, and what they may add to them. */
export { checkIn, countHeads } from './actions/attendance.ts'
export { changeEvent, makeEvent, wholeInput } from './actions/events.ts'
export { type Invited, inviteOrganisations } from './actions/invite.ts'
export { type LetterKind, letterText, type Sender, whenAndWhereLines } from './actions/letters.ts'
export { addHost, addShare, setAgenda, setPeople } from './actions/parts.ts'
export { smallerPicture } from './actions/pictures.ts'
export { addPerson } from './actions/registration.ts'
export { type ResultsInput, saveResults, sumUpEvent } from './actions/results.ts'
export { copyEvent, makeNext, makeSeries } from './actions/series.ts'
export { announceEvent, cancelEvent, holdEvent, postponeEvent } from './actions/state.ts'
export {
  additionsOf,
  type ClosingGap,
  calendarLinks,
  type EventAddition,
  type EvidenceDetails,
  eventAdditions,
  eventAnnounced,
  eventCancelled,
  eventCopied,
  eventHeld,
  eventSummedUp,
} from './events.ts'
export { optionalTime } from './forms/event.ts'
export { mayKeep, mayKeepAny, maySeePeople } from './policy.ts'
export { hasFeature, KINDS, type KindDescriptor } from './rules/kinds.ts'
export { PLAIN_DAY, PLAIN_EVENT } from './rules/plain.ts'
export { slotsOfYear } from './rules/recurrence.ts'
export { isAhead, isPublic } from './rules/state.ts'
export { officeEvent } from './staff/common.ts'
export { daysOf, measuresOfEvent } from './store/days.ts'
export { eventById } from './store/events.ts'
export { invitationsOf, invitationsOfOrganisations } from './store/invitations.ts'
export { type EventFilter, eventsAhead, eventsWithin, lineOf, listEvents } from './store/lists.ts'
export {
  expectedOf,
  listParticipants,
  organisationsThatCame,
  type Participant,
} from './store/participants.ts'
export { hostsOf, itemsOf, materialsOf, peopleOf } from './store/parts.ts'
export { attendanceOf, registrationById } from './store/registrations.ts'
export {
  dayAndTime,
  eventKindName,
  eventStateName,
  eventTitle,
  placeOf,
  timeOf,
  whenOf,
  whenText,
} from './texts/names.ts'
export type * from './types/invitation.ts'
export type * from './types/question.ts'
export type * from './types/registration.ts'
export type * from './types/results.ts'
export type * from './types.ts'
export { DAY_MODES, EVENT_KINDS } from './types.ts'
export { eventPath } from './views/event.ts'
export { type OfficeEvent, officeEventPage, officePath } from './views/office-page.ts'
