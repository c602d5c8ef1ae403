/** What a passport says in sentences: figures with their nouns in the right form. */
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Bilingual, figure, longDate } from '../../../kernel/texts.ts'
import type { SectionKey } from '../rules/definitions.ts'
import { electionsOf, rowsIn, sectionIn, sumOf } from '../rules/figures.ts'
import type { KindCount, PassportContent } from '../types.ts'
import { countedEn, KIND_NOUNS_EN, NOUNS_EN, religiousEn } from './nouns-en.ts'
import { countedUk, KIND_NOUNS, NOUNS, type NounKey, religiousUk } from './nouns-uk.ts'

export type Sentences = {
  /** «Станом на 1 січня 2014 року в місті налічується 282 структурні утворення …». */
  readonly headline: (content: PassportContent) => string
  /** Of one section; empty where there is nothing to say. */
  readonly section: (content: PassportContent, key: SectionKey) => string
}

const percent = new Intl.NumberFormat('uk-UA', { maximumFractionDigits: 1 })

function list(parts: readonly string[], and: string): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`
}

function dayOf(iso: string | null): CivilDate | null {
  return iso === null ? null : parseCivilDate(iso)
}

function upper(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('uk'))
}

function stop(text: string): string {
  return text === '' ? '' : `${upper(text)}.`
}

type Words = {
  readonly count: (n: number, noun: NounKey) => string
  readonly kinds: (kinds: readonly KindCount[], confessions: number) => string
  readonly and: string
}

/** «34 депутати, 5 фракцій і 4 постійні комісії»; what is not there is not said. */
function counts(
  content: PassportContent,
  w: Words,
  nouns: readonly (readonly [Parameters<typeof rowsIn>[1], NounKey])[],
) {
  const said = nouns.flatMap(([table, noun]) => {
    const n = rowsIn(content, table).length
    return n === 0 ? [] : [w.count(n, noun)]
  })
  return list(said, w.and)
}

/** Sections that are said by counting rows of their tables. */
const COUNTED: Readonly<
  Partial<Record<SectionKey, readonly (readonly [Parameters<typeof rowsIn>[1], NounKey])[]>>
> = {
  authorities: [
    ['authorities', 'authority'],
    ['officials', 'official'],
  ],
  council: [
    ['deputies', 'deputy'],
    ['factions', 'faction'],
    ['commissions', 'commission'],
  ],
  advisory: [['advisoryBodies', 'advisoryBody']],
  media: [['media', 'media']],
  problems: [['problems', 'problem']],
  calendar: [
    ['cityDays', 'cityDay'],
    ['memorials', 'memorial'],
  ],
}

const wordsUk: Words = {
  and: 'і',
  count: (n, noun) => countedUk(n, NOUNS[noun]),
  kinds: (kinds, confessions) =>
    list(
      kinds.map(({ kind, count }) =>
        kind === 'religiousCommunity' ? religiousUk(count, confessions) : countedUk(count, KIND_NOUNS[kind]),
      ),
      'і',
    ),
}

const wordsEn: Words = {
  and: 'and',
  count: (n, noun) => countedEn(n, NOUNS_EN[noun]),
  kinds: (kinds, confessions) =>
    list(
      kinds.map(({ kind, count }) =>
        kind === 'religiousCommunity'
          ? religiousEn(count, confessions)
          : countedEn(count, KIND_NOUNS_EN[kind]),
      ),
      'and',
    ),
}

function asOfDay(content: PassportContent): CivilDate {
  return dayOf(content.asOf)!
}

const uk: Sentences = {
  headline(content) {
    const said = wordsUk.kinds(content.kinds, content.confessions)
    const day = longDate('uk', asOfDay(content))
    return said === ''
      ? `Станом на ${day} у реєстрі міста немає жодної організації.`
      : `Станом на ${day} в місті налічується ${said}.`
  },
  section(content, key) {
    const counted = COUNTED[key]
    if (counted) return stop(counts(content, wordsUk, counted))
    if (key === 'general') {
      const people = rowsIn(content, 'population')
      const settlements = rowsIn(content, 'territory').length
      const displaced = sumOf(people, 'displaced')
      const residents = countedUk(sumOf(people, 'residents'), NOUNS.person)
      return [
        settlements === 0 ? '' : `У громаді ${countedUk(settlements, NOUNS.settlement)}.`,
        people.length === 0
          ? ''
          : `Населення – ${residents}${displaced === 0 ? '' : `, із них ${countedUk(displaced, NOUNS.displaced)}`}.`,
      ]
        .filter(Boolean)
        .join(' ')
    }
    if (key === 'elections') {
      const latest = electionsOf(content)[0]
      if (!latest) return ''
      const day = dayOf(latest.day)
      const where = [
        countedUk(latest.constituencies, NOUNS.constituency),
        ...(latest.stations > 0 ? [countedUk(latest.stations, NOUNS.station)] : []),
      ]
      const turnout = latest.turnout === null ? '' : `, явка – ${percent.format(latest.turnout)} %`
      return `${latest.name}${day ? `, ${longDate('uk', day)}` : ''}: ${list(where, 'і')}; проголосувало ${figure('uk', latest.turnedOut)} із ${countedUk(latest.voters, NOUNS.voter, 'genitive')}${turnout}.`
    }
    if (key === 'massEvents') {
      const rows = rowsIn(content, 'massEvents')
      return rows.length === 0
        ? ''
        : `За рік перед цією датою проведено ${countedUk(rows.length, NOUNS.massEvent, 'accusative')}.`
    }
    const registry = sectionIn(content, key)?.registry
    if (!registry) return ''
    const said = wordsUk.kinds(registry.kinds, registry.confessions.length)
    if (key !== 'selfOrganisation') return stop(said)
    const districts = registry.districts.filter((d) => d.id !== null && d.count > 0).length
    // Locative: «у 1 районі», «у 21 районі», «у 4 районах».
    const where = districts % 10 === 1 && districts % 100 !== 11 ? 'районі' : 'районах'
    return stop(districts === 0 ? said : `${said} у ${figure('uk', districts)}\u00a0${where} міста`)
  },
}

const en: Sentences = {
  headline(content) {
    const said = wordsEn.kinds(content.kinds, content.confessions)
    const day = longDate('en', asOfDay(content))
    return said === ''
      ? `As of ${day} the city’s registry has no organisation.`
      : `As of ${day} the city has ${said}.`
  },
  section(content, key) {
    const counted = COUNTED[key]
    if (counted) return stop(counts(content, wordsEn, counted))
    if (key === 'general') {
      const people = rowsIn(content, 'population')
      const settlements = rowsIn(content, 'territory').length
      const displaced = sumOf(people, 'displaced')
      return [
        settlements === 0 ? '' : `The community has ${countedEn(settlements, NOUNS_EN.settlement)}.`,
        people.length === 0
          ? ''
          : `Its population is ${countedEn(sumOf(people, 'residents'), NOUNS_EN.person)}${displaced === 0 ? '' : `, among them ${countedEn(displaced, NOUNS_EN.displaced)}`}.`,
      ]
        .filter(Boolean)
        .join(' ')
    }
    if (key === 'elections') {
      const latest = electionsOf(content)[0]
      if (!latest) return ''
      const day = dayOf(latest.day)
      const where = [
        countedEn(latest.constituencies, NOUNS_EN.constituency),
        ...(latest.stations > 0 ? [countedEn(latest.stations, NOUNS_EN.station)] : []),
      ]
      const turnout = latest.turnout === null ? '' : `, a turnout of ${figure('en', latest.turnout)}%`
      return `${latest.name}${day ? `, ${longDate('en', day)}` : ''}: ${list(where, 'and')}; ${figure('en', latest.turnedOut)} of ${countedEn(latest.voters, NOUNS_EN.voter)} took part${turnout}.`
    }
    if (key === 'massEvents') {
      const rows = rowsIn(content, 'massEvents')
      return rows.length === 0
        ? ''
        : `${countedEn(rows.length, NOUNS_EN.massEvent)} in the year before this day.`
    }
    const registry = sectionIn(content, key)?.registry
    if (!registry) return ''
    const said = wordsEn.kinds(registry.kinds, registry.confessions.length)
    if (key !== 'selfOrganisation') return stop(said)
    const districts = registry.districts.filter((d) => d.id !== null && d.count > 0).length
    return stop(districts === 0 ? said : `${said} in ${countedEn(districts, NOUNS_EN.district)}`)
  },
}

export const sentences: Bilingual<Sentences> = { uk, en }
