/** Registrations: places are counted and given under the lock of the event's row. */
import { type Selectable, sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { organisationKey, type Taken } from '../rules/registration.ts'
import type { EventsTables } from '../tables.ts'
import type { Attendance, CheckInWay, Registration, RegistrationId } from '../types/registration.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

function registrationOf(row: Selectable<EventsTables['event_registrations']>): Registration {
  return {
    id: row.id,
    eventId: row.event_id,
    number: row.number,
    state: row.state,
    origin: row.origin,
    name: row.name,
    email: row.email,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    code: row.code,
    photoConsent: row.photo_consent,
    answers: row.answers,
    locale: row.locale,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
    checkedInAt: row.checked_in_at,
    checkedInHow: row.checked_in_how,
    erasedAt: row.erased_at,
  }
}

/** Who holds a place: confirmed, or not yet and in time. */
export async function takenOf(db: DbTransaction, id: EventId): Promise<Taken> {
  const rows = await db
    .selectFrom('event_registrations')
    .select(['organisation_id as organisationId', 'organisation', sql<number>`count(*)`.as('n')])
    .where('event_id', '=', id)
    .where('state', 'in', ['confirmed', 'unconfirmed'])
    .groupBy(['organisation_id', 'organisation'])
    .execute()
  const taken: Taken = { all: 0, byOrganisation: new Map() }
  for (const row of rows) {
    taken.all += row.n
    const key = organisationKey(row)
    if (key !== null) taken.byOrganisation.set(key, (taken.byOrganisation.get(key) ?? 0) + row.n)
  }
  return taken
}

export type KnownRegistration = Pick<Registration, 'id' | 'eventId' | 'state' | 'code'> & {
  readonly emailHash: string
}

/** Those of these addresses that registered already. */
export async function knownOf(
  db: DbTransaction,
  id: EventId,
  emailHashes: readonly string[],
): Promise<KnownRegistration[]> {
  if (emailHashes.length === 0) return []
  const rows = await db
    .selectFrom('event_registrations')
    .select(['id', 'event_id as eventId', 'state', 'code', 'email_hash'])
    .where('event_id', '=', id)
    .where(sql<boolean>`email_hash = any(${emailHashes}::text[])`)
    // Said for the planner: without it the index of addresses is not taken, and all rows of the event are read.
    .where('email_hash', 'is not', null)
    .where('state', '<>', 'cancelled')
    .execute()
  return rows.map(({ email_hash, ...row }) => ({ ...row, emailHash: email_hash ?? '' }))
}

export async function codesOf(
  db: DbTransaction,
  id: EventId,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set()
  const rows = await db
    .selectFrom('event_registrations')
    .select('code')
    .where('event_id', '=', id)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute()
  return new Set(rows.map((row) => row.code))
}

export type NewRegistration = {
  readonly id: RegistrationId
  readonly eventId: EventId
  readonly state: Registration['state']
  readonly origin: Registration['origin']
  readonly name: string
  readonly email: string | null
  readonly emailHash: string | null
  readonly organisationId: Registration['organisationId']
  readonly organisation: string | null
  readonly code: string
  readonly photoConsent: boolean | null
  readonly answers: Registration['answers']
  readonly locale: Registration['locale']
  readonly expiresAt: Temporal.Instant | null
  readonly confirmed: boolean
  readonly checkedInHow?: CheckInWay
}

/** In the order of the list, which is the order of the waiting list. One statement, whatever their number. */
export async function insertRegistrations(tx: Tx, rows: readonly NewRegistration[]): Promise<void> {
  if (rows.length === 0) return
  const list = JSON.stringify(
    rows.map((row, n) => ({ ...row, n, expiresAt: row.expiresAt?.toString() ?? null })),
  )
  await sql`
    insert into event_registrations (id, event_id, state, origin, name, email, email_hash, organisation_id, organisation,
      code, photo_consent, answers, locale, created_at, expires_at, confirmed_at, checked_in_at, checked_in_how)
    select r.id, r."eventId", r.state, r.origin, r.name, r.email, r."emailHash", r."organisationId", r.organisation,
      r.code, r."photoConsent", r.answers, r.locale, ${tx.now}::timestamptz, r."expiresAt",
      case when r.confirmed then ${tx.now}::timestamptz end,
      case when r."checkedInHow" is not null then ${tx.now}::timestamptz end, r."checkedInHow"
    from jsonb_to_recordset(${list}::jsonb) as r(n integer, id uuid, "eventId" uuid, state text, origin text, name text,
      email text, "emailHash" text, "organisationId" uuid, organisation text, code text, "photoConsent" boolean,
      answers jsonb, locale text, "expiresAt" timestamptz, confirmed boolean, "checkedInHow" text)
    order by r.n`.execute(tx.db)
}

export async function registrationById(db: Reader, id: RegistrationId): Promise<Registration | null> {
  const row = await db.selectFrom('event_registrations').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? registrationOf(row) : null
}

export async function lockRegistration(db: DbTransaction, id: RegistrationId): Promise<Registration | null> {
  const row = await db
    .selectFrom('event_registrations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? registrationOf(row) : null
}

/** Of the waiting list: confirmed, in their order. */
export async function waitingOf(db: DbTransaction, id: EventId): Promise<Registration[]> {
  const rows = await db
    .selectFrom('event_registrations')
    .selectAll()
    .where('event_id', '=', id)
    .where('state', '=', 'waiting')
    .where('confirmed_at', 'is not', null)
    .orderBy('number')
    .execute()
  return rows.map(registrationOf)
}

export async function saveStates(
  tx: Tx,
  ids: readonly RegistrationId[],
  state: Registration['state'],
): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('event_registrations')
    .set({ state, ...(state === 'cancelled' ? { cancelled_at: tx.now } : {}) })
    .where('id', 'in', ids)
    .execute()
}

export async function markConfirmed(tx: Tx, id: RegistrationId, state: Registration['state']): Promise<void> {
  await tx.db
    .updateTable('event_registrations')
    .set({ state, confirmed_at: tx.now, expires_at: null })
    .where('id', '=', id)
    .execute()
}

export async function markCheckedIn(tx: Tx, id: RegistrationId, how: CheckInWay | null): Promise<void> {
  await tx.db
    .updateTable('event_registrations')
    .set({ checked_in_at: how === null ? null : tx.now, checked_in_how: how })
    .where('id', '=', id)
    .execute()
}

/** Of events whose places nobody confirmed in time. */
export async function expiredEvents(db: Reader, now: Temporal.Instant): Promise<EventId[]> {
  const rows = await db
    .selectFrom('event_registrations')
    .select('event_id')
    .distinct()
    .where('confirmed_at', 'is', null)
    .where('state', 'in', ['unconfirmed', 'waiting'])
    .where('expires_at', '<', now)
    .execute()
  return rows.map((row) => row.event_id)
}

export async function expire(tx: Tx, id: EventId): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('event_registrations')
    .set({ state: 'cancelled', cancelled_at: tx.now })
    .where('event_id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('state', 'in', ['unconfirmed', 'waiting'])
    .where('expires_at', '<', tx.now)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** How many of the waiting list stand before it. */
export async function beforeInLine(db: Reader, registration: Registration): Promise<number> {
  const row = await db
    .selectFrom('event_registrations')
    .select(sql<number>`count(*)`.as('n'))
    .where('event_id', '=', registration.eventId)
    .where('state', '=', 'waiting')
    .where('number', '<', registration.number)
    .executeTakeFirstOrThrow()
  return row.n
}

export async function attendanceOf(db: Reader, id: EventId): Promise<Attendance> {
  const counted = db
    .selectFrom('event_counts')
    .select(sql<number>`coalesce(sum(number), 0)`.as('n'))
    .where('event_id', '=', id)
  const of = (state: string) => sql<number>`count(*) filter (where state = ${sql.lit(state)})`
  const [row, paper] = await Promise.all([
    db
      .selectFrom('event_registrations')
      .select([
        of('confirmed').as('confirmed'),
        of('unconfirmed').as('unconfirmed'),
        of('waiting').as('waiting'),
        of('cancelled').as('cancelled'),
        sql<number>`count(checked_in_at)`.as('checkedIn'),
      ])
      .where('event_id', '=', id)
      .executeTakeFirstOrThrow(),
    counted.executeTakeFirstOrThrow(),
  ])
  return { ...row, counted: Number(paper.n) }
}

/** Places that are left; null where there is no limit. */
export async function freePlaces(db: Reader, id: EventId, seats: number | null): Promise<number | null> {
  if (seats === null) return null
  const row = await db
    .selectFrom('event_registrations')
    .select(sql<number>`count(*)`.as('n'))
    .where('event_id', '=', id)
    .where('state', 'in', ['confirmed', 'unconfirmed'])
    .executeTakeFirstOrThrow()
  return Math.max(0, seats - row.n)
}

/** People whom an organisation named. */
export async function namedBy(
  db: DbTransaction,
  id: EventId,
  organisationId: NonNullable<Registration['organisationId']>,
): Promise<Registration[]> {
  const rows = await db
    .selectFrom('event_registrations')
    .selectAll()
    .where('event_id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('origin', '=', 'invitation')
    .where('state', '<>', 'cancelled')
    .orderBy('number')
    .execute()
  return rows.map(registrationOf)
}

export async function peopleNamedBy(
  db: Reader,
  id: EventId,
  organisationId: NonNullable<Registration['organisationId']>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('event_registrations')
    .select('name')
    .where('event_id', '=', id)
    .where('organisation_id', '=', organisationId)
    .where('origin', '=', 'invitation')
    .where('state', '<>', 'cancelled')
    .orderBy('number')
    .execute()
  return rows.map((row) => row.name)
}
