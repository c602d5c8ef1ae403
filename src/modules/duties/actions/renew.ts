/** Duties follow their programme: made when it is accepted, renewed when it is amended. */
import { found, permit } from '../../../kernel/errors.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import {
  type EditionId,
  editionAt,
  editionById,
  type ProgrammeId,
  programmeById,
} from '../../programmes/index.ts'
import * as policy from '../policy.ts'
import { planRenewal, wantedDuties } from '../rules/renewal.ts'
import { existingDuties, insertDuties, lockRenewal, renewRows, withdrawRows } from '../store/renewal.ts'
import { renewalInput } from '../store/renewal-input.ts'

export type RenewalCounts = {
  readonly created: number
  readonly renewed: number
  readonly withdrawn: number
}

/**
 * Makes the duties that an edition asks for, and renews those whose period ends after it came into force and
 * to which nothing has happened. Follows `editionInForce`. Run twice, it changes nothing.
 */
export async function renewDuties(
  tx: Tx,
  change: { readonly programmeId: ProgrammeId; readonly editionId: EditionId },
): Promise<RenewalCounts> {
  const edition = found(await editionById(tx.db, change.editionId), 'edition')
  return renew(tx, change, edition.inForceFrom ?? tx.today)
}

/**
 * The same after a group was filled or a schedule set: only what ends after today is touched.
 * Nothing while no edition is in force.
 */
export async function renewProgramme(tx: Tx, programmeId: ProgrammeId): Promise<RenewalCounts> {
  const edition = await editionAt(tx.db, programmeId, tx.today)
  if (edition === null) return { created: 0, renewed: 0, withdrawn: 0 }
  return renew(tx, { programmeId, editionId: edition.id }, tx.today)
}

export async function renewNow(ctx: Context, programmeId: ProgrammeId): Promise<RenewalCounts> {
  return transact(ctx, async (tx) => {
    permit(policy.mayDecideDuties(tx.actor), 'duty.renew')
    return renewProgramme(tx, programmeId)
  })
}

async function renew(
  tx: Tx,
  { programmeId, editionId }: { readonly programmeId: ProgrammeId; readonly editionId: EditionId },
  boundary: Tx['today'],
): Promise<RenewalCounts> {
  // The term of a closed programme is over: what was due then, nobody here can fulfil or has missed.
  const programme = found(await programmeById(tx.db, programmeId), 'programme')
  if (programme.state === 'closed') return { created: 0, renewed: 0, withdrawn: 0 }
  await lockRenewal(tx.db, programmeId)
  const wanted = wantedDuties(await renewalInput(tx.db, programmeId, editionId))
  const plan = planRenewal(wanted, await existingDuties(tx.db, programmeId, editionId), boundary)
  await withdrawRows(tx, plan.withdraw)
  await renewRows(tx.db, editionId, plan.renew)
  await insertDuties(tx, programmeId, editionId, plan.create)
  const counts = {
    created: plan.create.length,
    renewed: plan.renew.length,
    withdrawn: plan.withdraw.length,
  }
  if (counts.created + counts.renewed + counts.withdrawn > 0)
    audit(tx, 'duty.renew', { type: 'programme', id: programmeId }, { after: { editionId, ...counts } })
  return counts
}
