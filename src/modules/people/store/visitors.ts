/** The two statements that run before everything else: who bears this cookie, who bears this token. */
import { sql } from 'kysely'
import {
  type Actor,
  ANONYMOUS,
  type Grant,
  type Role,
  type StaffId,
  type UnitId,
} from '../../../kernel/actor.ts'
import { Temporal } from '../../../kernel/civil-date.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Db } from '../../../platform/db.ts'
import type { Visitor } from '../../../platform/http/options.ts'
import { hashSecret } from '../../../platform/random.ts'
import { managesTokens, mayGiveScope } from '../policy.ts'
import { IDLE_HOURS, SEEN_MINUTES } from '../rules/session.ts'
import { grantsOfToken } from '../rules/token.ts'
import type { TokenScope } from '../types.ts'

type SessionRow = {
  id: string
  csrf: string
  locale: Locale
  complete: boolean
  seen_at: Temporal.Instant
  staff_id: StaffId | null
  name: string | null
  grants: Grant[]
}

/**
 * Rights as they are at this moment. A role in a department covers the departments that were merged with it:
 * their duties stay under their old ids.
 */
const GRANTS = sql`(
  select coalesce(json_agg(distinct jsonb_build_object('role', r.role, 'unitId', coalesce(kin.id, r.unit_id))), '[]')
  from staff_roles r
  left join units own on own.id = r.unit_id
  left join units kin on coalesce(kin.merged_into, kin.id) = coalesce(own.merged_into, own.id)
  where r.staff_id = t.id
)`

/**
 * Who bears this session cookie; null when it is unknown, ended, too old, or its person is suspended.
 * A session that waits for its second factor is anonymous: it has a token against forgery and no rights.
 */
export async function visitorOf(db: Db, cookie: string): Promise<Visitor | null> {
  const now = Temporal.Now.instant()
  const hash = hashSecret(cookie)
  const { rows } = await sql<SessionRow>`
    select s.id, s.csrf, s.locale, s.complete, s.seen_at, s.staff_id, t.name,
      case when s.complete then ${GRANTS} else '[]' end as grants
    from sessions s left join staff t on t.id = s.staff_id
    where s.secret_hash = ${hash} and s.expires_at > ${now}
      and s.seen_at > ${now.subtract({ hours: IDLE_HOURS })}
      and (s.staff_id is null or t.state = 'active')`.execute(db)
  const row = rows[0]
  if (!row) return null
  if (Temporal.Instant.compare(row.seen_at, now.subtract({ minutes: SEEN_MINUTES })) < 0)
    await db.updateTable('sessions').set({ seen_at: now }).where('secret_hash', '=', hash).execute()
  const actor: Actor =
    row.complete && row.staff_id !== null && row.name !== null
      ? { kind: 'staff', id: row.staff_id, name: row.name, grants: row.grants }
      : ANONYMOUS
  return { actor, session: { id: row.id, csrf: row.csrf }, locale: row.locale }
}

type TokenRow = {
  id: Id<'token'>
  name: string
  scopes: TokenScope[]
  units: UnitId[]
  unit_id: UnitId | null
  used_at: Temporal.Instant | null
  maker_id: StaffId
  maker_roles: Role[]
}

/**
 * Who bears this token; null when it is unknown, ended or revoked. It does no more than the person who made it
 * might give away now: with their rights its own go.
 */
export async function bearerOf(db: Db, token: string): Promise<Actor | null> {
  const now = Temporal.Now.instant()
  const hash = hashSecret(token)
  const { rows } = await sql<TokenRow>`
    select k.id, k.name, k.scopes, k.unit_id, k.used_at, t.id as maker_id,
      array(select r.role from staff_roles r where r.staff_id = t.id) as maker_roles,
      array(
        select kin.id::text from units own join units kin
          on coalesce(kin.merged_into, kin.id) = coalesce(own.merged_into, own.id)
        where own.id = k.unit_id
      ) as units
    from api_tokens k join staff t on t.id = k.created_by
    where k.secret_hash = ${hash} and k.revoked_at is null and k.expires_at > ${now} and t.state = 'active'`.execute(
    db,
  )
  const row = rows[0]
  if (!row) return null
  const grants = row.maker_roles.map((role) => ({ role, unitId: null }))
  const maker: Actor = { kind: 'staff', id: row.maker_id, name: '', grants }
  if (!managesTokens.allows(maker)) return null
  const scopes = row.scopes.filter((scope) => mayGiveScope(maker, scope))
  if (!row.used_at || Temporal.Instant.compare(row.used_at, now.subtract({ minutes: SEEN_MINUTES })) < 0)
    await db.updateTable('api_tokens').set({ used_at: now }).where('id', '=', row.id).execute()
  return {
    kind: 'token',
    id: row.id,
    name: row.name,
    scopes,
    grants: grantsOfToken(scopes, row.unit_id === null ? null : row.units),
  }
}
