/** What every change of an organisation's fields goes through, whoever causes it. */

import { compareDates } from '../../../kernel/civil-date.ts'
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, type Refusal, Refused, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/context.ts'
import { mayKeep } from '../policy.ts'
import { checkFacts, differences, type FactChange, ofItsKind } from '../rules/organisation.ts'
import * as store from '../store/organisations.ts'
import type { Facts, Field, OrganisationId } from '../types.ts'

/** Locked, not merged away, and kept by this actor. */
export async function kept(
  tx: Tx,
  id: OrganisationId,
  verb: string,
  version?: number,
): Promise<store.Organisation> {
  permit(mayKeep(tx.actor), verb)
  const organisation = found(await store.lockOrganisation(tx.db, id), 'organisation')
  if (organisation.mergedInto !== null) throw new Refused([refuse('organisation_merged')])
  if (version !== undefined && version !== organisation.version) throw new Conflict('organisation')
  return organisation
}

/** Refuses facts that cannot stand; gives them without what does not concern the kind. */
export async function checked(tx: Tx, facts: Facts, id: OrganisationId | null): Promise<Facts> {
  const own = ofItsKind(facts)
  const refusals: Refusal[] = [...checkFacts(own)]
  for (const field of await store.entriesExist(tx.db, own))
    refusals.push(refuse('organisation_unknown_entry', undefined, field))
  if (own.edrpou !== null) {
    const owner = await store.ownerOfCode(tx.db, own.edrpou, id)
    if (owner) refusals.push(refuse('edrpou_taken', { name: owner.name }, 'edrpou'))
  }
  if (refusals.length > 0) throw new Refused(refusals)
  return own
}

/** Saves what differs and notes it. @returns the changes, and ids of the new values */
export async function changeFacts(
  tx: Tx,
  organisation: { readonly id: OrganisationId; readonly facts: Facts },
  after: Facts,
  how: store.Saving,
  action = 'organisation.change',
): Promise<{ readonly changes: readonly FactChange[]; readonly made: ReadonlyMap<Field, string> }> {
  if (how.since !== null && compareDates(how.since, tx.today) > 0)
    accept(refuse('since_future', undefined, 'since'))
  const changes = differences(organisation.facts, await checked(tx, after, organisation.id))
  if (changes.length === 0) return { changes, made: new Map() }
  const made = await store.saveFacts(tx, organisation.id, changes, how)
  audit(
    tx,
    action,
    { type: 'organisation', id: organisation.id },
    {
      before: Object.fromEntries(changes.map((c) => [c.field, c.before])),
      after: {
        ...Object.fromEntries(changes.map((c) => [c.field, c.after])),
        source: how.source.kind,
        ...(how.correction ? { correction: true } : {}),
      },
    },
  )
  return { changes, made }
}
