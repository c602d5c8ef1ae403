/** Findings on measures: terms, executors, numbers. */
import type { BeforeFindings } from '../findings.ts'
import type { Lines } from '../text/lines.ts'
import type { Finding, MeasureRead } from '../types.ts'
import { finding, yearsText } from './finding.ts'

export function measureFindings(r: BeforeFindings): readonly Finding[] {
  return [
    ...r.measures.flatMap((m, i) => [...terms(m, i, r), ...executors(m, i)]),
    ...numbers(r.measures),
    ...spellings(r),
    ...groups(r),
  ]
}

function nameOf(m: MeasureRead, index: number): string {
  return m.number ?? String(index + 1)
}

function terms(m: MeasureRead, index: number, r: BeforeFindings): readonly Finding[] {
  const number = nameOf(m, index)
  const { term } = m
  const at: Lines = term.lines ?? m.lines
  if (term.kind === 'none')
    return [
      finding(
        'term_missing',
        m.lines,
        { number },
        { action: 'set_term', value: r.period ? yearsText(r.period) : null },
      ),
    ]
  if (term.kind === 'unrecognised')
    return [finding('term_unrecognised', at, { number, term: term.raw }, { action: 'set_term' })]
  const out: Finding[] = []
  const end = term.period?.to ?? ('year' in term ? term.year : null)
  const decided = r.act.date
  if (end !== null && end !== undefined && decided && end < decided.year) {
    out.push(
      finding(
        'term_before_decision',
        at,
        { number, term: term.raw, decided: decided.toString() },
        {
          action: 'set_term',
          value: r.period
            ? `${Math.max(decided.year, r.period.from ?? decided.year)}–${r.period.to}`
            : String(decided.year),
        },
      ),
    )
  }
  if (term.kind === 'by' && term.month === null && term.year !== null) {
    out.push(
      finding(
        'ambiguous_term',
        at,
        { number, term: term.raw, until: `${term.year - 1}-12-31`, through: `${term.year}-12-31` },
        {
          action: 'set_deadline',
          value: `${term.year}-12-31`,
          values: [`${term.year - 1}-12-31`, `${term.year}-12-31`],
        },
      ),
    )
  }
  const p = r.period
  if (p && end !== null && end !== undefined && (end > p.to || (p.from !== null && end < p.from))) {
    out.push(
      finding(
        'term_outside_period',
        at,
        { number, term: term.raw, period: yearsText(p) },
        { action: 'set_term', value: yearsText(p) },
      ),
    )
  }
  return out
}

function executors(m: MeasureRead, index: number): readonly Finding[] {
  return m.executors.length === 0
    ? [finding('measure_without_executor', m.lines, { number: nameOf(m, index) }, { action: 'set_executor' })]
    : []
}

function numbers(measures: readonly MeasureRead[]): readonly Finding[] {
  const out: Finding[] = []
  const seen = new Map<string, Lines>()
  let before: MeasureRead | null = null
  for (const m of measures) {
    if (m.number === null) continue
    const first = seen.get(m.number)
    if (first && before?.number === m.number)
      out.push(
        finding(
          'measure_number_duplicate',
          m.lines,
          { number: m.number, first: first[0] },
          { action: 'renumber' },
        ),
      )
    seen.set(m.number, m.lines)
    const steps = m.number.split('.').map(Number)
    const last = before?.number?.split('.').map(Number)
    if (
      last &&
      last.length === steps.length &&
      last.slice(0, -1).join() === steps.slice(0, -1).join() &&
      steps.at(-1)! > last.at(-1)! + 1
    ) {
      const missing = [...steps.slice(0, -1), last.at(-1)! + 1].join('.')
      out.push(
        finding(
          'measure_number_gap',
          m.lines,
          { number: m.number, missing },
          { action: 'renumber', value: missing },
        ),
      )
    }
    before = m
  }
  return out
}

function spellings(r: BeforeFindings): readonly Finding[] {
  return r.units.flatMap((unit) => {
    if (unit.aliases.length === 0) return []
    const own = r.measures.flatMap((m) => m.executors).filter((e) => e.key === unit.key)
    const found = own.find((e) => e.name !== unit.name) ?? own[0]
    return found
      ? [
          finding(
            'two_spellings',
            found.lines,
            { unit: unit.name, aliases: unit.aliases.join('»; «') },
            { action: 'one_unit', value: unit.name, values: [unit.name, ...unit.aliases] },
          ),
        ]
      : []
  })
}

function groups(r: BeforeFindings): readonly Finding[] {
  return r.units
    .filter((u) => u.isGroup)
    .flatMap((unit) => {
      const first = r.measures.flatMap((m) => m.executors).find((e) => e.key === unit.key)
      return first
        ? [
            finding(
              'executor_group',
              first.lines,
              { unit: unit.name },
              { action: 'fill_group', value: unit.name },
            ),
          ]
        : []
    })
}
