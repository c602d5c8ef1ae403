/** What the passport counts, in English. */
import { figure, pluralEn } from '../../../kernel/texts.ts'
import type { OrganisationKind } from '../../organisations/index.ts'
import type { NounKey } from './nouns-uk.ts'

type Pair = readonly [one: string, other: string]

export const KIND_NOUNS_EN: Readonly<Record<OrganisationKind, Pair>> = {
  partyBranch: ['branch of political parties', 'branches of political parties'],
  ngo: ['non-governmental organisation', 'non-governmental organisations'],
  ngoUnion: ['union of non-governmental organisations', 'unions of non-governmental organisations'],
  charity: ['charity', 'charities'],
  religiousCommunity: ['religious community', 'religious communities'],
  tradeUnion: ['trade union', 'trade unions'],
  tradeUnionAssociation: ['association of trade unions', 'associations of trade unions'],
  creativeUnion: ['creative union', 'creative unions'],
  employersOrganisation: ['employers’ organisation', 'employers’ organisations'],
  selfOrganisationBody: ['self-organisation body', 'self-organisation bodies'],
  other: ['other organisation', 'other organisations'],
}

export const NOUNS_EN: Readonly<Record<NounKey, Pair>> = {
  confession: ['confession', 'confessions'],
  person: ['person', 'people'],
  displaced: ['internally displaced person', 'internally displaced persons'],
  settlement: ['settlement', 'settlements'],
  authority: ['public body', 'public bodies'],
  official: ['official', 'officials'],
  deputy: ['councillor', 'councillors'],
  faction: ['faction', 'factions'],
  commission: ['standing commission', 'standing commissions'],
  constituency: ['constituency', 'constituencies'],
  station: ['polling station', 'polling stations'],
  voter: ['voter', 'voters'],
  advisoryBody: ['advisory body', 'advisory bodies'],
  media: ['media outlet', 'media outlets'],
  massEvent: ['public event', 'public events'],
  problem: ['problem', 'problems'],
  memorial: ['memorial place', 'memorial places'],
  cityDay: ['memorable day', 'memorable days'],
  district: ['city district', 'city districts'],
}

export function countedEn(n: number, [one, other]: Pair): string {
  return `${figure('en', n)}\u00a0${pluralEn(n, one, other)}`
}

/** `37 religious communities of 11 confessions`. */
export function religiousEn(communities: number, confessions: number): string {
  const said = countedEn(communities, KIND_NOUNS_EN.religiousCommunity)
  return confessions === 0 ? said : `${said} of ${countedEn(confessions, NOUNS_EN.confession)}`
}
