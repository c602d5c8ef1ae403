/** That what the registry says of an organisation was looked through and is true. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { audit } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/context.ts'
import * as store from '../store/verified.ts'
import type { OrganisationId } from '../types.ts'

/**
 * An earlier day than the one that is known changes nothing. The caller has asked its own policy.
 * @param by in words that may be shown: «голова правління», never a person's name
 */
export async function markVerified(
  tx: Tx,
  id: OrganisationId,
  verified: { readonly on: CivilDate; readonly by: string },
): Promise<void> {
  if (!(await store.saveVerified(tx, id, verified))) return
  audit(
    tx,
    'organisation.verify',
    { type: 'organisation', id },
    { after: { on: verified.on.toString(), by: verified.by } },
  )
}
