/** Shares of the work. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { EventId, EventShare, ShareId, ShareState } from '../types.ts'
import type { Reader } from './days.ts'

const FIELDS = [
  's.id',
  's.kind',
  's.task',
  's.unit_id as unitId',
  's.organisation_id as organisationId',
  's.due',
  's.state',
  's.note',
  's.done_on as doneOn',
] as const

export type ShareLine = EventShare & { readonly unitName: string | null }

export async function sharesOf(db: Reader, id: EventId): Promise<ShareLine[]> {
  return db
    .selectFrom('event_shares as s')
    .leftJoin('units as u', 'u.id', 's.unit_id')
    .select([...FIELDS, sql<string | null>`coalesce(u.short_name, u.name)`.as('unitName')])
    .where('s.event_id', '=', id)
    .orderBy('s.due')
    .orderBy('s.id')
    .execute()
}

export async function lockShare(
  db: DbTransaction,
  id: ShareId,
): Promise<(EventShare & { readonly eventId: EventId }) | null> {
  const row = await db
    .selectFrom('event_shares as s')
    .select([...FIELDS, 's.event_id as eventId'])
    .where('s.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export type NewShare = Pick<EventShare, 'kind' | 'task' | 'unitId' | 'organisationId' | 'due' | 'note'>

export async function insertShare(tx: Tx, eventId: EventId, share: NewShare): Promise<ShareId> {
  const id = newId<'eventShare'>()
  await tx.db
    .insertInto('event_shares')
    .values({
      id,
      event_id: eventId,
      kind: share.kind,
      task: share.task,
      unit_id: share.unitId,
      organisation_id: share.organisationId,
      due: share.due,
      note: share.note,
      state: 'open',
      done_on: null,
      reminded_on: null,
      created_at: tx.now,
    })
    .execute()
  return id
}

export async function saveShareState(
  tx: Tx,
  id: ShareId,
  state: ShareState,
  note: string | null,
): Promise<void> {
  await tx.db
    .updateTable('event_shares')
    .set({ state, note, done_on: state === 'done' ? tx.today : null })
    .where('id', '=', id)
    .execute()
}

export type WaitingShare = EventShare & {
  readonly eventId: EventId
  readonly eventTitle: string
  readonly unitName: string | null
}

/** Open shares of departments whose day is near, of events that are still to come. */
export async function sharesDue(
  db: Reader,
  units: 'all' | readonly UnitId[],
  until: CivilDate,
  limit: number,
): Promise<WaitingShare[]> {
  if (units !== 'all' && units.length === 0) return []
  let query = db
    .selectFrom('event_shares as s')
    .innerJoin('events as e', 'e.id', 's.event_id')
    .innerJoin('units as u', 'u.id', 's.unit_id')
    .select([...FIELDS, 's.event_id as eventId', 'e.title as eventTitle', 'u.name as unitName'])
    .where('s.state', '=', 'open')
    .where('e.state', 'in', ['planned', 'announced', 'postponed', 'held'])
    .where('s.due', '<=', until)
  if (units !== 'all') query = query.where('s.unit_id', 'in', units)
  return query.orderBy('s.due').orderBy('s.id').limit(limit).execute()
}

export async function markReminded(tx: Tx, ids: readonly ShareId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db.updateTable('event_shares').set({ reminded_on: tx.today }).where('id', 'in', ids).execute()
}

export async function eventOfShare(db: Reader, id: ShareId): Promise<EventId | null> {
  const row = await db.selectFrom('event_shares').select('event_id').where('id', '=', id).executeTakeFirst()
  return row?.event_id ?? null
}
