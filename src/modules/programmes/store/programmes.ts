/** Programmes and their editions: reads, and the few writes of the records themselves. */
import type { Insertable, Selectable } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { ProgrammesTables } from '../tables.ts'
import type { Edition, EditionId, Programme, ProgrammeId } from '../types.ts'

type Reader = Db | DbTransaction
type ProgrammeRow = Selectable<ProgrammesTables['programmes']>
type EditionRow = Selectable<ProgrammesTables['editions']>

function programmeOf(row: ProgrammeRow): Programme {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    titleEn: row.title_en,
    shortTitle: row.short_title,
    shortTitleEn: row.short_title_en,
    period: { from: row.period_from, to: row.period_to },
    state: row.state,
    coordinatorUnitId: row.coordinator_unit_id,
    fundManagerUnitId: row.fund_manager_unit_id,
    previousId: row.previous_id,
  }
}

function editionOf(row: EditionRow): Edition {
  return {
    id: row.id,
    programmeId: row.programme_id,
    number: row.number,
    state: row.state,
    inForceFrom: row.in_force_from,
    decision: row.decision,
    content: row.content,
    reason: row.reason,
  }
}

/** All programmes, the latest period first. */
export async function programmes(db: Reader): Promise<Programme[]> {
  const rows = await db
    .selectFrom('programmes')
    .selectAll()
    .orderBy('period_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(programmeOf)
}

export async function programmeBySlug(db: Reader, slug: string): Promise<Programme | null> {
  const row = await db.selectFrom('programmes').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row ? programmeOf(row) : null
}

export async function programmeById(db: Reader, id: ProgrammeId): Promise<Programme | null> {
  const row = await db.selectFrom('programmes').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? programmeOf(row) : null
}

/** The programme to show first: whose period holds the day, else the latest active one, else the latest of all. */
export async function activeProgramme(db: Reader, today: CivilDate): Promise<Programme | null> {
  const row = await db
    .selectFrom('programmes')
    .selectAll()
    .orderBy((eb) => eb('state', '=', 'active'), 'desc')
    .orderBy((eb) => eb.and([eb('period_from', '<=', today), eb('period_to', '>=', today)]), 'desc')
    .orderBy('period_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? programmeOf(row) : null
}

/** The edition in force on a day: the latest that came into force on it or before. */
export async function editionAt(
  db: Reader,
  programmeId: ProgrammeId,
  date: CivilDate,
): Promise<Edition | null> {
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'inForce')
    .where('in_force_from', '<=', date)
    .orderBy('in_force_from', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? editionOf(row) : null
}

/** Editions of a programme, drafts too, the latest first. Public pages take those in force only. */
export async function editionsOf(db: Reader, programmeId: ProgrammeId): Promise<Edition[]> {
  const rows = await db
    .selectFrom('editions')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(editionOf)
}

export async function editionById(db: Reader, id: EditionId): Promise<Edition | null> {
  const row = await db.selectFrom('editions').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? editionOf(row) : null
}

export async function lockProgramme(db: DbTransaction, id: ProgrammeId): Promise<Programme | null> {
  const row = await db
    .selectFrom('programmes')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? programmeOf(row) : null
}

export async function slugsLike(db: Reader, start: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programmes')
    .select('slug')
    .where((eb) => eb.or([eb('slug', '=', start), eb('slug', 'like', `${start}-%`)]))
    .execute()
  return rows.map((r) => r.slug)
}

export async function insertProgramme(
  db: DbTransaction,
  row: Insertable<ProgrammesTables['programmes']>,
): Promise<void> {
  await db.insertInto('programmes').values(row).execute()
}

export async function insertEdition(
  db: DbTransaction,
  row: Insertable<ProgrammesTables['editions']>,
): Promise<void> {
  await db.insertInto('editions').values(row).execute()
}

export async function saveProgramme(
  db: DbTransaction,
  id: ProgrammeId,
  change: Partial<{
    title: string
    title_en: string | null
    short_title: string
    short_title_en: string | null
    period_from: CivilDate
    period_to: CivilDate
    state: 'active' | 'closed'
    coordinator_unit_id: UnitId | null
    fund_manager_unit_id: UnitId | null
  }>,
): Promise<void> {
  await db.updateTable('programmes').set(change).where('id', '=', id).execute()
}
