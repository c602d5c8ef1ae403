/** The persons behind delegations. */
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { CabinetPerson, RepresentativeId } from '../types.ts'

const COLUMNS = ['id', 'email', 'name', 'state', 'locale'] as const

export async function personById(
  db: Db | DbTransaction,
  id: RepresentativeId,
): Promise<CabinetPerson | undefined> {
  return db.selectFrom('representatives').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

export async function personByEmail(
  db: Db | DbTransaction,
  email: string,
): Promise<CabinetPerson | undefined> {
  return db
    .selectFrom('representatives')
    .select(COLUMNS)
    .where('email', '=', email)
    .where('state', '=', 'active')
    .executeTakeFirst()
}

/** The person of this e-mail, made when there is none. Locked, so that two claims make one person. */
export async function ensurePerson(
  db: DbTransaction,
  of: {
    readonly email: string
    readonly name: string
    readonly locale: Locale
    readonly now: Temporal.Instant
  },
): Promise<CabinetPerson> {
  return db
    .insertInto('representatives')
    .values({
      id: newId<'representative'>(),
      email: of.email,
      name: of.name,
      locale: of.locale,
      created_at: of.now,
    })
    .onConflict((c) => c.column('email').doUpdateSet((eb) => ({ email: eb.ref('excluded.email') })))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

export async function savePerson(
  db: DbTransaction,
  id: RepresentativeId,
  change: { readonly name?: string; readonly locale?: Locale },
): Promise<void> {
  await db.updateTable('representatives').set(change).where('id', '=', id).execute()
}

/** The account is no more: nobody comes in by it, and its address is forgotten. */
export async function closePerson(db: DbTransaction, id: RepresentativeId): Promise<void> {
  await db.updateTable('representatives').set({ state: 'closed', email: null }).where('id', '=', id).execute()
}
