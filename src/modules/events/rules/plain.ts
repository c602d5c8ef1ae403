/** An event and a day of it of which nothing more is said: what programs write starts here. */
import type { EventDayInput, EventInput } from '../types.ts'

export const PLAIN_EVENT = {
  titleEn: null,
  purpose: null,
  purposeEn: null,
  unitId: null,
  seriesId: null,
  measures: [],
  basisNumber: null,
  basisDate: null,
  safety: null,
  shelter: null,
  languages: ['uk'],
  accessibility: null,
  budget: null,
  photoConsent: false,
  participation: 'open',
  seats: null,
  seatsPerOrganisation: null,
  registrationUntil: null,
  registrationQuestions: [],
  questionsOpen: false,
  feedbackOpen: false,
} as const satisfies Omit<EventInput, 'kind' | 'title' | 'days'>

export const PLAIN_DAY = {
  id: null,
  starts: null,
  ends: null,
  title: null,
  mode: 'onSite',
  address: null,
  districtId: null,
  latitude: null,
  longitude: null,
  link: null,
} as const satisfies Omit<EventDayInput, 'day' | 'place'>
