/** What the site's search finds here: rules by their name and source, acts by number and title. */

import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import type { Locale } from '../../kernel/texts.ts'
import { ACTS } from '../../legal-time/data/acts.ts'
import { cite, legalTimeTexts, ruleName } from '../../legal-time/explain.ts'
import type { Db } from '../../platform/db.ts'
import type { SearchHit } from '../../platform/module.ts'
import { lineOf, RULE_KEYS, selectLines } from './rules/rule-list.ts'
import * as store from './store.ts'
import { texts } from './texts/index.ts'
import { wordsOf } from './views/rules.ts'

export async function searchLaw(
  db: Db,
  text: string,
  locale: Locale,
  limit: number,
): Promise<readonly SearchHit[]> {
  const t = texts[locale]
  const overrides = await store.currentValues(db)
  const today = dayOf(Temporal.Now.instant())
  const filter = { text, verified: null, unit: null, own: false }
  const all = RULE_KEYS.map((key) => lineOf(overrides, key, today))
  const rules = selectLines(all, filter, (line) => wordsOf(locale, line)).map((line) => ({
    path: `/dates/rules/${line.key}`,
    title: ruleName(locale, line.key),
    excerpt: `${legalTimeTexts[locale].value(line.row, line.resolved?.value ?? line.row.value)} (${cite(locale, line.row.source)})${line.resolved ? '' : `, ${t.waiting}`}`,
    kind: t.columns.rule,
  }))
  const wanted = text.toLowerCase()
  const acts = ACTS.filter((a) => `${a.number} ${a.title}`.toLowerCase().includes(wanted)).map((a) => ({
    path: `/dates/acts?q=${encodeURIComponent(a.number)}`,
    title: `${a.number} ${a.title}`,
    excerpt: a.body,
    kind: t.acts.title,
  }))
  return [...rules, ...acts].slice(0, limit)
}
