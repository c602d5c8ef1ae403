/** What each kind of event adds to the engine: which panels it has, which measure it serves, what closing wants. */
import type { ClosingNeed, EventKind, Feature } from '../types.ts'

export type KindDescriptor = {
  readonly features: readonly Feature[]
  /** The measure of the programme that such an event serves, by its number in the model programme. */
  readonly measure: string | null
  readonly closing: readonly ClosingNeed[]
}

const MEETING = ['chair', 'questions', 'recommendations'] as const
const FEAST = ['permits', 'stalls', 'volunteers'] as const
const SHOWN = ['counts', 'organisations', 'summary', 'photos'] as const

export const KINDS: Readonly<Record<EventKind, KindDescriptor>> = {
  informationDay: {
    features: ['informationGroup', 'questions'],
    measure: '4.4',
    closing: ['counts', 'summary', 'photos', 'answers'],
  },
  celebration: { features: FEAST, measure: '4.11', closing: SHOWN },
  neighbourhoodDay: { features: [...FEAST, 'questions'], measure: '4.11', closing: SHOWN },
  roundTable: { features: MEETING, measure: '4.15', closing: [...SHOWN, 'recommendations'] },
  conference: {
    features: [...MEETING, 'callForTalks', 'tracks'],
    measure: '4.15',
    closing: [...SHOWN, 'recommendations'],
  },
  seminar: { features: ['chair', 'questions', 'test'], measure: '4.15', closing: SHOWN },
  training: { features: ['chair', 'test'], measure: '4.15', closing: SHOWN },
  discussionClub: { features: MEETING, measure: '4.15', closing: ['counts', 'summary'] },
  partySeminar: {
    features: ['chair', 'questions', 'invitationOfBranches', 'test'],
    measure: '4.16',
    closing: ['counts', 'organisations', 'summary'],
  },
  practicePresentation: {
    features: ['chair', 'callForTalks', 'practiceCards', 'tracks'],
    measure: '4.12',
    closing: SHOWN,
  },
  commemoration: { features: ['ceremony'], measure: '4.20', closing: ['organisations', 'photos'] },
  rally: { features: ['ceremony', 'permits'], measure: '4.20', closing: ['counts', 'organisations'] },
  publicHearing: {
    features: ['chair', 'questions', 'hearing'],
    measure: null,
    closing: ['counts', 'summary'],
  },
  other: { features: ['questions', 'recommendations'], measure: null, closing: ['counts'] },
}

export function hasFeature(kind: EventKind, feature: Feature): boolean {
  return KINDS[kind].features.includes(feature)
}
