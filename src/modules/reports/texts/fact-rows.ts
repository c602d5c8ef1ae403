/** What the facts say of each measure, with the official sentence put to it. */
import { quarterPeriod } from '../../../kernel/civil-date.ts'
import { composeRows, knownReason, type QuarterFacts } from '../rules/compose.ts'
import type { FactRow } from '../types.ts'
import { composeResult, composeStanding } from './compose-uk.ts'

export function factRows(facts: QuarterFacts): readonly FactRow[] {
  const { to } = quarterPeriod(facts.quarter)
  return composeRows(facts).map((row) => ({
    ...row,
    composed: [composeResult(row.evidence), composeStanding(row.duties, row.evidence.length, to)]
      .filter(Boolean)
      .join(' '),
    proposedReason:
      row.proposedState === 'done' || row.proposedState === 'underWay' ? null : knownReason(row.duties),
  }))
}
