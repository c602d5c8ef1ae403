/** `viche legal-time …`: terms, years and rules for people and scripts. */
import type { CivilDate } from '../kernel/civil-date.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  calendarFrom,
  date,
  dateFrom,
  length,
  localeOf,
  noMore,
  readWords,
  text,
  type Words,
  WrongArguments,
} from './cli-options.ts'
import { isRuleKey, LEGAL_RULES, type RuleKey } from './data/rules.ts'
import { cite, legalTimeTexts, ruleName, ruleNotInForce, ruleSentence, sentence } from './explain.ts'
import type { RuleOverride } from './rule.ts'
import { type ResolvedRule, resolveRule } from './rules.ts'
import type { Source } from './source.ts'
import {
  calendarDaysAfter,
  calendarDaysBefore,
  type Due,
  monthsAfter,
  workingDaysAfter,
  workingDaysBefore,
  yearsAfter,
} from './terms.ts'
import { yearOfWork } from './year.ts'

export type CommandIo = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void }

/** What a verb answers: lines for a person and an object for `--json`. */
type Answer = { readonly text: string; readonly json: unknown }

const VERBS: Readonly<
  Record<
    string,
    {
      readonly options: readonly string[]
      readonly run: (words: Words, today: CivilDate, overrides: readonly RuleOverride[]) => Answer
    }
  >
> = {
  due: { options: ['from', 'working-days', 'calendar-days', 'months', 'years'], run: dueVerb },
  before: { options: ['date', 'working-days', 'calendar-days', 'strict'], run: beforeVerb },
  year: { options: ['shortened'], run: yearVerb },
  explain: { options: ['date'], run: explainVerb },
  rules: { options: ['date'], run: rulesVerb },
}

/**
 * @param args the words after `legal-time`
 * @param overrides the city's own values, none where there is no database
 * @returns exit code: 0 done, 1 the rule isn't in force on that day, 2 wrong arguments
 */
export function legalTimeCommand(
  args: readonly string[],
  io: CommandIo,
  today: CivilDate,
  overrides: readonly RuleOverride[] = [],
): number {
  try {
    const [name, ...rest] = args
    const texts = legalTimeTexts[localeOf(args)]
    if (name === '--help' || name === 'help' || rest.includes('--help')) {
      io.stdout(texts.cli.usage)
      return 0
    }
    const verb = name === undefined || !Object.hasOwn(VERBS, name) ? undefined : VERBS[name]
    if (verb === undefined) throw new WrongArguments(texts.cli.noVerb(name, Object.keys(VERBS)))
    const words = readWords(rest, verb.options)
    const answer = verb.run(words, today, overrides)
    io.stdout(`${words.values['json'] ? JSON.stringify(answer.json, null, 2) : answer.text}\n`)
    return 0
  } catch (error) {
    if (error instanceof WrongArguments || error instanceof NotInForce) {
      io.stderr(`${error.message}\n`)
      return error instanceof NotInForce ? 1 : 2
    }
    throw error
  }
}

class NotInForce extends Error {}

function dueVerb(words: Words): Answer {
  noMore(words, 0)
  const from = date(words, 'from')
  const { name, count } = length(words, ['working-days', 'calendar-days', 'months', 'years'])
  const calendar = calendarFrom(words)
  if (name === 'working-days') return dueAnswer(words, workingDaysAfter(calendar, from, count))
  if (name === 'calendar-days') return dueAnswer(words, calendarDaysAfter(calendar, from, count))
  if (name === 'months') return dueAnswer(words, monthsAfter(calendar, from, count))
  return dueAnswer(words, yearsAfter(calendar, from, count))
}

function beforeVerb(words: Words): Answer {
  noMore(words, 0)
  const event = date(words, 'date')
  const { name, count } = length(words, ['working-days', 'calendar-days'])
  const calendar = calendarFrom(words)
  const strict = words.values['strict'] === true
  if (name === 'working-days') return dueAnswer(words, workingDaysBefore(calendar, event, count, { strict }))
  if (strict) throw new WrongArguments(words.texts.cli.wrong('--strict', '--calendar-days', '--working-days'))
  return dueAnswer(words, calendarDaysBefore(calendar, event, count))
}

