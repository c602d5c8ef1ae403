/** What the passport counts, declined with its adjectives. */
import { figure } from '../../../kernel/texts.ts'
import type { OrganisationKind } from '../../organisations/index.ts'
import { agreeing, type Case, type Counted } from '../rules/agreement.ts'

const noun = (
  one: string,
  few: string,
  many: string,
  more: Pick<Counted, 'accusative' | 'genitive'> = {},
): Counted => ({ one, few, many, ...more })

export const KIND_NOUNS: Readonly<Record<OrganisationKind, Counted>> = {
  partyBranch: noun(
    'структурне утворення політичних партій',
    'структурні утворення політичних партій',
    'структурних утворень політичних партій',
    { genitive: 'структурного утворення політичних партій' },
  ),
  ngo: noun('громадська організація', 'громадські організації', 'громадських організацій', {
    accusative: 'громадську організацію',
    genitive: 'громадської організації',
  }),
  ngoUnion: noun('громадська спілка', 'громадські спілки', 'громадських спілок', {
    accusative: 'громадську спілку',
    genitive: 'громадської спілки',
  }),
  charity: noun('благодійна організація', 'благодійні організації', 'благодійних організацій', {
    accusative: 'благодійну організацію',
    genitive: 'благодійної організації',
  }),
  religiousCommunity: noun('релігійна громада', 'релігійні громади', 'релігійних громад', {
    accusative: 'релігійну громаду',
    genitive: 'релігійної громади',
  }),
  tradeUnion: noun('професійна спілка', 'професійні спілки', 'професійних спілок', {
    accusative: 'професійну спілку',
    genitive: 'професійної спілки',
  }),
  tradeUnionAssociation: noun(
    'об’єднання професійних спілок',
    'об’єднання професійних спілок',
    'об’єднань професійних спілок',
  ),
  creativeUnion: noun('творча спілка', 'творчі спілки', 'творчих спілок', {
    accusative: 'творчу спілку',
    genitive: 'творчої спілки',
  }),
  employersOrganisation: noun(
    'організація роботодавців',
    'організації роботодавців',
    'організацій роботодавців',
    { accusative: 'організацію роботодавців', genitive: 'організації роботодавців' },
  ),
  selfOrganisationBody: noun(
    'орган самоорганізації населення',
    'органи самоорганізації населення',
    'органів самоорганізації населення',
    { genitive: 'органу самоорганізації населення' },
  ),
  other: noun('інша організація', 'інші організації', 'інших організацій', {
    accusative: 'іншу організацію',
    genitive: 'іншої організації',
  }),
}

export const NOUNS = {
  confession: noun('конфесія', 'конфесії', 'конфесій', { accusative: 'конфесію', genitive: 'конфесії' }),
  person: noun('особа', 'особи', 'осіб', { accusative: 'особу', genitive: 'особи' }),
  displaced: noun(
    'внутрішньо переміщена особа',
    'внутрішньо переміщені особи',
    'внутрішньо переміщених осіб',
    { accusative: 'внутрішньо переміщену особу', genitive: 'внутрішньо переміщеної особи' },
  ),
  settlement: noun('населений пункт', 'населені пункти', 'населених пунктів', {
    genitive: 'населеного пункту',
  }),
  authority: noun('орган влади', 'органи влади', 'органів влади', { genitive: 'органу влади' }),
  official: noun('посадова особа', 'посадові особи', 'посадових осіб', {
    accusative: 'посадову особу',
    genitive: 'посадової особи',
  }),
  deputy: noun('депутат', 'депутати', 'депутатів', { accusative: 'депутата', genitive: 'депутата' }),
  faction: noun('фракція', 'фракції', 'фракцій', { accusative: 'фракцію', genitive: 'фракції' }),
  commission: noun('постійна комісія', 'постійні комісії', 'постійних комісій', {
    accusative: 'постійну комісію',
    genitive: 'постійної комісії',
  }),
  constituency: noun('виборчий округ', 'виборчі округи', 'виборчих округів', {
    genitive: 'виборчого округу',
  }),
  station: noun('виборча дільниця', 'виборчі дільниці', 'виборчих дільниць', {
    accusative: 'виборчу дільницю',
    genitive: 'виборчої дільниці',
  }),
  voter: noun('виборець', 'виборці', 'виборців', { accusative: 'виборця', genitive: 'виборця' }),
  advisoryBody: noun(
    'консультативно-дорадчий орган',
    'консультативно-дорадчі органи',
    'консультативно-дорадчих органів',
    { genitive: 'консультативно-дорадчого органу' },
  ),
  media: noun('медіа', 'медіа', 'медіа'),
  massEvent: noun('масовий захід', 'масові заходи', 'масових заходів', { genitive: 'масового заходу' }),
  problem: noun('проблемне питання', 'проблемні питання', 'проблемних питань', {
    genitive: 'проблемного питання',
  }),
  memorial: noun('пам’ятне місце', 'пам’ятні місця', 'пам’ятних місць', { genitive: 'пам’ятного місця' }),
  cityDay: noun('пам’ятна дата', 'пам’ятні дати', 'пам’ятних дат', {
    accusative: 'пам’ятну дату',
    genitive: 'пам’ятної дати',
  }),
  district: noun('район міста', 'райони міста', 'районів міста', { genitive: 'району міста' }),
} as const satisfies Readonly<Record<string, Counted>>
export type NounKey = keyof typeof NOUNS

/** A plain space that does not break: a figure and its noun stay on one line. */
const JOINT = '\u00a0'

export function countedUk(n: number, words: Counted, inCase: Case = 'nominative'): string {
  return `${figure('uk', n)}${JOINT}${agreeing(n, words, inCase)}`
}

/** «37 релігійних громад 11 конфесій»; without the number of confessions where none is known. */
export function religiousUk(communities: number, confessions: number, inCase: Case = 'nominative'): string {
  const said = countedUk(communities, KIND_NOUNS.religiousCommunity, inCase)
  return confessions === 0 ? said : `${said} ${countedUk(confessions, NOUNS.confession, 'genitive')}`
}
