/** The rules of law by which dates and decisions are checked here, as a data set: one row for each wording. */

import { LEGAL_RULES } from '../../legal-time/data/rules.ts'
import { cite, ruleName } from '../../legal-time/explain.ts'
import { isoDate } from '../../legal-time/holidays.ts'
import type { LegalRule } from '../../legal-time/rule.ts'
import { findRule } from '../../legal-time/rules.ts'
import { dataColumn } from '../../platform/data-column.ts'
import type { Db } from '../../platform/db.ts'
import type { DataSet } from '../../platform/module.ts'
import { ruleKey } from './api/answers.ts'
import { topicOf } from './rules/topic.ts'
import { currentValues } from './store.ts'
import { texts } from './texts/index.ts'

type RuleRow = Readonly<Record<(typeof COLUMNS)[number]['key'], string | number | null>>

const COLUMNS = [
  dataColumn(
    'key',
    'string',
    ['Ключ', 'Стала назва правила для програм'],
    ['Key', 'Stable name of the rule for programs'],
    { required: true },
  ),
  dataColumn('name', 'string', ['Назва', 'Про що правило'], ['Name', 'What the rule is about'], {
    required: true,
  }),
  dataColumn(
    'nameEn',
    'string',
    ['Назва англійською', 'Про що правило, англійською'],
    ['Name in English', 'What the rule is about, in English'],
    { required: true },
  ),
  dataColumn(
    'topic',
    'string',
    ['Розділ', 'Сфера, до якої належить правило'],
    ['Topic', 'What the rule belongs to'],
    { required: true },
  ),
  dataColumn(
    'setBy',
    'string',
    ['Ким встановлено', 'law – законом чи іншим актом, city – рішенням міста'],
    ['Set by', 'law: by law or another act; city: by the city’s own decision'],
    { required: true, values: ['law', 'city'] },
  ),
  dataColumn(
    'value',
    'number',
    ['Значення', 'Число в одиницях правила; частка – десятковим дробом'],
    ['Value', 'A number in the rule’s unit; a share as a decimal fraction'],
    { required: true },
  ),
  dataColumn(
    'unit',
    'string',
    ['Одиниця', 'Що рахує значення: робочі дні, календарні дні, місяці, частка'],
    ['Unit', 'What the value counts: working days, calendar days, months, share'],
    { required: true },
  ),
  dataColumn(
    'bound',
    'string',
    [
      'Межа',
      'within – не пізніше після події, before – не пізніше до події, from – не раніше, by – до дня; решта порівнює число',
    ],
    [
      'Bound',
      'within: not later than after the event; before: not later than before it; from: not sooner; by: not later than the day; the rest compare a figure',
    ],
    { required: true },
  ),
  dataColumn(
    'act',
    'string',
    ['Акт', 'Номер акта, яким встановлено правило'],
    ['Act', 'Number of the act that sets the rule'],
    { required: true },
  ),
  dataColumn(
    'citation',
    'string',
    ['Джерело', 'Стаття і акт, як їх цитують'],
    ['Source', 'Article and act as they are cited'],
    { required: true },
  ),
  dataColumn(
    'url',
    'string',
    ['Адреса', 'Офіційна адреса тексту акта'],
    ['Address', 'Official address of the text'],
  ),
  dataColumn(
    'verified',
    'string',
    [
      'Як звірено',
      'L – з чинним текстом, L-old – зі старішою редакцією, P – за публікаціями, C – за відкритим кодом, M – не звірено',
    ],
    [
      'Checked',
      'L: text in force; L-old: an older wording; P: publications; C: public code; M: not verified',
    ],
    { required: true, values: ['L', 'L-old', 'P', 'C', 'M'] },
  ),
  dataColumn(
    'inForceFrom',
    'date',
    ['Діє з', 'Перший день; порожньо – акт чекає на чинність'],
    ['In force from', 'First day; empty while the act waits to come into force'],
  ),
  dataColumn(
    'inForceTo',
    'date',
    ['Діє до', 'Останній день; порожньо – діє далі'],
    ['In force to', 'Last day; empty while it is in force'],
  ),
  dataColumn(
    'overridable',
    'string',
    ['Чи може місто змінити', 'never – ні, stricter – лише суворіше, freely – може'],
    ['May the city change it', 'never; stricter: only to the stricter side; freely'],
    { required: true, values: ['never', 'stricter', 'freely'] },
  ),
  dataColumn(
    'decision',
    'string',
    ['Рішення міста', 'Рішення, яким місто встановило своє значення'],
    ['Decision of the city', 'The decision that set the city’s own value'],
  ),
  dataColumn(
    'reason',
    'string',
    ['Підстава', 'Чому місто рахує інакше'],
    ['Grounds', 'Why the city counts otherwise'],
  ),
] as const

function lawRow(rule: LegalRule): RuleRow {
  const key = ruleKey(rule.key)
  if (key === null) throw new Error(`no such rule: ${rule.key}`)
  return {
    key,
    name: ruleName('uk', key),
    nameEn: ruleName('en', key),
    topic: texts.uk.list.topics[topicOf(key)],
    setBy: 'law',
    value: rule.value,
    unit: rule.unit,
    bound: rule.bound,
    act: rule.source.act,
    citation: cite('uk', rule.source),
    url: rule.source.url || null,
    verified: rule.source.verified,
    inForceFrom: rule.inForceFrom,
    inForceTo: rule.inForceTo,
    overridable: rule.overridable,
    decision: null,
    reason: null,
  }
}

/** The law's wordings, and under them the city's own values that were not withdrawn. */
async function rows(db: Db): Promise<readonly RuleRow[]> {
  const own = (await currentValues(db)).flatMap((v): RuleRow[] => {
    const key = ruleKey(v.key)
    const rule = key && findRule(LEGAL_RULES, key, isoDate(v.from))
    if (!rule) return []
    const { value, decision, reason, from, to } = v
    return [{ ...lawRow(rule), setBy: 'city', value, inForceFrom: from, inForceTo: to, decision, reason }]
  })
  return LEGAL_RULES.flatMap((rule, i) => {
    const last = LEGAL_RULES.findLastIndex((r) => r.key === rule.key) === i
    return [lawRow(rule), ...(last ? own.filter((o) => o.key === rule.key) : [])]
  })
}

export const legalRules: DataSet = {
  slug: 'legal-rules',
  title: { uk: 'Правила і строки, за якими рахує місто', en: 'Rules and terms by which the city counts' },
  description: {
    uk: 'Строки, кворуми й пороги, встановлені законами та рішеннями міста: значення, одиниця, джерело, коли діє, чи звірено з текстом акта.',
    en: 'Terms, quorums and thresholds set by laws and by the city’s decisions: value, unit, source, when in force, how far checked against the act.',
  },
  periodicity: 'monthly',
  keywords: {
    uk: ['строки', 'робочі дні', 'законодавство', 'кворум', 'місцеве самоврядування'],
    en: ['terms', 'working days', 'law', 'quorum', 'local self-government'],
  },
  columns: COLUMNS,
  page: '/dates/rules',
  rows,
}
