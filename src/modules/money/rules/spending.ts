/** What may be planned, bound and paid. An overspend is refused with its figures, in kopiykas. */
import { type CivilDate, compareDates, type Period } from '../../../kernel/civil-date.ts'
import { type Kopiykas, kopiykas, ZERO } from '../../../kernel/money.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type {
  Commitment,
  CommitmentState,
  DecisionRef,
  NewCommitment,
  Payment,
  Place,
  PlanChange,
  Pot,
} from '../types.ts'
import type { Ledger } from './books.ts'
import { samePlace } from './plan.ts'
import { potFor, potsOf } from './pots.ts'

export type SpendingCode =
  | 'year_outside'
  | 'amount_zero'
  | 'signed_in_future'
  | 'signed_after_year'
  | 'known_commitment'
  | 'over_plan'
  | 'below_paid'
  | 'place_fixed'
  | 'has_payments'
  | 'wrong_state'
  | 'paid_in_future'
  | 'paid_before_signed'
  | 'other_year'
  | 'commitment_closed'
  | 'over_commitment'
  | 'over_cash_plan'
  | 'payment_known'
  | 'change_zero'
  | 'decision_in_future'
  | 'below_used'

type Refusals = readonly Refusal<SpendingCode>[]

/** What a rule must know beside the money: when it is asked, and how long the programme runs. */
export type Situation = { readonly today: CivilDate; readonly period: Period }

export function unpaidOf(c: Pick<Commitment, 'amount' | 'paid' | 'state'>): Kopiykas {
  return c.state === 'active' ? kopiykas(Math.max(0, c.amount - c.paid)) : ZERO
}

function outside(year: number, { period }: Situation): Refusals {
  return year >= period.from.year && year <= period.to.year
    ? []
    : [refuse('year_outside', { year, from: period.from.year, to: period.to.year }, 'year')]
}

function overPlan(pot: Pot, amount: Kopiykas): Refusals {
  if (amount <= pot.left) return []
  const { plan, spent, committed, left } = pot
  return [
    refuse(
      'over_plan',
      { amount, plan, spent, committed, left, common: pot.measureId === null ? 'yes' : 'no' },
      'amount',
    ),
  ]
}

function signing(input: NewCommitment, situation: Situation): Refusals {
  return [
    ...outside(input.year, situation),
    ...(input.amount > 0 ? [] : [refuse('amount_zero', undefined, 'amount')]),
    ...(compareDates(input.signedOn, situation.today) > 0
      ? [refuse('signed_in_future', undefined, 'signedOn')]
      : []),
    ...(input.signedOn.year > input.year
      ? [refuse('signed_after_year', { year: input.year }, 'signedOn')]
      : []),
  ]
}

/** One contract over two measures is two commitments; the same one twice is a slip. */
export function isSameCommitment(a: NewCommitment, b: NewCommitment): boolean {
  return (
    samePlace(a, b) &&
    a.number.trim().toLowerCase() === b.number.trim().toLowerCase() &&
    a.counterparty.trim().toLowerCase() === b.counterparty.trim().toLowerCase() &&
    compareDates(a.signedOn, b.signedOn) === 0
  )
}

/** @param others commitments of the same number that are not cancelled */
export function mayCommit(
  input: NewCommitment,
  ledger: Ledger,
  others: readonly NewCommitment[],
  situation: Situation,
): Refusals {
  return [
    ...signing(input, situation),
    ...(others.some((o) => isSameCommitment(o, input))
      ? [refuse('known_commitment', { number: input.number }, 'number')]
      : []),
    ...overPlan(potFor(ledger.plan, ledger.uses, input), input.amount),
  ]
}

/** @param ledger of the year of `input`, with what `before` binds in it */
export function mayRevise(
  before: Commitment,
  input: NewCommitment,
  ledger: Ledger,
  others: readonly NewCommitment[],
  situation: Situation,
): Refusals {
  if (before.state !== 'active') return [refuse('wrong_state', { state: before.state })]
  const stays = samePlace(before, input)
  const refusals = [...signing(input, situation)]
  if (others.some((o) => isSameCommitment(o, input)))
    refusals.push(refuse('known_commitment', { number: input.number }, 'number'))
  if (before.paid > 0 && !stays) refusals.push(refuse('place_fixed', { paid: before.paid }, 'measureId'))
  if (input.amount < before.paid)
    refusals.push(refuse('below_paid', { amount: input.amount, paid: before.paid }, 'amount'))
  const [old, wanted] = [unpaidOf(before), kopiykas(Math.max(0, input.amount - before.paid))]
  if (stays && wanted <= old) return refusals
  const released = { ...before, committed: kopiykas(-old), spent: ZERO }
  const uses = before.year === input.year ? [...ledger.uses, released] : ledger.uses
  return [...refusals, ...overPlan(potFor(ledger.plan, uses, input), wanted)]
}

