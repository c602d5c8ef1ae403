/** What an edition changes: two proposals side by side. */
import type { Kopiykas } from '../../../kernel/money.ts'
import type { ProposedFunding, ProposedMeasure, ProposedProgramme } from '../types/proposed.ts'

/** Money as `2026 · місцевий бюджет · 15000`, executors as names: what people compare is texts. */
export type MeasureFacts = {
  readonly number: string
  readonly text: string
  readonly executors: readonly string[]
  readonly term: string | null
  readonly funding: readonly ProposedFunding[]
}

export type Change =
  | {
      readonly what: 'title' | 'aim' | 'tasks' | 'problems' | 'facts' | 'expectedResults' | 'period'
      readonly before: string | null
      readonly after: string | null
    }
  | {
      readonly what: 'passport' | 'control'
      readonly label: string
      readonly before: string | null
      readonly after: string | null
    }
  | {
      readonly what: 'funding'
      readonly before: readonly ProposedFunding[]
      readonly after: readonly ProposedFunding[]
    }
  | { readonly what: 'measureAdded'; readonly after: MeasureFacts }
  | { readonly what: 'measureDropped'; readonly before: MeasureFacts }
  | { readonly what: 'measureChanged'; readonly before: MeasureFacts; readonly after: MeasureFacts }

/** In the order of the document; empty when nothing is different. */
export function compareProposals(before: ProposedProgramme, after: ProposedProgramme): readonly Change[] {
  const texts = (items: readonly { readonly text: string }[]) => items.map((i) => i.text).join('\n') || null
  const plain = (
    what: 'title' | 'aim' | 'tasks' | 'problems' | 'facts' | 'expectedResults' | 'period',
    a: string | null,
    b: string | null,
  ): Change[] => (a === b ? [] : [{ what, before: a, after: b }])
  return [
    ...plain('title', before.title, after.title),
    ...plain('period', span(before), span(after)),
    ...labelled('passport', passportOf(before), passportOf(after)),
    ...plain('facts', texts(before.facts), texts(after.facts)),
    ...plain('problems', texts(before.problems), texts(after.problems)),
    ...plain('aim', before.aim?.text ?? null, after.aim?.text ?? null),
    ...plain('tasks', texts(before.tasks), texts(after.tasks)),
    ...measureChanges(before, after),
    ...plain('expectedResults', texts(before.expectedResults), texts(after.expectedResults)),
    ...fundingChange(before.funding, after.funding),
    ...labelled('control', controlOf(before), controlOf(after)),
  ]
}

function span(p: ProposedProgramme): string | null {
  return p.period.from === null || p.period.to === null ? null : `${p.period.from}/${p.period.to}`
}

type Labelled = { readonly key: string; readonly label: string; readonly value: string | null }

function passportOf(p: ProposedProgramme): Labelled[] {
  return p.passport.map((i) => ({ key: `${i.number ?? ''} ${i.label}`, label: i.label, value: i.value }))
}

function controlOf(p: ProposedProgramme): Labelled[] {
  return p.control.map((c, i) => ({ key: c.number ?? `#${i}`, label: c.number ?? '', value: c.rule }))
}

function labelled(
  what: 'passport' | 'control',
  before: readonly Labelled[],
  after: readonly Labelled[],
): Change[] {
  const keys = [...new Set([...before, ...after].map((i) => i.key))]
  return keys.flatMap((key): Change[] => {
    const a = before.find((i) => i.key === key)
    const b = after.find((i) => i.key === key)
    if (a && b && a.value === b.value) return []
    return [{ what, label: (b ?? a)!.label, before: a?.value ?? null, after: b?.value ?? null }]
  })
}

function fundingChange(before: readonly ProposedFunding[], after: readonly ProposedFunding[]): Change[] {
  return moneyKey(before) === moneyKey(after) ? [] : [{ what: 'funding', before, after }]
}

function moneyKey(lines: readonly ProposedFunding[]): string {
  return lines
    .map((l) => `${l.year} ${l.source} ${l.planned}`)
    .sort()
    .join('\n')
}

function measureChanges(before: ProposedProgramme, after: ProposedProgramme): Change[] {
  const old = new Map(before.measures.flatMap((m) => (m.measureId ? [[m.measureId, m] as const] : [])))
  const changes = after.measures.flatMap((m): Change[] => {
    const was = m.measureId ? old.get(m.measureId) : undefined
    if (!was) return [{ what: 'measureAdded', after: factsOf(m, after) }]
    const a = factsOf(was, before)
    const b = factsOf(m, after)
    return same(a, b) ? [] : [{ what: 'measureChanged', before: a, after: b }]
  })
  const kept = new Set(after.measures.map((m) => m.measureId))
  const dropped = before.measures
    .filter((m) => !kept.has(m.measureId))
    .map((m): Change => ({ what: 'measureDropped', before: factsOf(m, before) }))
  return [...changes, ...dropped]
}

function factsOf(m: ProposedMeasure, p: ProposedProgramme): MeasureFacts {
  return {
    number: m.number,
    text: m.text,
    executors: m.executors.map((key) => p.units.find((u) => u.key === key)?.name ?? key),
    term: m.termRaw,
    funding: m.funding,
  }
}

function same(a: MeasureFacts, b: MeasureFacts): boolean {
  return (
    a.number === b.number &&
    a.text === b.text &&
    a.term === b.term &&
    a.executors.join('\n') === b.executors.join('\n') &&
    moneyKey(a.funding) === moneyKey(b.funding)
  )
}

/** Planned in all: of the programme, or of its measures where it gives no sum of its own. */
export function plannedTotal(p: Pick<ProposedProgramme, 'funding' | 'measures'>): Kopiykas {
  const lines = p.funding.length > 0 ? p.funding : p.measures.flatMap((m) => m.funding)
  return lines.reduce((total, l) => total + l.planned, 0) as Kopiykas
}
