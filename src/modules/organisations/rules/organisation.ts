/** What must be true of an organisation as a whole, and what differs between two states of it. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { type Facts, FIELDS, type Field, type OrganisationKind } from '../types.ts'
import { fieldsOfKind } from './fields.ts'

export type OrganisationCode =
  | 'term_reversed'
  | 'since_future'
  | 'organisation_merged'
  | 'organisation_unknown_entry'
  | 'edrpou_taken'

/** Fields that do not concern the kind are emptied: a charity has no confession. */
export function ofItsKind(facts: Facts): Facts {
  const own = fieldsOfKind((facts.kind ?? 'other') as OrganisationKind)
  return Object.fromEntries(FIELDS.map((f) => [f, own.includes(f) ? facts[f] : null])) as Facts
}

export function checkFacts(facts: Facts): readonly Refusal<OrganisationCode>[] {
  const { termFrom, termUntil } = facts
  return termFrom !== null && termUntil !== null && termFrom > termUntil
    ? [refuse('term_reversed', undefined, 'termUntil')]
    : []
}

export type FactChange = {
  readonly field: Field
  readonly before: string | null
  readonly after: string | null
}

export function differences(before: Facts, after: Facts): readonly FactChange[] {
  return FIELDS.filter((f) => before[f] !== after[f]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }))
}
