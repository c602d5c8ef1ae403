/** Ceremonies of events, with delegations and wreaths. */
import { type Selectable, sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { EventId, EventState } from '../../events/index.ts'
import type { MemorialsTables } from '../tables.ts'
import type { Ceremony, CeremonyInput, MonumentId, Wreath, WreathId, WreathInput } from '../types.ts'
import type { Reader } from './dates.ts'

export async function ceremonyOf(db: Reader, eventId: EventId): Promise<Ceremony | null> {
  const row = await db.selectFrom('ceremonies').selectAll().where('event_id', '=', eventId).executeTakeFirst()
  return row
    ? {
        eventId: row.event_id,
        monumentId: row.monument_id,
        silenceAt: row.silence_at,
        gathering: row.gathering,
        sound: row.sound,
        transport: row.transport,
        weatherPlan: row.weather_plan,
        version: row.version,
      }
    : null
}

/** @param version of the row after it */
export async function saveCeremony(
  tx: Tx,
  eventId: EventId,
  input: CeremonyInput,
  version: number,
): Promise<void> {
  const row = {
    monument_id: input.monumentId,
    silence_at: input.silenceAt,
    gathering: input.gathering,
    sound: input.sound,
    transport: input.transport,
    weather_plan: input.weatherPlan,
    version,
    changed_at: tx.now,
  }
  await tx.db
    .insertInto('ceremonies')
    .values({ event_id: eventId, ...row })
    .onConflict((c) => c.column('event_id').doUpdateSet(row))
    .execute()
}

function wreathOf(row: Selectable<MemorialsTables['ceremony_wreaths']>): Wreath {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    delegation: row.delegation,
    people: row.people,
    kind: row.kind,
    count: row.count,
    cost: row.cost,
    paidByCity: row.paid_by_city,
    laid: row.laid,
  }
}

/** In the order in which they are read out. */
export async function wreathsOf(db: Reader, eventId: EventId): Promise<Wreath[]> {
  const rows = await db
    .selectFrom('ceremony_wreaths')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(wreathOf)
}

function columnsOf(input: WreathInput) {
  return {
    organisation_id: input.organisationId,
    delegation: input.delegation,
    people: input.people,
    kind: input.kind,
    count: input.count,
    cost: input.cost,
    paid_by_city: input.paidByCity,
  }
}

/** At the end of the list. */
export async function insertWreath(tx: Tx, eventId: EventId, input: WreathInput): Promise<WreathId> {
  const id = newId<'wreath'>()
  await tx.db
    .insertInto('ceremony_wreaths')
    .values({
      id,
      event_id: eventId,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from ceremony_wreaths where event_id = ${eventId})`,
      ...columnsOf(input),
      laid: null,
      created_at: tx.now,
    })
    .execute()
  return id
}

export async function updateWreath(db: DbTransaction, id: WreathId, input: WreathInput): Promise<void> {
  await db.updateTable('ceremony_wreaths').set(columnsOf(input)).where('id', '=', id).execute()
}

export async function deleteWreath(db: DbTransaction, id: WreathId): Promise<void> {
  await db.deleteFrom('ceremony_wreaths').where('id', '=', id).execute()
}

/** Who came: these did, the others of the event did not. */
export async function saveLaid(
  db: DbTransaction,
  eventId: EventId,
  laid: readonly WreathId[],
): Promise<void> {
  await db
    .updateTable('ceremony_wreaths')
    .set({ laid: laid.length === 0 ? false : sql<boolean>`id = any(${sql.val([...laid])}::uuid[])` })
    .where('event_id', '=', eventId)
    .execute()
}

export type CeremonyLine = {
  readonly id: EventId
  readonly title: string
  readonly titleEn: string | null
  readonly firstDay: CivilDate
  readonly state: EventState
}

/** What was held at a monument, the latest first. Visitors do not see what is only planned. */
export async function ceremoniesAt(
  db: Reader,
  monumentId: MonumentId,
  options: { readonly publicOnly: boolean; readonly limit: number },
): Promise<CeremonyLine[]> {
  let query = db
    .selectFrom('ceremonies as c')
    .innerJoin('events as e', 'e.id', 'c.event_id')
    .select(['e.id', 'e.title', 'e.title_en as titleEn', 'e.first_day as firstDay', 'e.state'])
    .where('c.monument_id', '=', monumentId)
  if (options.publicOnly) query = query.where('e.state', '<>', 'planned')
  return query.orderBy('e.first_day', 'desc').orderBy('e.id', 'desc').limit(options.limit).execute()
}
