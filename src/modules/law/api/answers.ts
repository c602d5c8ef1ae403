/** What the API says of a date, a year, a rule; the fields are those of `viche legal-time … --json`. */
import { z } from 'zod'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { isRuleKey, type RuleKey } from '../../../legal-time/data/rules.ts'
import { cite, ruleName, ruleSentence, sentence } from '../../../legal-time/explain.ts'
import type { ResolvedRule } from '../../../legal-time/rules.ts'
import type { Source } from '../../../legal-time/source.ts'
import type { Due } from '../../../legal-time/terms.ts'

const isoDay = z.iso.date()

const source = z.strictObject({
  citation: z.string(),
  act: z.string(),
  article: z.string(),
  url: z.string(),
  verified: z.enum(['L', 'L-old', 'P', 'C', 'M']),
})

export const dueShape = z.strictObject({ date: isoDay, explanation: z.string(), sources: z.array(source) })

export const yearShape = z.strictObject({
  year: z.int(),
  workingDays: z.array(z.int()).length(12),
  total: z.int(),
  shortened: z.array(isoDay).optional(),
})

export const ruleShape = z.strictObject({
  key: z.string(),
  name: z.string(),
  date: isoDay,
  value: z.number(),
  unit: z.string(),
  bound: z.string(),
  explanation: z.string(),
  sources: z.array(source),
  inForce: z.strictObject({ from: isoDay.nullable(), to: isoDay.nullable() }),
  verified: source.shape.verified,
  overridable: z.enum(['never', 'stricter', 'freely']),
  /** The city's own value, its reason and decision; null where the law's counts. */
  overridden: z
    .strictObject({
      lawValue: z.number(),
      key: z.string(),
      value: z.number(),
      reason: z.string(),
      decision: z.string().nullable(),
      from: isoDay,
      to: isoDay.nullable(),
    })
    .nullable(),
})

export function sourceAnswer(locale: Locale, s: Source): z.infer<typeof source> {
  return { citation: cite(locale, s), act: s.act, article: s.article, url: s.url, verified: s.verified }
}

export function dueAnswer(locale: Locale, due: Due): z.infer<typeof dueShape> {
  return {
    date: due.date.toString(),
    explanation: sentence(locale, due.explanation),
    sources: due.sources.map((s) => sourceAnswer(locale, s)),
  }
}

/** Who of the staff set the city's value is not for the public. */
export function ruleAnswer(
  locale: Locale,
  key: RuleKey,
  resolved: ResolvedRule,
  date: CivilDate,
): z.infer<typeof ruleShape> {
  const { rule, value, overriddenBy: own } = resolved
  return {
    key,
    name: ruleName(locale, key),
    date: date.toString(),
    value,
    unit: rule.unit,
    bound: rule.bound,
    explanation: ruleSentence(locale, key, resolved),
    sources: [sourceAnswer(locale, rule.source)],
    inForce: { from: rule.inForceFrom, to: rule.inForceTo },
    verified: rule.source.verified,
    overridable: rule.overridable,
    overridden: own && {
      lawValue: rule.value,
      key: own.key,
      value: own.value,
      reason: own.reason,
      decision: own.decision,
      from: own.from,
      to: own.to,
    },
  }
}

export function ruleKey(text: string | undefined): RuleKey | null {
  return text !== undefined && isRuleKey(text) ? text : null
}
