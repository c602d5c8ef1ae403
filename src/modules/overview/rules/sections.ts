/** Which parts a start page has for whom. One person may have several roles: parts are joined, none stands twice. */
import type { Role } from '../../../kernel/actor.ts'

export type MainPart =
  | 'agenda'
  | 'inWork'
  | 'quarters'
  | 'myDone'
  | 'myNext'
  | 'money'
  | 'unpaid'
  | 'year'
  | 'recent'
  | 'health'
export type AsidePart = 'record' | 'mailings' | 'yearDone' | 'moneyBox' | 'staff' | 'journal'

type Parts = { readonly main: readonly MainPart[]; readonly aside: readonly AsidePart[] }

const PARTS: Readonly<Record<Role, Parts>> = {
  coordinator: { main: ['agenda', 'quarters'], aside: ['record', 'mailings', 'yearDone', 'moneyBox'] },
  executor: { main: ['agenda', 'inWork', 'myDone', 'myNext'], aside: ['record', 'yearDone'] },
  fundManager: { main: ['agenda', 'money', 'unpaid', 'quarters'], aside: ['yearDone'] },
  administrator: { main: ['agenda', 'health'], aside: ['staff', 'mailings', 'journal'] },
  viewer: { main: ['year', 'quarters', 'recent'], aside: ['yearDone', 'moneyBox'] },
}

const MAIN_ORDER: readonly MainPart[] = [
  'agenda',
  'inWork',
  'money',
  'unpaid',
  'quarters',
  'year',
  'myDone',
  'recent',
  'myNext',
  'health',
]
const ASIDE_ORDER: readonly AsidePart[] = ['record', 'mailings', 'yearDone', 'moneyBox', 'staff', 'journal']

export function partsFor(roles: readonly Role[]): Parts {
  const main = new Set(roles.flatMap((r) => PARTS[r].main))
  const aside = new Set(roles.flatMap((r) => PARTS[r].aside))
  // The whole picture of the money stands in the middle already.
  if (main.has('money')) aside.delete('moneyBox')
  return {
    main: MAIN_ORDER.filter((p) => main.has(p)),
    aside: ASIDE_ORDER.filter((p) => aside.has(p)),
  }
}
