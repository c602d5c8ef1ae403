/** Every statement about the staff and its roles. */
import { sql } from 'kysely'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { DEMO_DOMAIN } from '../rules/roles.ts'

type Reader = Db | DbTransaction

/** An invented person of a demonstration does not count: the owner of the machine still has to come in. */
export async function administratorExists(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('staff as t')
    .innerJoin('staff_roles as r', 'r.staff_id', 't.id')
    .select(sql<number>`1`.as('one'))
    .where('r.role', '=', 'administrator')
    .where('t.state', '=', 'active')
    .where('t.email', 'not like', `%@${DEMO_DOMAIN}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
