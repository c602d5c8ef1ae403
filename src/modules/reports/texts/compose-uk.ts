/**
 * The official sentence of a row, made of its evidence. Always in Ukrainian: it goes into the report to the council.
 */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Kopiykas, sum } from '../../../kernel/money.ts'
import { dayMonth, figure, longDate, money, pluralUk } from '../../../kernel/texts.ts'
import type { EvidenceKind } from '../../duties/index.ts'
import type { DutyFact, EvidenceFact } from '../types.ts'
import { type EventNoun, eventNoun } from './nouns-uk.ts'

type Words = { readonly verb: string; readonly noun: EventNoun }

const words = (verb: string, ...forms: [string, string, string]): Words => ({
  verb,
  noun: { forms, inWhich: 'у якому' },
})

const KINDS: Readonly<Record<EvidenceKind, Words>> = {
  event: words('Проведено', 'захід', 'заходи', 'заходів'),
  sitting: words('Проведено', 'засідання', 'засідання', 'засідань'),
  survey: words('Проведено', 'опитування', 'опитування', 'опитувань'),
  contest: words('Проведено', 'конкурс', 'конкурси', 'конкурсів'),
  publication: words('Оприлюднено', 'матеріал', 'матеріали', 'матеріалів'),
  document: words('Підготовлено', 'документ', 'документи', 'документів'),
  contract: words('Укладено', 'договір', 'договори', 'договорів'),
  award: words('Вручено', 'відзнаку', 'відзнаки', 'відзнак'),
  other: words('Виконано', 'роботу', 'роботи', 'робіт'),
}

/** At most so many titles or days are named; the rest is counted. */
const NAMED = 5
const DAYS_NAMED = 12

/** Kinds whose titles tell by their first words what was held. */
const HELD: readonly EvidenceKind[] = ['event', 'sitting', 'survey', 'contest']

/** @returns an empty text when there is no evidence */
export function composeResult(evidence: readonly EvidenceFact[]): string {
  const groups = new Map<string, EvidenceFact[]>()
  for (const fact of [...evidence].sort((a, b) => compareDates(a.from, b.from))) {
    const key = `${fact.kind} ${HELD.includes(fact.kind) ? (eventNoun(fact.title)?.key ?? '') : ''}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()].map(sentencesOf).join(' ')
}

/** What is known of a measure without evidence in the quarter, and how far a series of duties has come. */
export function composeStanding(
  duties: readonly DutyFact[],
  evidence: number,
  quarterEnd: CivilDate,
): string {
  const live = duties.filter((d) => d.state !== 'excused' && d.state !== 'carriedOver')
  if (live.length > 1) {
    const done = live.filter((d) => d.state === 'fulfilled').length
    return `Виконано ${figure('uk', done)} із ${figure('uk', live.length)} ${pluralUk(live.length, 'запланованого', 'запланованих', 'запланованих')} у строки звітного кварталу.`
  }
  const [only] = live
  if (evidence === 0 && only && only.state !== 'fulfilled' && compareDates(only.due, quarterEnd) > 0)
    return `Строк виконання – ${longDate('uk', only.due)}, у звітному кварталі він ще не настав.`
  return ''
}

function sentencesOf(facts: readonly EvidenceFact[]): string {
  const [first] = facts
  if (!first) return ''
  const { verb, noun: plain } = KINDS[first.kind]
  const held = HELD.includes(first.kind) ? eventNoun(first.title) : null
  const noun = held?.noun ?? plain
  const tails = new Set(facts.map((f) => eventNoun(f.title)?.tail ?? f.title))
  const count = facts.length
  const counted = count === 1 ? noun.forms[0] : `${figure('uk', count)} ${pluralUk(count, ...noun.forms)}`
  const head =
    held && tails.size === 1
      ? `${verb} ${counted}${held.tail} (${listed(facts.map(when), facts.some((f) => f.place) ? '; ' : ', ', DAYS_NAMED)})`
      : `${verb} ${counted}: ${listed(
          facts.map((f) => `${quoted(f.title)} (${when(f)})`),
          '; ',
          NAMED,
        )}`
  const who = attendance(facts)
  const where = count === 1 ? noun.inWhich : 'у яких'
  // A list of titles is a sentence of its own; after a mere count the attendance goes on.
  const opening =
    who === null
      ? `${head}.`
      : held && tails.size === 1
        ? `${head}, ${where} ${lower(who)}.`
        : `${head}. ${who}.`
  return [opening, results(facts), cost(facts)].filter(Boolean).join(' ')
}

function listed(items: readonly string[], between: string, most: number): string {
  const rest = items.length - most
  return `${items.slice(0, most).join(between)}${rest > 0 ? ` та ще ${rest}` : ''}`
}

function lower(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1)
}

function attendance(facts: readonly EvidenceFact[]): string | null {
  const people = facts.reduce((n, f) => n + (f.participants ?? 0), 0)
  const organisations = new Set(facts.flatMap((f) => f.organisations)).size
  const parts = [
    people > 0 && `${figure('uk', people)} ${pluralUk(people, 'особа', 'особи', 'осіб')}`,
    organisations > 0 &&
      `${figure('uk', organisations)} ${pluralUk(organisations, 'організація', 'організації', 'організацій')}`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  const alone = people > 0 ? people : organisations
  const one = parts.length === 1 && pluralUk(alone, 'one', '', '') === 'one'
  return `${one ? 'Взяла' : 'Взяли'} участь ${parts.join(' і ')}`
}

function results(facts: readonly EvidenceFact[]): string {
  const said = [...new Set(facts.flatMap((f) => (f.result ? [sentence(f.result)] : [])))]
  return said.length === 0 ? '' : `${said.length === 1 ? 'Результат' : 'Результати'}: ${said.join(' ')}`
}

function cost(facts: readonly EvidenceFact[]): string {
  const total: Kopiykas = sum(facts.flatMap((f) => (f.cost === null ? [] : [f.cost])))
  return total === 0 ? '' : `Витрати: ${money('uk', total)}.`
}

function when(fact: Pick<EvidenceFact, 'from' | 'to' | 'place'>): string {
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
