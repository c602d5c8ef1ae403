/** Reads the words of a command, or says which one is wrong and what would be right. */
import { parseArgs } from 'node:util'
import { type CivilDate, parseCivilDate } from '../kernel/civil-date.ts'
import type { Locale } from '../kernel/texts.ts'
import { type Calendar, calendar, type MartialLaw } from './calendar.ts'
import { TRANSFERS } from './data/transfers.ts'
import { legalTimeTexts } from './explain.ts'
import type { LegalTimeTexts } from './texts/shape.ts'

/** A word of the command is wrong. The message is for the person who typed it. */
export class WrongArguments extends Error {}

export type Words = {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly locale: Locale
  readonly texts: LegalTimeTexts
}

const FLAGS = ['json', 'strict', 'shortened', 'transfers', 'help']
const COMMON = ['week', 'martial-law', 'transfers', 'json', 'lang', 'help']

/** `allowed`: the options of this verb, without dashes; those that every verb has are added. */
export function readWords(args: readonly string[], allowed: readonly string[]): Words {
  const locale = localeOf(args)
  const texts = legalTimeTexts[locale]
  const known = [...allowed, ...COMMON]
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options: optionsOf(known) })
  const values: Record<string, string | boolean> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    if (!known.includes(token.name))
      throw new WrongArguments(
        texts.cli.unknownOption(
          token.rawName,
          known.map((name) => `--${name}`),
        ),
      )
    if (FLAGS.includes(token.name)) {
      if (token.value !== undefined) throw new WrongArguments(texts.cli.takesNoValue(token.rawName))
      values[token.name] = true
    } else {
      // «--from --json»: the next option is no value.
      if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
        throw new WrongArguments(texts.cli.needsValue(token.rawName, rightValue(texts, token.name)))
      values[token.name] = token.value
    }
  }
  return { positionals, values, locale, texts }
}

function optionsOf(known: readonly string[]): Record<string, { type: 'boolean' | 'string' }> {
  return Object.fromEntries(
    known.map((name) => [name, { type: FLAGS.includes(name) ? 'boolean' : 'string' }]),
  )
}

/** The language is needed before anything else can be complained of. */
export function localeOf(args: readonly string[]): Locale {
  const { values } = parseArgs({ args: [...args], strict: false, options: { lang: { type: 'string' } } })
  if (values.lang === undefined || values.lang === 'uk') return 'uk'
  if (values.lang === 'en') return 'en'
  throw new WrongArguments(legalTimeTexts.uk.cli.wrong('--lang', String(values.lang), 'uk, en'))
}

function rightValue(texts: LegalTimeTexts, name: string): string {
  if (name === 'from' || name === 'date') return texts.cli.right.date
  if (name === 'week') return '5, 6'
  if (name === 'martial-law') return 'on, off, by-date'
  if (name === 'lang') return 'uk, en'
  return texts.cli.right.count
}

export function text(words: Words, name: string): string | undefined {
  const value = words.values[name]
  return typeof value === 'string' ? value : undefined
}

export function date(words: Words, name: string): CivilDate {
  const value = text(words, name)
  if (value === undefined)
    throw new WrongArguments(words.texts.cli.missing(`--${name}`, words.texts.cli.right.date))
  return dateFrom(words, name, value)
}

export function dateFrom(words: Words, name: string, value: string): CivilDate {
  const parsed = parseCivilDate(value)
  if (parsed === null)
    throw new WrongArguments(words.texts.cli.wrong(`--${name}`, value, words.texts.cli.right.date))
  return parsed
}

/** Exactly one of the options that name a length of time. */
export function length(
  words: Words,
  names: readonly string[],
): { readonly name: string; readonly count: number } {
  const given = names.filter((name) => words.values[name] !== undefined)
  const [name] = given
  if (name === undefined || given.length > 1) {
    const dashed = (list: readonly string[]) => list.map((one) => `--${one}`)
    throw new WrongArguments(words.texts.cli.oneOf(dashed(names), dashed(given)))
  }
  const value = text(words, name) ?? ''
  const count = Number(value)
  if (!/^\d{1,5}$/.test(value) || count < 1 || count > 10_000)
    throw new WrongArguments(words.texts.cli.wrong(`--${name}`, value, words.texts.cli.right.count))
  return { name, count }
}

export function noMore(words: Words, expected: number): void {
  const extra = words.positionals[expected]
  if (extra !== undefined) throw new WrongArguments(words.texts.cli.extra(extra))
}

export function calendarFrom(words: Words): Calendar {
  const week = text(words, 'week') ?? '5'
  if (week !== '5' && week !== '6') throw new WrongArguments(words.texts.cli.wrong('--week', week, '5, 6'))
  const law = text(words, 'martial-law') ?? 'by-date'
  const martialLaw = MARTIAL_LAW[law]
  if (martialLaw === undefined)
    throw new WrongArguments(words.texts.cli.wrong('--martial-law', law, 'on, off, by-date'))
  return calendar({
    week: week === '5' ? 5 : 6,
    martialLaw,
    transfers: words.values['transfers'] ? TRANSFERS : [],
  })
}

const MARTIAL_LAW: Readonly<Record<string, MartialLaw | undefined>> = {
  on: 'on',
  off: 'off',
  'by-date': 'byDate',
}
