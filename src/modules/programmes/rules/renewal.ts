/** A new programme from an old one: the same measures in new years. */
import type { Recurrence } from '../../../legal-time/recurrence.ts'
import { type KeptFinding, type KeptReading, NO_READING } from '../types/draft.ts'
import type { ProposedMeasure, ProposedProgramme } from '../types/proposed.ts'

export type YearSpan = { readonly from: number; readonly to: number }

const RANGE = /((?:19|20)\d{2})(\s*[-–—]\s*)((?:19|20)\d{2})/g
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g

/**
 * Years of the old period move with it: the third year stays the third, and what would fall behind the new end falls on it.
 * Years outside the old period are facts of history and stay. What recurs does not change.
 */
export function renewedProposal(old: ProposedProgramme, period: YearSpan): ProposedProgramme {
  const was = spanOf(old)
  const year = (y: number) =>
    y < was.from || y > was.to
      ? y
      : y === was.to
        ? period.to
        : Math.min(period.from + (y - was.from), period.to)
  const years = (text: string) => text.replace(YEAR, (y) => String(year(Number(y))))
  const ranges = (text: string) =>
    text.replace(RANGE, (all, a: string, dash: string, b: string) =>
      Number(a) === was.from && Number(b) === was.to ? `${period.from}${dash}${period.to}` : all,
    )
  const orNull = (text: string | null) => text && ranges(text)
  const texts = <T extends { readonly text: string }>(items: readonly T[]) =>
    items.map((i) => ({ ...i, text: ranges(i.text), lines: null }))
  return {
    ...old,
    decision: {
      body: old.decision.body,
      kind: old.decision.kind,
      number: null,
      date: null,
      sitting: null,
      convocation: null,
      appendix: null,
    },
    title: years(old.title),
    titleEn: old.titleEn && years(old.titleEn),
    shortTitle: years(old.shortTitle),
    shortTitleEn: old.shortTitleEn && years(old.shortTitleEn),
    period: { from: `${period.from}-01-01`, to: `${period.to}-12-31` },
    passport: old.passport.map((item) => ({
      ...item,
      value: item.key === 'term' ? termOf(period) : orNull(item.value),
      lines: null,
    })),
    facts: old.facts.map((f) => ({ ...f, lines: null })),
    problems: texts(old.problems),
    aim: old.aim && { text: ranges(old.aim.text), lines: null },
    tasks: texts(old.tasks),
    expectedResults: texts(old.expectedResults),
    control: old.control.map((c) => ({ ...c, rule: ranges(c.rule), lines: null })),
    signatory: null,
    measures: old.measures.map((m) => renewedMeasure(m, year, years, ranges)),
    funding: old.funding.map((f) => ({ ...f, year: year(f.year), lines: null })),
  }
}

/** Years of the period; without one, of the decision; the clerk sees and sets them. */
function spanOf(p: ProposedProgramme): YearSpan {
  const from = Number((p.period.from ?? p.period.to ?? p.decision.date ?? '0').slice(0, 4))
  const to = Number((p.period.to ?? p.period.from ?? p.decision.date ?? '0').slice(0, 4))
  return { from, to }
}

function termOf({ from, to }: YearSpan): string {
  return from === to ? `${from} рік` : `${from}–${to} роки`
}

function renewedMeasure(
  m: ProposedMeasure,
  year: (y: number) => number,
  years: (text: string) => string,
  ranges: (text: string) => string,
): ProposedMeasure {
  const termRaw = m.termRaw && years(m.termRaw)
  return {
    ...m,
    measureId: null,
    text: ranges(m.text),
    termRaw,
    recurrence: renewedRecurrence(m.recurrence, year, termRaw ?? ''),
    funding: m.funding.map((f) => ({ ...f, year: year(f.year) })),
    lines: null,
  }
}

function renewedRecurrence(r: Recurrence, year: (y: number) => number, raw: string): Recurrence {
  const period = r.period && {
    from: r.period.from === null ? null : year(r.period.from),
    to: year(r.period.to),
  }
  const base = { raw, period }
  if (r.kind === 'once' || r.kind === 'by')
    return { ...r, ...base, year: r.year === null ? null : year(r.year) }
  if (r.kind === 'years') return { ...r, ...base, from: year(r.from), to: year(r.to) }
  return { ...r, ...base }
}

/** Findings of the old text that the same words would bring again. */
const CARRIED: readonly string[] = [
  'term_missing',
  'term_unrecognised',
  'ambiguous_term',
  'term_before_decision',
  'executor_group',
  'measure_without_executor',
  'outdated_act',
  'total_missing',
  'empty_passport_item',
]

/** What the reviewer of a renewed programme is told: the old findings as suggestions, and what is old by nature. */
export function renewedReading(old: ProposedProgramme, findings: readonly KeptFinding[]): KeptReading {
  const carried = findings
    .filter((f) => CARRIED.includes(f.code))
    .map((f): KeptFinding => ({ ...f, key: `old-${f.key}`, severity: 'note', lines: null }))
  const own: KeptFinding[] = [
    ...(old.facts.length > 0 ? [note('renewed_facts', { count: old.facts.length })] : []),
    ...(old.funding.length + old.measures.filter((m) => m.funding.length > 0).length > 0
      ? [note('renewed_funding', {})]
      : []),
  ]
  return { ...NO_READING, findings: [...own, ...carried] }
}

function note(code: string, values: KeptFinding['values']): KeptFinding {
  return { key: code, code, severity: 'note', lines: null, values, resolution: null }
}
