/**
 * The official sentence of a row, made of its evidence. Always in Ukrainian: it goes into the report to the council.
 */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Kopiykas, sum } from '../../../kernel/money.ts'
import { dayMonth, figure, longDate, money, pluralUk } from '../../../kernel/texts.ts'
import type { EvidenceKind } from '../../duties/index.ts'
import type { DutyFact, EvidenceFact } from '../types.ts'
import { type EventNoun, eventNoun, type NamedWork, type NounUse } from './nouns-uk.ts'
import { unstopped, upperFirst } from './official-uk.ts'
import { asSentence, leadingVerb, lowerFirst, placeInside, quoted, tellsByVerb } from './sentences-uk.ts'

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
  other: { verb: 'Виконано', noun: { forms: ['роботу', 'роботи', 'робіт'], inWhich: 'у якій' } },
}

/** At most so many titles or days are named; the rest is counted. */
const NAMED = 5
const DAYS_NAMED = 12

/** Kinds whose titles tell by their first words what was done. */
const USES: Readonly<Partial<Record<EvidenceKind, NounUse>>> = {
  event: 'held',
  sitting: 'held',
  survey: 'held',
  contest: 'held',
  other: 'held',
  publication: 'written',
  document: 'written',
  award: 'given',
}

/** @returns an empty text when there is no evidence */
export function composeResult(evidence: readonly EvidenceFact[]): string {
  const groups = new Map<string, EvidenceFact[]>()
  for (const fact of [...evidence].sort((a, b) => compareDates(a.from, b.from))) {
    const work = workOf(fact)
    // What is no number of things stands alone, and so does what is a sentence already.
    const name =
      work === null ? (leadingVerb(fact.title) ? fact.title : '') : work.countable ? work.key : fact.title
    const key = `${fact.kind} ${fact.paid} ${name}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()].map(sentencesOf).join(' ')
}

function workOf(fact: EvidenceFact): NamedWork | null {
  const use = USES[fact.kind]
  if (!use) return null
  const typed = leadingVerb(fact.title)
  // «Провели» is said once, whether the title says it or not.
  return typed && typed.verb !== verbOf(fact.kind, true).toLocaleLowerCase('uk')
    ? null
    : eventNoun(typed?.rest ?? fact.title, use)
}

function verbOf(kind: EvidenceKind, known: boolean): string {
  return known && kind === 'other' ? 'Проведено' : KINDS[kind].verb
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
    if (done === live.length) return ''
    return done === 0
      ? `Жодної з ${figure('uk', live.length)} запланованих на звітний квартал робіт не виконано.`
      : `Із ${figure('uk', live.length)} запланованих на звітний квартал робіт виконано ${figure('uk', done)}.`
  }
  const [only] = live
  if (evidence === 0 && only && only.state !== 'fulfilled' && compareDates(only.due, quarterEnd) > 0)
    return `Строк виконання – ${longDate('uk', only.due)}, у звітному кварталі він ще не настав.`
  return ''
}

function sentencesOf(facts: readonly EvidenceFact[]): string {
  const [first] = facts
  if (!first) return ''
  if (first.paid) return [payments(facts), results(facts)].filter(Boolean).join(' ')
  const work = workOf(first)
  const noun = work?.noun ?? KINDS[first.kind].noun
  const told = work === null && leadingVerb(first.title) !== null
  const count = facts.length
  const counted =
    count === 1 || work?.countable === false
      ? noun.forms[0]
      : `${figure('uk', count)} ${pluralUk(count, ...noun.forms)}`
  const tails = facts.map((f) => workOf(f)?.tail ?? '')
  const oneName = work !== null && new Set(tails).size === 1
  const days = () => listed(facts.map(when), facts.some((f) => f.place) ? '; ' : ', ', DAYS_NAMED)
  const what = told
    ? `${upperFirst(unstopped(first.title.trim()))} (${days()})`
    : `${verbOf(first.kind, work !== null)} ${
        oneName
          ? `${counted}${work.tail} (${days()})`
          : count === 1
            ? `${counted} ${quoted(first.title)} (${when(first)})`
            : `${counted}: ${listed(named(facts, tails), '; ', NAMED)}`
      }`
  const who = attendance(facts)
  const where = count === 1 ? noun.inWhich : 'у яких'
  // After a list, and of what is no gathering, the attendance is a sentence of its own.
  const goesOn = !told && USES[first.kind] === 'held' && (oneName || count === 1)
  const opening =
    who === null ? `${what}.` : goesOn ? `${what}, ${where} ${who}.` : `${what}. ${upperFirst(who)}.`
  return [opening, results(facts), cost(facts)].filter(Boolean).join(' ')
}

/** The noun has been said: each is told by the rest of its title, where all have one. */
function named(facts: readonly EvidenceFact[], tails: readonly string[]): readonly string[] {
  const rest = tails.map((tail) => tail.replace(/^\s*[:,–-]?\s+/, ''))
  const whole = rest.some((tail) => tail === '')
  return facts.map((f, i) => `${whole ? quoted(f.title) : rest[i]} (${when(f)})`)
}

/** What was paid by contracts: the sum and the payee are the result. */
function payments(facts: readonly EvidenceFact[]): string {
  return `Здійснено видатки: ${listed(
    facts.map((f) => `${quoted(f.title)} (${when(f)})`),
    '; ',
    NAMED,
  )}.`
}

function listed(items: readonly string[], between: string, most: number): string {
  const rest = items.length - most
  return `${items.slice(0, most).join(between)}${rest > 0 ? ` та ще ${rest}` : ''}`
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
  return `${one ? 'взяла' : 'взяли'} участь ${parts.join(' і ')}`
}

/** A result that is a sentence stands by itself; a mere thing is introduced. */
function results(facts: readonly EvidenceFact[]): string {
  const said = [...new Set(facts.flatMap((f) => (f.result ? [asSentence(f.result)] : [])))]
  return said.map((text) => (tellsByVerb(text) ? text : `Результат: ${lowerFirst(text)}`)).join(' ')
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
  return fact.place ? `${days}, ${placeInside(fact.place)}` : days
}
