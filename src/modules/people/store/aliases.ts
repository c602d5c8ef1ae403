/** Names of departments, and the unit that a name means. */
import { sql } from 'kysely'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { normalForm } from '../rules/unit.ts'
import type { Unit, UnitId } from '../types.ts'
import { UNIT_FIELDS } from './units.ts'

type Reader = Db | DbTransaction

export function aliasesOf(db: Reader, unit: UnitId): Promise<{ alias: string; normal: string }[]> {
  return db
    .selectFrom('unit_aliases')
    .select(['alias', 'normal'])
    .where('unit_id', '=', unit)
    .orderBy('alias')
    .execute()
}

/** The unit that bears this name or another spelling of it; of merged ones the one that stands for them. */
export async function unitOfName(db: Reader, name: string): Promise<Unit | undefined> {
  return db
    .selectFrom('unit_aliases as a')
    .innerJoin('units as named', 'named.id', 'a.unit_id')
    .innerJoin('units', (j) => j.on(sql<boolean>`units.id = coalesce(named.merged_into, named.id)`))
    .select(UNIT_FIELDS)
    .where('a.normal', '=', normalForm(name))
    .executeTakeFirst()
}

/** @returns whether the name was free; a name of the unit itself counts as free */
export async function addAlias(db: DbTransaction, unit: UnitId, alias: string): Promise<boolean> {
  const normal = normalForm(alias)
  await db
    .insertInto('unit_aliases')
    .values({ unit_id: unit, alias, normal })
    .onConflict((c) => c.doNothing())
    .execute()
  const owner = await db
    .selectFrom('unit_aliases')
    .select('unit_id')
    .where('normal', '=', normal)
    .executeTakeFirst()
  return owner?.unit_id === unit
}

export async function dropAlias(db: DbTransaction, unit: UnitId, normal: string): Promise<void> {
  await db.deleteFrom('unit_aliases').where('unit_id', '=', unit).where('normal', '=', normal).execute()
}