function dueAnswer(words: Words, due: Due): Answer {
  const explanation = sentence(words.locale, due.explanation)
  return {
    text: explanation,
    json: { date: due.date.toString(), explanation, sources: due.sources.map((s) => sourceJson(words, s)) },
  }
}

function sourceJson(words: Words, source: Source): unknown {
  return { citation: cite(words.locale, source), ...source }
}

function yearVerb(words: Words): Answer {
  noMore(words, 1)
  const [typed] = words.positionals
  const right = words.texts.cli.right.year
  if (typed === undefined) throw new WrongArguments(words.texts.cli.missing('year', right))
  const number = Number(typed)
  if (!/^\d{4}$/.test(typed) || number < 1992 || number > 2100)
    throw new WrongArguments(words.texts.cli.wrong('year', typed, right))
  const year = yearOfWork(calendarFrom(words), number)
  const shortened = words.values['shortened'] ? { shortened: year.shortened.map(String) } : {}
  return {
    text: words.texts.year(year),
    json: { year: year.year, workingDays: year.workingDays, total: year.total, ...shortened },
  }
}

function explainVerb(words: Words, today: CivilDate, overrides: readonly RuleOverride[]): Answer {
  noMore(words, 1)
  const [key] = words.positionals
  if (key === undefined)
    throw new WrongArguments(words.texts.cli.missing('explain', words.texts.cli.right.rule))
  if (!isRuleKey(key)) throw new WrongArguments(words.texts.cli.unknownRule(key, nearKeys(key)))
  const day = dayOrToday(words, today)
  const resolved = resolveRule(LEGAL_RULES, overrides, key, day)
  if (isRefusal(resolved)) throw new NotInForce(ruleNotInForce(words.locale, key, day))
  return { text: ruleSentence(words.locale, key, resolved), json: ruleJson(words, key, resolved, day) }
}

function rulesVerb(words: Words, today: CivilDate, overrides: readonly RuleOverride[]): Answer {
  noMore(words, 0)
  const day = dayOrToday(words, today)
  const keys = [...new Set(LEGAL_RULES.map((rule) => rule.key))]
  const inForce = keys.flatMap((key) => {
    const resolved = resolveRule(LEGAL_RULES, overrides, key, day)
    return isRefusal(resolved) ? [] : [{ key, resolved }]
  })
  return {
    text: inForce
      .map(({ key, resolved }) => `${key}\n  ${ruleSentence(words.locale, key, resolved)}`)
      .join('\n'),
    json: inForce.map(({ key, resolved }) => ruleJson(words, key, resolved, day)),
  }
}

function dayOrToday(words: Words, today: CivilDate): CivilDate {
  const typed = text(words, 'date')
  return typed === undefined ? today : dateFrom(words, 'date', typed)
}

function ruleJson(words: Words, key: RuleKey, resolved: ResolvedRule, day: CivilDate): unknown {
  const { rule, value, overriddenBy } = resolved
  return {
    key,
    name: ruleName(words.locale, key),
    date: day.toString(),
    value,
    unit: rule.unit,
    bound: rule.bound,
    explanation: ruleSentence(words.locale, key, resolved),
    sources: [sourceJson(words, rule.source)],
    inForce: { from: rule.inForceFrom, to: rule.inForceTo },
    verified: rule.source.verified,
    overridable: rule.overridable,
    overridden: overriddenBy && { lawValue: rule.value, ...overriddenBy },
  }
}

/** Keys that share a word with what was typed. */
function nearKeys(typed: string): readonly string[] {
  const words = typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((w) => w.length > 2)
  const keys = [...new Set(LEGAL_RULES.map((rule) => rule.key))]
  return keys.filter((key) => words.some((w) => key.toLowerCase().includes(w))).slice(0, 5)
}
