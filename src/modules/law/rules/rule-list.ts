/** The rules of law as one list: each with what counts on a day. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { LEGAL_RULES, type RuleKey } from '../../../legal-time/data/rules.ts'
import type { LegalRule, RuleOverride, RuleUnit } from '../../../legal-time/rule.ts'
import { type ResolvedRule, resolveRule } from '../../../legal-time/rules.ts'
import type { Verified } from '../../../legal-time/source.ts'
import { type Topic, topicOf } from './topic.ts'

export type RuleLine = {
  readonly key: RuleKey
  readonly topic: Topic
  /** What counts on the day; null where no row is in force, and then `row` waits for its day or has lost it. */
  readonly resolved: ResolvedRule | null
  readonly row: LegalRule
}

export const RULE_KEYS: readonly RuleKey[] = [...new Set(LEGAL_RULES.map((rule) => rule.key))]

export function lineOf(overrides: readonly RuleOverride[], key: RuleKey, date: CivilDate): RuleLine {
  const resolved = resolveRule(LEGAL_RULES, overrides, key, date)
  const topic = topicOf(key)
  if (!isRefusal(resolved)) return { key, topic, resolved, row: resolved.rule }
  return { key, topic, resolved: null, row: rowsOf(key)[0]! }
}

/** Every wording, the latest first. */
export function rowsOf(key: RuleKey): readonly LegalRule[] {
  return LEGAL_RULES.filter((rule) => rule.key === key).sort((a, b) =>
    (b.inForceFrom ?? '9999').localeCompare(a.inForceFrom ?? '9999'),
  )
}

export type RuleFilter = {
  /** Looked for in the name, the key and the citation. */
  readonly text: string
  readonly verified: Verified | null
  readonly unit: RuleUnit | null
  /** Only those for which the city has its own value on the day. */
  readonly own: boolean
}

/** @param wordsOf what is said of a line: its name and its source, as the reader sees them */
export function selectLines(
  lines: readonly RuleLine[],
  filter: RuleFilter,
  wordsOf: (line: RuleLine) => string,
): readonly RuleLine[] {
  const wanted = plain(filter.text).split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    if (filter.verified !== null && line.row.source.verified !== filter.verified) return false
    if (filter.unit !== null && line.row.unit !== filter.unit) return false
    if (filter.own && !line.resolved?.overriddenBy) return false
    const said = plain(`${wordsOf(line)} ${line.key}`)
    return wanted.every((word) => said.includes(word))
  })
}

/** The apostrophe is typed in many ways. */
function plain(text: string): string {
  return text.toLowerCase().replace(/['’ʼ`]/g, '’')
}
