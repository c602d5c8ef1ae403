/** The register's own database, typed. */
import type { Kysely, Transaction } from 'kysely'
import type { House } from '../../../platform/house.ts'
import type { RegisterTables } from '../tables.ts'

export type RegisterDb = Kysely<RegisterTables>
export type RegisterTransaction = Transaction<RegisterTables>

/** `null` while nothing was ever imported, or where the shared register cannot be reached by us. */
export async function readable(house: Pick<House, 'register'>): Promise<RegisterDb | null> {
  return (await house.register.read())?.withTables<RegisterTables>() ?? null
}

/** @throws Unavailable where the register is kept by somebody else */
export async function writable(house: Pick<House, 'register'>): Promise<RegisterDb> {
  return (await house.register.write()).withTables<RegisterTables>()
}
