/** What a rule is about: the shelves of the list. */
import type { RuleKey } from '../../../legal-time/data/rules.ts'

export const TOPICS = [
  'decisions',
  'accountability',
  'information',
  'appeals',
  'participation',
  'publicCouncil',
  'selfOrganisation',
  'organisations',
  'contests',
] as const
export type Topic = (typeof TOPICS)[number]

/** The first word of a key: a new one without a shelf does not compile. */
type Stem<Key extends string> = Key extends `${infer First}.${string}` ? First : Key

const SHELF: Readonly<Record<Stem<RuleKey>, Topic>> = {
  session: 'decisions',
  executive: 'decisions',
  conflict: 'decisions',
  mayor: 'accountability',
  deputy: 'accountability',
  programme: 'accountability',
  information: 'information',
  request: 'information',
  openData: 'information',
  personalData: 'information',
  appeal: 'appeals',
  petition: 'appeals',
  procedure: 'appeals',
  hearing: 'participation',
  meeting: 'participation',
  participation: 'participation',
  evaluation: 'participation',
  consultation: 'participation',
  publicCouncil: 'publicCouncil',
  selfOrganisation: 'selfOrganisation',
  ngo: 'organisations',
  party: 'organisations',
  religiousCommunity: 'organisations',
  charity: 'organisations',
  register: 'organisations',
  contest: 'contests',
  award: 'contests',
}

export function topicOf(key: RuleKey): Topic {
  return SHELF[key.split('.')[0] as Stem<RuleKey>]
}
