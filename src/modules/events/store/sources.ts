/** Calendars of others, and what was taken from them. */
import type { Selectable } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { EventsTables } from '../tables.ts'
import type {
  EventSource,
  SetAside,
  SourceCounts,
  SourceId,
  SourceInput,
  SourceItem,
  SourceItemState,
} from '../types/source.ts'
import type { EventId } from '../types.ts'
import type { Reader } from './days.ts'

function sourceOf(row: Selectable<EventsTables['event_sources']>): EventSource {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    kind: row.kind,
    unitId: row.unit_id,
    active: row.active,
    checkedAt: row.checked_at,
    problem: row.problem,
    counts: row.counts,
    setAside: row.set_aside,
    version: row.version,
  }
}

export async function listSources(db: Reader): Promise<EventSource[]> {
  const rows = await db
    .selectFrom('event_sources')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(sourceOf)
}

export async function sourceById(db: Reader, id: SourceId): Promise<EventSource | null> {
  const row = await db.selectFrom('event_sources').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? sourceOf(row) : null
}

export async function lockSource(db: DbTransaction, id: SourceId): Promise<EventSource | null> {
  const row = await db
    .selectFrom('event_sources')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? sourceOf(row) : null
}

export async function sourceNamed(db: Reader, name: string): Promise<SourceId | null> {
  const row = await db.selectFrom('event_sources').select('id').where('name', '=', name).executeTakeFirst()
  return row?.id ?? null
}

function columnsOf(input: SourceInput) {
  return { name: input.name, url: input.url, kind: input.kind, unit_id: input.unitId, active: input.active }
}

export async function insertSource(
  db: DbTransaction,
  id: SourceId,
  input: SourceInput,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('event_sources')
    .values({ id, ...columnsOf(input), checked_at: null, problem: null, counts: null, created_at: now })
    .execute()
}

export async function updateSource(
  db: DbTransaction,
  before: EventSource,
  input: SourceInput,
): Promise<void> {
  await db
    .updateTable('event_sources')
    .set({ ...columnsOf(input), version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
}

export async function saveChecked(
  db: DbTransaction,
  id: SourceId,
  now: Temporal.Instant,
  result:
    | { readonly problem: string }
    | { readonly counts: SourceCounts; readonly setAside: readonly SetAside[] },
): Promise<void> {
  await db
    .updateTable('event_sources')
    .set({
      checked_at: now,
      ...('problem' in result
        ? { problem: result.problem }
        : {
            problem: null,
            counts: JSON.stringify(result.counts),
            set_aside: JSON.stringify(result.setAside),
          }),
    })
    .where('id', '=', id)
    .execute()
}

export type TakenItem = {
  readonly uid: string
  readonly eventId: EventId
  readonly print: string
  readonly eventVersion: number
  readonly state: SourceItemState
}

export async function takenItems(db: Reader, id: SourceId): Promise<ReadonlyMap<string, TakenItem>> {
  const rows = await db.selectFrom('event_source_items').selectAll().where('source_id', '=', id).execute()
  return new Map(
    rows.map((row) => [
      row.uid,
      {
        uid: row.uid,
        eventId: row.event_id,
        print: row.print,
        eventVersion: row.event_version,
        state: row.state,
      },
    ]),
  )
}

export async function saveItem(db: DbTransaction, sourceId: SourceId, item: TakenItem): Promise<void> {
  const row = { print: item.print, event_version: item.eventVersion, state: item.state }
  await db
    .insertInto('event_source_items')
    .values({ source_id: sourceId, uid: item.uid, event_id: item.eventId, ...row })
    .onConflict((c) => c.columns(['source_id', 'uid']).doUpdateSet(row))
    .execute()
}

/** Those that need a person first, then by day. */
export async function itemsOf(db: Reader, id: SourceId, limit: number): Promise<SourceItem[]> {
  return db
    .selectFrom('event_source_items as i')
    .innerJoin('events as e', 'e.id', 'i.event_id')
    .select([
      'i.uid',
      'i.event_id as eventId',
      'e.title',
      'e.first_day as firstDay',
      'e.state as eventState',
      'i.state',
    ])
    .where('i.source_id', '=', id)
    .orderBy((eb) => eb('i.state', '=', 'taken'))
    .orderBy('e.first_day', 'desc')
    .orderBy('i.uid')
    .limit(limit)
    .execute()
}
