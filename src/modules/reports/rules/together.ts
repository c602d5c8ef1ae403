/** From the rows of executors to one state of a measure, and to figures of a period. */
import { type Kopiykas, sum } from '../../../kernel/money.ts'
import type { FrozenReport, SpanFigures, StateTally } from '../types/frozen.ts'
import { ROW_STATES, type RowState } from '../types.ts'

export function tallyOf(states: readonly (RowState | null)[]): StateTally {
  const count = (state: RowState) => states.filter((s) => s === state).length
  return {
    done: count('done'),
    underWay: count('underWay'),
    partly: count('partly'),
    notDone: count('notDone'),
    carriedOver: count('carriedOver'),
  }
}

export function tallied(tally: StateTally): number {
  return ROW_STATES.reduce((n, s) => n + tally[s], 0)
}

/**
 * One executor over quarters, the earliest first: what was left undone once makes the whole partly done; what was
 * carried over counts by what followed.
 */
export function overTime(states: readonly RowState[]): RowState | null {
  const last = states.at(-1)
  if (last === undefined) return null
  if (last === 'carriedOver') return 'carriedOver'
  const settled = states.filter((s) => s !== 'carriedOver')
  if (settled.every((s) => s === 'notDone')) return 'notDone'
  return settled.some((s) => s === 'notDone' || s === 'partly') ? 'partly' : last
}

/** Several executors of one measure. */
export function together(states: readonly RowState[]): RowState | null {
  const [first] = states
  if (first === undefined) return null
  if (states.every((s) => s === first)) return first
  if (states.every((s) => s === 'done' || s === 'underWay')) return 'underWay'
  return 'partly'
}

/** What reports say of a period in figures. Evidence that two departments report is counted once. */
export function figuresOf(
  reports: readonly FrozenReport[],
  states: readonly (RowState | null)[],
  cash: Kopiykas,
): SpanFigures {
  const evidence = new Map(
    reports.flatMap((r) => r.rows.flatMap((row) => row.evidence.map((e) => [e.id, e] as const))),
  )
  const all = [...evidence.values()]
  return {
    tally: tallyOf(states),
    events: all.length,
    participants: all.reduce((n, e) => n + (e.participants ?? 0), 0),
    organisations: new Set(all.flatMap((e) => e.organisations)).size,
    cash: sum([cash]),
    reports: reports.length,
    inTime: reports.filter((r) => r.daysLate === 0).length,
  }
}

/** Facts of one indicator add up; its plan is the year's, so it is taken once a year. */
export function addFacts(facts: readonly (number | null)[]): number | null {
  const known = facts.filter((f) => f !== null)
  return known.length === 0 ? null : Math.round(known.reduce((a, b) => a + b, 0) * 1e6) / 1e6
}

/** Per cent of the plan, to a tenth; null without a plan. */
export function percentOf(fact: number, plan: number): number | null {
  return plan <= 0 ? null : Math.round((fact / plan) * 1000) / 10
}
