/** The same facts in English, for the interface only: the official text is Ukrainian. */
import { compareDates } from '../../../kernel/civil-date.ts'
import { dayMonth, figure, pluralEn } from '../../../kernel/texts.ts'
import type { EvidenceKind } from '../../duties/index.ts'
import type { EvidenceFact } from '../types.ts'

const KINDS: Readonly<Record<EvidenceKind, readonly [string, string]>> = {
  event: ['event', 'events'],
  sitting: ['sitting', 'sittings'],
  survey: ['survey', 'surveys'],
  contest: ['contest', 'contests'],
  publication: ['publication', 'publications'],
  document: ['document', 'documents'],
  contract: ['contract', 'contracts'],
  award: ['award', 'awards'],
  other: ['piece of work', 'pieces of work'],
}

export function composeResultEn(
  evidence: readonly Pick<EvidenceFact, 'kind' | 'from' | 'participants' | 'organisations'>[],
): string {
  const ordered = [...evidence].sort((a, b) => compareDates(a.from, b.from))
  const kinds = [...new Set(ordered.map((e) => e.kind))]
  const counted = kinds.map((kind) => {
    const facts = ordered.filter((e) => e.kind === kind)
    const days = [...new Set(facts.map((f) => dayMonth('en', f.from)))].join(', ')
    return `${facts.length} ${pluralEn(facts.length, ...KINDS[kind])} (${days})`
  })
  if (counted.length === 0) return ''
  const people = ordered.reduce((n, e) => n + (e.participants ?? 0), 0)
  const organisations = new Set(ordered.flatMap((e) => e.organisations)).size
  const who = [
    people > 0 && `${figure('en', people)} ${pluralEn(people, 'person', 'people')}`,
    organisations > 0 &&
      `${figure('en', organisations)} ${pluralEn(organisations, 'organisation', 'organisations')}`,
  ].filter((part) => part !== false)
  return `${counted.join('; ')}.${who.length > 0 ? ` ${who.join(' and ')} took part.` : ''}`
}