const after: Readonly<Record<CommitmentState, Partial<Record<CommitmentVerb, CommitmentState>>>> = {
  active: { close: 'closed', cancel: 'cancelled' },
  closed: { reopen: 'active' },
  cancelled: {},
}
export type CommitmentVerb = 'close' | 'cancel' | 'reopen'

/** Closing frees what is not paid; one that was paid from is closed, never cancelled; reopening binds again. */
export function step(
  commitment: Commitment,
  verb: CommitmentVerb,
  ledger: Ledger,
): CommitmentState | Refusal<SpendingCode> | Refusals {
  const next = after[commitment.state][verb]
  if (next === undefined) return refuse('wrong_state', { state: commitment.state })
  if (verb === 'cancel' && commitment.paid > 0) return refuse('has_payments', { paid: commitment.paid })
  if (verb !== 'reopen') return next
  const over = overPlan(
    potFor(ledger.plan, ledger.uses, commitment),
    unpaidOf({ ...commitment, state: 'active' }),
  )
  return over.length > 0 ? over : next
}

export type WantedPayment = {
  readonly place: Place
  readonly paidOn: CivilDate
  readonly amount: Kopiykas
}

/** @param commitment from which it is paid; null for a payment without one */
export function mayPay(
  input: WantedPayment,
  commitment: Commitment | null,
  ledger: Ledger,
  situation: Situation,
): Refusals {
  const { amount, paidOn, place } = input
  const plain: Refusals = [
    ...outside(paidOn.year, situation).map((r) => ({ ...r, field: 'paidOn' })),
    ...(amount > 0 ? [] : [refuse('amount_zero', undefined, 'amount')]),
    ...(compareDates(paidOn, situation.today) > 0 ? [refuse('paid_in_future', undefined, 'paidOn')] : []),
  ]
  const pot = potFor(ledger.plan, ledger.uses, place)
  if (commitment === null) return [...plain, ...overPlan(pot, amount)]
  if (commitment.state !== 'active')
    return [...plain, refuse('commitment_closed', { number: commitment.number }, 'commitmentId')]
  if (paidOn.year !== commitment.year)
    return [...plain, refuse('other_year', { year: commitment.year, paidYear: paidOn.year }, 'paidOn')]
  const unpaid = unpaidOf(commitment)
  return [
    ...plain,
    ...(compareDates(paidOn, commitment.signedOn) < 0
      ? [refuse('paid_before_signed', { signedOn: commitment.signedOn.toString() }, 'paidOn')]
      : []),
    ...(amount > unpaid
      ? [
          refuse(
            'over_commitment',
            { amount, agreed: commitment.amount, paid: commitment.paid, unpaid },
            'amount',
          ),
        ]
      : amount > pot.plan - pot.spent
        ? [refuse('over_cash_plan', { amount, plan: pot.plan, spent: pot.spent }, 'amount')]
        : []),
  ]
}

export function mayWithdraw(thing: Pick<Payment | PlanChange, 'state'>): Refusal<SpendingCode> | null {
  return thing.state === 'recorded' ? null : refuse('wrong_state', { state: thing.state })
}

/** A plan may not fall below what is spent and bound. @param next the ledger with the change in it */
export function mayPlan(before: Ledger, next: Ledger, field = 'change'): Refusals {
  const [old, now] = [potsOf(before.plan, before.uses), potsOf(next.plan, next.uses)]
  const worse = now.find((pot) => pot.left < 0 && pot.left < (old.find((o) => samePlace(o, pot))?.left ?? 0))
  if (!worse) return []
  const { plan, spent, committed } = worse
  return [refuse('below_used', { plan, spent, committed, least: kopiykas(spent + committed) }, field)]
}

export function mayChange(
  change: { readonly year: number; readonly change: Kopiykas; readonly decision: DecisionRef },
  before: Ledger,
  next: Ledger,
  situation: Situation,
): Refusals {
  return [
    ...outside(change.year, situation),
    ...(change.change === 0 ? [refuse('change_zero', undefined, 'change')] : []),
    ...(compareDates(change.decision.date, situation.today) > 0
      ? [refuse('decision_in_future', undefined, 'decisionDate')]
      : []),
    ...mayPlan(before, next),
  ]
}
