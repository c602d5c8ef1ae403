/** A person of the office accepts or refuses what was proposed, value by value. */
import { found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { proposalSettled } from '../events/happened.ts'
import { mayKeep } from '../policy.ts'
import { dayOfChange } from '../rules/change.ts'
import { NO_FACTS } from '../rules/fields.ts'
import { checkVerdicts, type Verdict } from '../rules/proposal.ts'
import { readOrganisation } from '../store/organisations.ts'
import * as store from '../store/proposals.ts'
import type { Change, DirectionId, Facts, Field, OrganisationId, ProposalId, Source } from '../types.ts'
import { dropContact, insertContact } from './contacts.ts'
import { changeFacts, kept } from './facts.ts'
import { insertOrganisation, setDirections } from './keep.ts'
import { finishOfficer, insertOfficer } from './officers.ts'
import { nameOf } from './who.ts'

/**
 * @param verdicts by the id of an item; those left out keep waiting
 * @returns the organisation, also one that this made; null where a new one was refused
 */
export function decideProposal(
  ctx: Context,
  id: ProposalId,
  verdicts: ReadonlyMap<string, Verdict>,
): Promise<OrganisationId | null> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.decide')
    const proposal = found(await store.lockProposal(tx.db, id), 'proposal')
    const items = (await store.itemsOf(tx.db, id)).filter((item) => item.state === 'waiting')
    accept(checkVerdicts(items, verdicts, proposal.organisationId === null))
    const decided = items.filter((item) => verdicts.has(item.id))
    const accepted = decided.filter((item) => verdicts.get(item.id)!.accept)
    const organisationId = await apply(
      tx,
      proposal,
      accepted.map((item) => item.change),
    )
    for (const item of decided) await store.saveVerdict(tx, item.id, verdicts.get(item.id)!, nameOf(tx.actor))
    const settled = decided.length === items.length
    await store.saveProposal(tx, id, { organisationId, settled })
    const counts = { accepted: accepted.length, refused: decided.length - accepted.length }
    audit(
      tx,
      'organisation.decide',
      organisationId === null ? { type: 'proposal', id } : { type: 'organisation', id: organisationId },
      { after: { proposal: id, source: proposal.source.kind, ...counts } },
    )
    if (settled) {
      const all = await store.itemsOf(tx.db, id)
      await proposalSettled.happened(tx, {
        proposal: id,
        source: proposal.source,
        organisationId,
        accepted: all.filter((item) => item.state === 'accepted').length,
        refused: all.filter((item) => item.state === 'refused').length,
      })
    }
    return organisationId
  })
}

async function apply(
  tx: Tx,
  proposal: store.ProposalLine,
  changes: readonly Change[],
): Promise<OrganisationId | null> {
  const { source } = proposal
  if (changes.length === 0) return proposal.organisationId
  const id = proposal.organisationId ?? (await make(tx, changes, source))
  const organisation = await kept(tx, id, 'organisation.decide')
  // Values with one first day are written together.
  const fields = changes.filter((c) => c.what === 'field')
  let facts = organisation.facts
  for (const since of new Set(fields.map((c) => c.since ?? null))) {
    const after: Record<Field, string | null> = { ...facts }
    for (const c of fields) if ((c.since ?? null) === since) after[c.field] = c.value
    await changeFacts(tx, { id, facts }, after, {
      source,
      since: dayOfChange(since),
      correction: false,
      by: nameOf(tx.actor),
    })
    facts = found(await readOrganisation(tx.db, id), 'organisation').facts
  }
  for (const change of changes) await applyOther(tx, id, change, source)
  return id
}

async function make(tx: Tx, changes: readonly Change[], source: Source): Promise<OrganisationId> {
  const facts: Record<Field, string | null> = { ...NO_FACTS }
  for (const c of changes) if (c.what === 'field') facts[c.field] = c.value
  const made: Facts = facts
  return insertOrganisation(tx, { facts: made, directions: [], source, since: null })
}

async function applyOther(tx: Tx, id: OrganisationId, change: Change, source: Source): Promise<void> {
  switch (change.what) {
    case 'field':
      return
    case 'officerAdded': {
      const { name, post, leads } = change
      const dates = { from: dayOfChange(change.from), until: dayOfChange(change.until), ended: false }
      await insertOfficer(tx, id, { name, post, leads, ...dates }, source)
      return
    }
    case 'officerEnded':
      return finishOfficer(tx, id, change.officerId, dayOfChange(change.until), source)
    case 'contactAdded': {
      const { kind, value, access, note = null } = change
      const own = change.access === 'private' ? change : null
      const consent = { consentOn: dayOfChange(own?.consentOn), consentRef: own?.consentRef ?? null }
      await insertContact(tx, id, { kind, value, access, note, ...consent, source })
      return
    }
    case 'contactRemoved':
      return dropContact(tx, id, change.contactId)
    case 'directions':
      return setDirections(tx, id, change.ids as readonly DirectionId[], false)
  }
}

/** All of it at once. */
export function acceptProposal(ctx: Context, id: ProposalId): Promise<OrganisationId | null> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.decide')
    const items = (await store.itemsOf(tx.db, id)).filter((item) => item.state === 'waiting')
    if (items.length === 0) throw new Refused([refuse('nothing_decided')])
    return decideProposal(tx, id, new Map(items.map((item) => [item.id, { accept: true, reason: null }])))
  })
}
