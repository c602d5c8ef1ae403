/** Whom a letter reaches. Other modules ask this; a person who may not sign in gets no letters. */
import { sql } from 'kysely'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { Colleague, Role, UnitId } from '../types.ts'

type Reader = Db | DbTransaction

/** Active executors of a department and of those merged with it, alphabetical. */
export function staffOfUnit(db: Reader, unitId: UnitId): Promise<Colleague[]> {
  return db
    .selectFrom('staff as t')
    .select(['t.id', 't.name', 't.email', 't.locale'])
    .where('t.state', '=', 'active')
    .where(
      sql<boolean>`exists (
        select from staff_roles r
        join units own on own.id = r.unit_id
        join units asked on asked.id = ${unitId}
        where r.staff_id = t.id and r.role = 'executor'
          and coalesce(own.merged_into, own.id) = coalesce(asked.merged_into, asked.id)
      )`,
    )
    .orderBy('t.name')
    .orderBy('t.id')
    .execute()
}

/** Active staff with a role, alphabetical. */
export function staffWithRole(db: Reader, role: Role): Promise<Colleague[]> {
  return db
    .selectFrom('staff as t')
    .select(['t.id', 't.name', 't.email', 't.locale'])
    .where('t.state', '=', 'active')
    .where(sql<boolean>`exists (select from staff_roles r where r.staff_id = t.id and r.role = ${role})`)
    .orderBy('t.name')
    .orderBy('t.id')
    .execute()
}
