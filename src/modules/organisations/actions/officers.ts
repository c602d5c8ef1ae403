/** Those who represent an organisation: added, put right, ended, removed where they never were. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { found } from '../../../kernel/errors.ts'
import { accept, Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { checkOfficer } from '../rules/officer.ts'
import * as store from '../store/officers.ts'
import { touch } from '../store/organisations.ts'
import type { OfficerId, OrganisationId, Source } from '../types.ts'
import { kept } from './facts.ts'
import { nameOf } from './who.ts'

/** The record of the city keeps posts and dates; names stand in one place only, from which they can be removed. */
function told(officer: Pick<store.OfficerFacts, 'post' | 'from' | 'until' | 'ended'>) {
  return {
    post: officer.post,
    from: officer.from?.toString() ?? null,
    until: officer.until?.toString() ?? null,
    ...(officer.ended ? { ended: true } : {}),
  }
}

export type OfficerInput = Omit<store.OfficerFacts, 'ended'> & { readonly source: Source }

export function addOfficer(ctx: Context, id: OrganisationId, input: OfficerInput): Promise<OfficerId> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.officer')
    return insertOfficer(tx, id, { ...input, ended: false }, input.source)
  })
}

/** The caller has asked the policy and locked the organisation. */
export async function insertOfficer(
  tx: Tx,
  id: OrganisationId,
  officer: store.OfficerFacts,
  source: Source,
): Promise<OfficerId> {
  accept(checkOfficer(officer))
  const made = await store.insertOfficer(tx, id, officer, source, nameOf(tx.actor))
  await touch(tx, id)
  audit(
    tx,
    'organisation.officer',
    { type: 'organisation', id },
    { after: { officer: made, ...told(officer), source: source.kind } },
  )
  return made
}

export function changeOfficer(
  ctx: Context,
  id: OrganisationId,
  officerId: OfficerId,
  input: OfficerInput,
): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.officer')
    const before = found(await store.lockOfficer(tx.db, id, officerId), 'officer')
    accept(checkOfficer(input))
    const after = { ...input, ended: before.ended && input.until === null }
    await store.updateOfficer(tx, officerId, after, input.source, nameOf(tx.actor))
    await touch(tx, id)
    audit(
      tx,
      'organisation.officerChange',
      { type: 'organisation', id },
      {
        before: { officer: officerId, ...told(before) },
        after: { ...told(after), ...(before.name === input.name ? {} : { nameChanged: true }) },
      },
    )
  })
}

export function endOfficer(
  ctx: Context,
  id: OrganisationId,
  officerId: OfficerId,
  input: { readonly until: CivilDate | null; readonly source: Source },
): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.officerEnd')
    await finishOfficer(tx, id, officerId, input.until, input.source)
  })
}

/** The caller has asked the policy and locked the organisation. */
export async function finishOfficer(
  tx: Tx,
  id: OrganisationId,
  officerId: OfficerId,
  until: CivilDate | null,
  source: Source,
): Promise<void> {
  const before = found(await store.lockOfficer(tx.db, id, officerId), 'officer')
  if (before.ended || before.until !== null) throw new Refused([refuse('officer_ended')])
  accept(checkOfficer({ ...before, until }))
  await store.updateOfficer(tx, officerId, { until, ended: until === null }, source, nameOf(tx.actor))
  await touch(tx, id)
  audit(
    tx,
    'organisation.officerEnd',
    { type: 'organisation', id },
    { before: { officer: officerId, ...told(before) }, after: { until: until?.toString() ?? null } },
  )
}

/** An entry made by mistake. */
export function removeOfficer(
  ctx: Context,
  id: OrganisationId,
  officerId: OfficerId,
  reason: string,
): Promise<void> {
  return transact(ctx, async (tx) => {
    await kept(tx, id, 'organisation.officerRemove')
    const before = found(await store.lockOfficer(tx.db, id, officerId), 'officer')
    await store.deleteOfficer(tx.db, officerId)
    await touch(tx, id)
    audit(
      tx,
      'organisation.officerRemove',
      { type: 'organisation', id },
      { before: { officer: officerId, ...told(before) }, reason },
    )
  })
}
