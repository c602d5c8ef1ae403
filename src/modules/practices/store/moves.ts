/** Cards follow their organisation when it turns out to be another, and go back when that was wrong. */
import { sql } from 'kysely'
import type { Id } from '../../../kernel/ids.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { OrganisationId } from '../../organisations/index.ts'

type Merge = {
  readonly merge: Id<'merge'>
  readonly kept: OrganisationId
  readonly gone: OrganisationId
}

export async function moveCards(db: DbTransaction, { merge, kept, gone }: Merge): Promise<void> {
  await db
    .insertInto('practice_moves')
    .columns(['merge_id', 'practice_id'])
    .expression((eb) =>
      eb
        .selectFrom('practices')
        .select([sql<Id<'merge'>>`${merge}::uuid`.as('merge_id'), 'id'])
        .where('organisation_id', '=', gone),
    )
    .execute()
  await db
    .updateTable('practices')
    .set({ organisation_id: kept })
    .where('organisation_id', '=', gone)
    .execute()
}

/** Only those that came by this very merge. */
export async function returnCards(db: DbTransaction, { merge, gone }: Merge): Promise<void> {
  await db
    .updateTable('practices')
    .set({ organisation_id: gone })
    .where('id', 'in', db.selectFrom('practice_moves').select('practice_id').where('merge_id', '=', merge))
    .execute()
  await db.deleteFrom('practice_moves').where('merge_id', '=', merge).execute()
}
