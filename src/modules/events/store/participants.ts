/** Registrations on lists, in letters, and how they are forgotten. */
import { type Selectable, sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { newId } from '../../../platform/random.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { EventsTables } from '../tables.ts'
import type { Registration, RegistrationState } from '../types/registration.ts'
import type { HeadCount } from '../types/results.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

export const PAGE_SIZE = 50

export type Participant = Pick<
  Registration,
  | 'id'
  | 'number'
  | 'state'
  | 'origin'
  | 'name'
  | 'email'
  | 'organisationId'
  | 'organisation'
  | 'code'
  | 'photoConsent'
  | 'answers'
  | 'createdAt'
  | 'checkedInAt'
  | 'checkedInHow'
  | 'erasedAt'
>

export type ParticipantFilter = {
  readonly state?: RegistrationState | 'in' | null
  /** In the name, the organisation or the code. */
  readonly text?: string
}

function participantOf(row: Selectable<EventsTables['event_registrations']>): Participant {
  return {
    id: row.id,
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
    createdAt: row.created_at,
    checkedInAt: row.checked_in_at,
    checkedInHow: row.checked_in_how,
    erasedAt: row.erased_at,
  }
}

/** With the place in the event's own list, counted from one. */
export type ListedParticipant = Participant & { readonly place: number }

/** In the order of the requests. */
export async function listParticipants(
  db: Reader,
  id: EventId,
  filter: ParticipantFilter,
  after = '',
  size = PAGE_SIZE,
): Promise<Page<ListedParticipant>> {
  const from = decodeCursor(after, ['number'])
  const all = db
    .selectFrom('event_registrations')
    .selectAll()
    .select(sql<number>`row_number() over (order by number)`.as('place'))
    .where('event_id', '=', id)
  let query = db.selectFrom(all.as('r')).selectAll()
  if (filter.state === 'in') query = query.where('checked_in_at', 'is not', null)
  else if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.text) {
    const like = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([
        eb('name', 'ilike', like),
        eb('organisation', 'ilike', like),
        eb('code', '=', filter.text!.toUpperCase()),
      ]),
    )
  }
  if (from) query = query.where('number', '>', from[0])
  const rows = await query.orderBy('number').limit(onePast(size)).execute()
  return cutPage(
    rows.map((row) => ({ ...participantOf(row), place: row.place })),
    size,
    (row) => [row.number],
  )
}

/** For the sign-in list: everybody with a place, by name. */
export async function expectedOf(db: Reader, id: EventId): Promise<Participant[]> {
  const rows = await db
    .selectFrom('event_registrations')
    .selectAll()
    .where('event_id', '=', id)
    .where('state', '=', 'confirmed')
    .orderBy(sql`name collate "uk-x-icu"`)
    .orderBy('number')
    .execute()
  return rows.map(participantOf)
}

export async function byCode(db: Reader, id: EventId, code: string): Promise<Participant | null> {
  const row = await db
    .selectFrom('event_registrations')
    .selectAll()
    .where('event_id', '=', id)
    .where('code', '=', code)
    .executeTakeFirst()
  return row ? participantOf(row) : null
}

export type Recipient = Pick<
  Registration,
  'id' | 'eventId' | 'name' | 'email' | 'locale' | 'code' | 'state'
> & {
  readonly email: string
}

/** Whom a letter about the event reaches: those with a place and those who wait. */
export async function recipientsOf(
  db: Reader,
  ids: readonly EventId[],
  states: readonly RegistrationState[] = ['confirmed', 'unconfirmed', 'waiting'],
): Promise<Recipient[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('event_registrations')
    .select(['id', 'event_id as eventId', 'name', 'email', 'locale', 'code', 'state'])
    .where('event_id', 'in', ids)
    .where('state', 'in', states)
    .where('email', 'is not', null)
    .orderBy('number')
    .execute()
  return rows.flatMap((row) => (row.email === null ? [] : [{ ...row, email: row.email }]))
}

export async function markReminded(tx: Tx, ids: readonly Registration['id'][]): Promise<void> {
  if (ids.length === 0) return
  await tx.db.updateTable('event_registrations').set({ reminded_at: tx.now }).where('id', 'in', ids).execute()
}

/** Organisations whose people came, by their own words where the registry does not know them. */
export async function organisationsThatCame(
  db: Reader,
  id: EventId,
): Promise<{ readonly ids: readonly OrganisationId[]; readonly names: readonly string[] }> {
  const [registered, invited, counted, hosts] = await Promise.all([
    db
      .selectFrom('event_registrations')
      .select(['organisation_id as organisationId', 'organisation'])
      .distinct()
      .where('event_id', '=', id)
      .where('checked_in_at', 'is not', null)
      .execute(),
    db
      .selectFrom('event_invitations')
      .select('organisation_id as organisationId')
      .where('event_id', '=', id)
      .where('attended', '>', 0)
      .execute(),
    db
      .selectFrom('event_counts')
      .select('organisation_id as organisationId')
      .where('event_id', '=', id)
      .where('organisation_id', 'is not', null)
      .where('number', '>', 0)
      .execute(),
    db
      .selectFrom('event_hosts')
      .select('organisation_id as organisationId')
      .where('event_id', '=', id)
      .orderBy('ordinal')
      .execute(),
  ])
  const ids = [...hosts, ...registered, ...invited, ...counted].flatMap((row) => row.organisationId ?? [])
  const names = registered.flatMap((row) =>
    row.organisationId === null && row.organisation ? [row.organisation] : [],
  )
  return { ids: [...new Set(ids)], names: [...new Set(names)] }
}

export async function countsOf(db: Reader, id: EventId): Promise<HeadCount[]> {
  return db
    .selectFrom('event_counts')
    .select(['id', 'label', 'organisation_id as organisationId', 'number'])
    .where('event_id', '=', id)
    .orderBy('id')
    .execute()
}

export async function replaceCounts(
  tx: Tx,
  id: EventId,
  counts: readonly Omit<HeadCount, 'id'>[],
): Promise<void> {
  await tx.db.deleteFrom('event_counts').where('event_id', '=', id).execute()
  if (counts.length === 0) return
  await tx.db
    .insertInto('event_counts')
    .values(
      counts.map((count) => ({
        id: newId<'eventCount'>(),
        event_id: id,
        label: count.label,
        organisation_id: count.organisationId,
        number: count.number,
      })),
    )
    .execute()
}

/**
 * Forgets the persons of events that ended on or before a day: registrants, askers, those who offered talks.
 * Counts, organisations and the questions themselves stay.
 */
export async function forgetPeople(
  tx: Tx,
  endedBy: CivilDate,
): Promise<{ readonly registrants: number; readonly askers: number }> {
  const old = tx.db.selectFrom('events').select('id').where('last_day', '<=', endedBy)
  const registrants = await tx.db
    .updateTable('event_registrations')
    .set({ name: '', email: null, email_hash: null, answers: '{}', photo_consent: null, erased_at: tx.now })
    .where('erased_at', 'is', null)
    .where('event_id', 'in', old)
    .executeTakeFirst()
  const askers = await tx.db
    .updateTable('event_questions')
    .set({ asker: null, email: null, email_hash: null, erased_at: tx.now })
    .where('erased_at', 'is', null)
    .where('event_id', 'in', old)
    .executeTakeFirst()
  await tx.db
    .updateTable('event_talks')
    .set({ email: null })
    .where('email', 'is not', null)
    .where('event_id', 'in', old)
    .execute()
  return {
    registrants: Number(registrants.numUpdatedRows),
    askers: Number(askers.numUpdatedRows),
  }
}
