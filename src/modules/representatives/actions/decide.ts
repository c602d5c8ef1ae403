/** What the office decides, what the person gives up, and what ends by its day. */

import type { CivilDate } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { hold } from '../../../platform/mail.ts'
import { writeSetting } from '../../../platform/settings.ts'
import { organisationById, organisationLabel } from '../../organisations/index.ts'
import { mayDecideDelegations, mayWithdraw } from '../policy.ts'
import { type DelegationVerb, step, wrongTerm } from '../rules/delegation.ts'
import * as store from '../store/delegations.ts'
import { decisionLetter, type Fate } from '../texts/letters.ts'
import type { Delegation, DelegationId, DelegationState, OrganisationId } from '../types.ts'

export const DECIDED_KIND = 'representative.decided'
export const ENDING_KIND = 'representative.ending'
/** So long before its last day the person is told. */
export const TELL_DAYS = 14

type At = Pick<House, 'baseUrl' | 'city'>

/** Locked and permitted; `seen`: the version on which the clerk decides. */
async function begun(tx: Tx, id: DelegationId, verb: DelegationVerb, seen: number) {
  permit(mayDecideDelegations(tx.actor), `delegation.${verb}`)
  const delegation = found(await store.lockDelegation(tx.db, id), 'delegation')
  const state = accept(step(delegation.state, verb))
  if (delegation.version !== seen) throw new Conflict('delegation')
  return { delegation, state }
}

export async function acceptDelegation(
  ctx: Context,
  house: At,
  input: {
    readonly id: DelegationId
    readonly version: number
    readonly from: CivilDate
    readonly to: CivilDate
    readonly paper: string
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { delegation, state } = await begun(tx, input.id, 'accept', input.version)
    accept(wrongTerm(input, tx.today))
    const { from, to, paper } = input
    await store.saveDelegation(tx, input.id, { state, from, to, paper, reason: null, decidedBy: nameOf(tx) })
    note(tx, 'accept', delegation, { state, from: from.toString(), to: to.toString(), paper })
    await tell(tx, house, delegation, { kind: 'accepted', from, to })
  })
}

export async function returnDelegation(
  ctx: Context,
  house: At,
  input: { readonly id: DelegationId; readonly version: number; readonly reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { delegation, state } = await begun(tx, input.id, 'return', input.version)
    await store.saveDelegation(tx, input.id, { state, reason: input.reason, decidedBy: nameOf(tx) })
    note(tx, 'return', delegation, { state }, input.reason)
    await tell(tx, house, delegation, { kind: 'returned', reason: input.reason })
  })
}

/** By the office with a reason, or by the person without one. It holds no more from the next request on. */
export async function withdrawDelegation(
  ctx: Context,
  house: At,
  input: { readonly id: DelegationId; readonly reason: string | null },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const delegation = await store.lockDelegation(tx.db, input.id)
    // Whose it is not may not know that there is one.
    const theirs = tx.actor.kind === 'staff' || (delegation && mayWithdraw(tx.actor, delegation))
    const known = found(theirs ? delegation : null, 'delegation')
    permit(mayWithdraw(tx.actor, known), 'delegation.withdraw')
    const state = accept(step(known.state, 'withdraw'))
    const endedBy = tx.actor.kind === 'staff' ? 'office' : 'person'
    await store.saveDelegation(tx, input.id, { state, reason: input.reason, endedBy })
    note(tx, 'withdraw', known, { state }, input.reason ?? undefined)
    if (endedBy === 'office') await tell(tx, house, known, { kind: 'withdrawn', reason: input.reason ?? '' })
  })
}

/** Those whose last day has passed; run twice, it ends nothing twice. Rights were gone with the day already. */
export async function endPastDelegations(ctx: Context, house: At): Promise<number> {
  return transact(ctx, async (tx) => {
    const past = await store.lockPast(tx.db, tx.today)
    for (const delegation of past) {
      const state = accept(step(delegation.state, 'end'))
      await store.saveDelegation(tx, delegation.id, { state, endedBy: 'date' })
      note(tx, 'end', delegation, { state })
      await tell(tx, house, delegation, { kind: 'ended' })
    }
    for (const delegation of await store.endingOn(tx.db, tx.today.add({ days: TELL_DAYS })))
      await tell(tx, house, delegation, { kind: 'ending', to: delegation.to! })
    return past.length
  })
}

export async function saveRepresentativeSettings(
  ctx: Context,
  settings: { readonly trustInvitations: boolean; readonly months: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(mayDecideDelegations(tx.actor), 'delegation.settings')
    await writeSetting(tx, 'representatives', settings)
    audit(tx, 'delegation.settings', { type: 'setting', id: 'representatives' }, { after: settings })
  })
}

function nameOf(tx: Tx): string {
  return tx.actor.kind === 'staff' ? tx.actor.name : ''
}

function note(
  tx: Tx,
  verb: DelegationVerb,
  before: Delegation,
  after: { readonly state: DelegationState; readonly [fact: string]: string },
  reason?: string,
): void {
  audit(
    tx,
    `delegation.${verb}`,
    { type: 'delegation', id: before.id },
    { before: before.state, after, ...(reason === undefined ? {} : { reason }) },
  )
}

async function tell(tx: Tx, house: At, to: Delegation, fate: Fate): Promise<void> {
  const text = decisionLetter(to.locale, {
    city: house.city,
    link: `${house.baseUrl}/cabinet`,
    organisation: await labelOf(tx, to.organisationId, to.locale),
    fate,
  })
  const kind = fate.kind === 'ending' || fate.kind === 'ended' ? ENDING_KIND : DECIDED_KIND
  await hold(tx, {
    kind,
    title: text.subject,
    // Returned twice, it is told twice: each time of another version.
    messages: [
      { dedupeKey: `${kind}/${to.id}/${to.version}/${fate.kind}`, to: to.email, name: to.name, ...text },
    ],
  })
}

async function labelOf(tx: Tx, id: OrganisationId, locale: Delegation['locale']): Promise<string> {
  const organisation = await organisationById(tx.db, id)
  return organisation ? organisationLabel(organisation, locale) : ''
}
