/** The persons behind delegations. */
import { sql } from 'kysely'
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

/** Names of accounts and of those who claimed, with what each spoke for. */
export async function allNames(db: Db | DbTransaction) {
  const { rows } = await sql<{
    id: string
    what: 'account' | 'delegation'
    name: string
    details: string
    organisation: string
    at: Temporal.Instant
  }>`
    select id, 'account' as what, name, coalesce(email, '') as details, '' as organisation, created_at as at
      from representatives where name <> ''
    union all
    select d.id, 'delegation', d.name, concat_ws('; ', d.post, nullif(d.email, ''), d.paper), o.name, d.claimed_at
      from delegations d join organisations o on o.id = d.organisation_id where d.name <> ''
    order by what, id`.execute(db)
  return rows
}

/** The name goes for good; nobody comes in by this account any more. */
export async function forgetPerson(db: DbTransaction, id: RepresentativeId): Promise<void> {
  await closePerson(db, id)
  await db.updateTable('representatives').set({ name: '' }).where('id', '=', id).execute()
}
