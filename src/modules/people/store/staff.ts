/** Every statement about the staff and its roles. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Grant, Role, StaffId } from '../../../kernel/actor.ts'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { Database } from '../../../schema.ts'
import { DEMO_DOMAIN, type DemoRole } from '../rules/roles.ts'
import type { StaffMember, StaffState } from '../types.ts'
import { likely } from './units.ts'

type Reader = Db | DbTransaction

export type StaffFilter = {
  readonly search?: string
  readonly role?: Role | null
  readonly state?: StaffState | null
}

/** A role with the name of its department, for people. */
export type NamedGrant = Grant & { readonly unitName: string | null; readonly unitShortName: string | null }
export type StaffRow = Omit<StaffMember, 'grants'> & { readonly grants: readonly NamedGrant[] }

function members(db: Reader, now: Temporal.Instant) {
  return db
    .selectFrom('staff')
    .select([
      'staff.id',
      'staff.email',
      'staff.name',
      'staff.position',
      'staff.state',
      'staff.locale',
      'staff.version',
    ])
    .select([
      sql<NamedGrant[]>`(
        select coalesce(json_agg(json_build_object('role', r.role, 'unitId', r.unit_id, 'unitName', u.name, 'unitShortName', u.short_name)
          order by array_position(array['administrator', 'coordinator', 'fundManager', 'executor', 'viewer'], r.role), u.name), '[]')
        from staff_roles r left join units u on u.id = r.unit_id where r.staff_id = staff.id
      )`.as('grants'),
      sql<boolean>`staff.passphrase_hash is not null`.as('hasPassphrase'),
      sql<boolean>`staff.totp_secret is not null`.as('hasTotp'),
      sql<boolean>`staff.oidc_subject is not null`.as('hasOidc'),
      sql<number>`(select count(*)::int from passkeys p where p.staff_id = staff.id)`.as('passkeys'),
      sql<Temporal.Instant | null>`(select max(s.seen_at) from sessions s where s.staff_id = staff.id and s.complete)`.as(
        'seenAt',
      ),
      sql<Temporal.Instant | null>`(select max(i.expires_at) from invitations i
        where i.staff_id = staff.id and i.used_at is null and i.expires_at > ${now})`.as('invitedUntil'),
    ])
}

function matching(eb: ExpressionBuilder<Database, 'staff'>, filter: StaffFilter) {
  const parts = []
  const wanted = filter.search?.trim()
  if (wanted) {
    const pattern = `%${likely(wanted)}%`
    parts.push(
      eb.or([eb('name', 'ilike', pattern), eb('email', 'ilike', pattern), eb('position', 'ilike', pattern)]),
    )
  }
  if (filter.state) parts.push(eb('state', '=', filter.state))
  if (filter.role)
    parts.push(
      eb.exists(
        eb
          .selectFrom('staff_roles as r')
          .select('r.staff_id')
          .whereRef('r.staff_id', '=', 'staff.id')
          .where('r.role', '=', filter.role),
      ),
    )
  return eb.and(parts)
}

/** Alphabetical, after the given key. */
export function staffRows(
  db: Reader,
  filter: StaffFilter,
  after: { readonly name: string; readonly id: string } | null,
  limit: number,
  now: Temporal.Instant,
): Promise<StaffRow[]> {
  return members(db, now)
    .where((eb) => matching(eb, filter))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(staff.name, staff.id) > (${after!.name}, ${after!.id}::uuid)`),
    )
    .orderBy('staff.name')
    .orderBy('staff.id')
    .limit(limit)
    .execute()
}

export async function countStaff(db: Reader, filter: StaffFilter): Promise<number> {
  const row = await db
    .selectFrom('staff')
    .select(sql<number>`count(*)::int`.as('n'))
    .where((eb) => matching(eb, filter))
    .executeTakeFirstOrThrow()
  return row.n
}

export function staffById(db: Reader, id: StaffId, now: Temporal.Instant): Promise<StaffRow | undefined> {
  return members(db, now).where('staff.id', '=', id).executeTakeFirst()
}

export function staffByEmail(
  db: Reader,
  email: string,
  now: Temporal.Instant,
): Promise<StaffRow | undefined> {
  return members(db, now).where('staff.email', '=', email).executeTakeFirst()
}

export function lockStaff(
  db: DbTransaction,
  id: StaffId,
  now: Temporal.Instant,
): Promise<StaffRow | undefined> {
  return members(db, now).where('staff.id', '=', id).forUpdate().executeTakeFirst()
}

export type NewStaff = {
  readonly email: string
  readonly name: string
  readonly position: string | null
  readonly state: StaffState
  readonly now: Temporal.Instant
}

export async function insertStaff(db: DbTransaction, person: NewStaff): Promise<StaffId> {
  const id = newId<'staff'>()
  await db
    .insertInto('staff')
    .values({
      id,
      email: person.email,
      name: person.name,
      position: person.position,
      state: person.state,
      passphrase_hash: null,
      totp_secret: null,
      totp_last_step: null,
      oidc_subject: null,
      created_at: person.now,
    })
    .execute()
  return id
}

/** @returns false when someone else changed the person since this version was read */
export async function updateStaff(
  db: DbTransaction,
  id: StaffId,
  version: number,
  change: { readonly email: string; readonly name: string; readonly position: string | null },
): Promise<boolean> {
  const result = await db
    .updateTable('staff')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function saveState(db: DbTransaction, id: StaffId, state: StaffState): Promise<void> {
  await db
    .updateTable('staff')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function saveGrants(db: DbTransaction, id: StaffId, grants: readonly Grant[]): Promise<void> {
  await db.deleteFrom('staff_roles').where('staff_id', '=', id).execute()
  if (grants.length > 0)
    await db
      .insertInto('staff_roles')
      .values(grants.map((g) => ({ staff_id: id, role: g.role, unit_id: g.unitId })))
      .execute()
}

/** Active administrators besides one person; locked, so that the last two cannot remove each other at once. */
export async function otherAdministrators(db: DbTransaction, than: StaffId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('people.administrators'))`.execute(db)
  const row = await db
    .selectFrom('staff as t')
    .innerJoin('staff_roles as r', 'r.staff_id', 't.id')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('r.role', '=', 'administrator')
    .where('t.state', '=', 'active')
    .where('t.id', '<>', than)
    .executeTakeFirstOrThrow()
  return row.n
}

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

/** The oldest invented person who bears the role. */
export function demoPerson(
  db: Reader,
  role: DemoRole,
): Promise<{ readonly id: StaffId; readonly name: string } | undefined> {
  return db
    .selectFrom('staff as t')
    .innerJoin('staff_roles as r', 'r.staff_id', 't.id')
    .select(['t.id', 't.name'])
    .where('r.role', '=', role)
    .where('t.state', '=', 'active')
    .where('t.email', 'like', `%@${DEMO_DOMAIN}`)
    .orderBy('t.created_at')
    .orderBy('t.id')
    .limit(1)
    .executeTakeFirst()
}
