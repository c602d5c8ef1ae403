/** When an organisation's data were last verified. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { OrganisationId } from '../types.ts'

/** Whether the day was later than the one that was known. */
export async function saveVerified(
  tx: Pick<Tx, 'db' | 'now'>,
  id: OrganisationId,
  verified: { readonly on: CivilDate; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('organisations')
    .set({ verified_on: verified.on, verified_by: verified.by, updated_at: tx.now })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('verified_on', 'is', null), eb('verified_on', '<=', verified.on)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
