/**
 * The official sentence of a row, made of its evidence. Always in Ukrainian: it goes into the report to the council.
 */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { dayMonth, figure, pluralUk } from '../../../kernel/texts.ts'
import type { EvidenceKind } from '../../duties/types.ts'
import type { EvidenceFact } from '../types.ts'

type Words = { readonly verb: string; readonly nouns: readonly [string, string, string] }

const KINDS: Readonly<Record<EvidenceKind, Words>> = {
  event: { verb: 'Проведено', nouns: ['захід', 'заходи', 'заходів'] },
  sitting: { verb: 'Проведено', nouns: ['засідання', 'засідання', 'засідань'] },
  survey: { verb: 'Проведено', nouns: ['опитування', 'опитування', 'опитувань'] },
  contest: { verb: 'Проведено', nouns: ['конкурс', 'конкурси', 'конкурсів'] },
  publication: { verb: 'Оприлюднено', nouns: ['матеріал', 'матеріали', 'матеріалів'] },
  document: { verb: 'Підготовлено', nouns: ['документ', 'документи', 'документів'] },
  contract: { verb: 'Укладено', nouns: ['договір', 'договори', 'договорів'] },
  award: { verb: 'Вручено', nouns: ['відзнаку', 'відзнаки', 'відзнак'] },
  other: { verb: 'Виконано', nouns: ['роботу', 'роботи', 'робіт'] },
}

/** At most so many titles are named; the rest is counted. */
const NAMED = 5

/** @returns an empty text when there is no evidence */
export function composeResult(evidence: readonly EvidenceFact[]): string {
  const kinds = [...new Set(evidence.map((e) => e.kind))]
  return kinds
    .map((kind) =>
      sentenceOf(
        kind,
        evidence.filter((e) => e.kind === kind),
      ),
    )
    .join(' ')
}

function sentenceOf(kind: EvidenceKind, facts: readonly EvidenceFact[]): string {
  const ordered = [...facts].sort((a, b) => compareDates(a.from, b.from))
  const { verb, nouns } = KINDS[kind]
  const named = ordered.slice(0, NAMED).map((f) => `${quoted(f.title)} (${when(f)})`)
  const rest = ordered.length - named.length
  const list = `${named.join('; ')}${rest > 0 ? ` та ще ${rest}` : ''}`
  const head =
    ordered.length === 1
      ? `${verb} ${nouns[0]}: ${list}.`
      : `${verb} ${figure('uk', ordered.length)} ${pluralUk(ordered.length, ...nouns)}: ${list}.`
  return [head, attendance(ordered), results(ordered)].filter(Boolean).join(' ')
}

function attendance(facts: readonly EvidenceFact[]): string {
  const people = facts.reduce((n, f) => n + (f.participants ?? 0), 0)
  const organisations = new Set(facts.flatMap((f) => f.organisations)).size
  const parts = [
    people > 0 && `${figure('uk', people)} ${pluralUk(people, 'особа', 'особи', 'осіб')}`,
    organisations > 0 &&
      `${figure('uk', organisations)} ${pluralUk(organisations, 'організація', 'організації', 'організацій')}`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return ''
  const alone = people > 0 ? people : organisations
  const verb = parts.length === 1 && pluralUk(alone, 'x', '', '') === 'x' ? 'взяла' : 'взяли'
  return `Участь ${verb} ${parts.join(' і ')}.`
}

function results(facts: readonly EvidenceFact[]): string {
  const said = [...new Set(facts.flatMap((f) => (f.result ? [sentence(f.result)] : [])))]
  return said.length === 0 ? '' : `${said.length === 1 ? 'Результат' : 'Результати'}: ${said.join(' ')}`
}

function when(fact: {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly place: string | null
}): string {
  const { from, to } = fact
  const days = from.equals(to)
    ? dayMonth('uk', from)
    : from.year === to.year && from.month === to.month
      ? `${from.day}–${dayMonth('uk', to)}`
      : `${dayMonth('uk', from)} – ${dayMonth('uk', to)}`
  return fact.place ? `${days}, ${fact.place}` : days
}

/** Quotation marks inside become the second kind: «… „…“ …». */
function quoted(title: string): string {
  return `«${title
    .trim()
    .replace(/[.\s]+$/, '')
    .replace(/«/g, '„')
    .replace(/»/g, '“')}»`
}

function sentence(text: string): string {
  const t = text.trim().replace(/\s+/g, ' ')
  return /[.!?…]$/.test(t) ? t : `${t}.`
}
