/** Every statement about departments, their other names and groups. */
import { type ExpressionBuilder, sql } from 'kysely'
import { asId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { Database } from '../../../schema.ts'
import { normalForm } from '../rules/unit.ts'
import type { Unit, UnitId, UnitKind } from '../types.ts'

type Reader = Db | DbTransaction

export const UNIT_FIELDS = [
  'units.id',
  'units.name',
  'units.short_name as shortName',
  'units.kind',
  'units.email',
  'units.active',
  'units.merged_into as mergedInto',
] as const

export type UnitFilter = {
  readonly kind?: UnitKind
  /** In any of its names. */
  readonly search?: string
  /** Also those that exist no longer. */
  readonly all?: boolean
}

export type UnitRow = Unit & { readonly aliases: number; readonly members: number; readonly staff: number }

function matching(eb: ExpressionBuilder<Database, 'units'>, filter: UnitFilter) {
  const parts = []
  if (!filter.all) parts.push(eb('active', '=', true))
  if (filter.kind) parts.push(eb('kind', '=', filter.kind))
  const wanted = filter.search?.trim()
  if (wanted) {
    const inAlias = `%${likely(normalForm(wanted))}%`
    parts.push(
      eb.exists(
        eb
          .selectFrom('unit_aliases as a')
          .select('a.unit_id')
          .whereRef('a.unit_id', '=', 'units.id')
          .where('a.normal', 'like', inAlias),
      ),
    )
  }
  return eb.and(parts)
}

/** `%` and `_` of a search are letters, not wildcards. */
export function likely(text: string): string {
  return text.replace(/[\\%_]/g, (c) => `\\${c}`)
}

/** Alphabetical. */
export function listUnits(db: Reader, filter: UnitFilter = {}): Promise<Unit[]> {
  return db
    .selectFrom('units')
    .select(UNIT_FIELDS)
    .where((eb) => matching(eb, filter))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export function unitRows(
  db: Reader,
  filter: UnitFilter,
  after: { readonly name: string; readonly id: string } | null,
  limit: number,
): Promise<UnitRow[]> {
  return db
    .selectFrom('units')
    .select(UNIT_FIELDS)
    .select((eb) => [
      eb
        .selectFrom('unit_aliases as a')
        .select(sql<number>`count(*)::int - 1`.as('n'))
        .whereRef('a.unit_id', '=', 'units.id')
        .$asScalar()
        .as('aliases'),
      eb
        .selectFrom('unit_members as m')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('m.group_id', '=', 'units.id')
        .$asScalar()
        .as('members'),
      eb
        .selectFrom('staff_roles as r')
        .innerJoin('staff as s', 's.id', 'r.staff_id')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('r.unit_id', '=', 'units.id')
        .where('s.state', '=', 'active')
        .$asScalar()
        .as('staff'),
    ])
    .where((eb) => matching(eb, filter))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(name, units.id) > (${after!.name}, ${after!.id}::uuid)`),
    )
    .orderBy('name')
    .orderBy('units.id')
    .limit(limit)
    .execute() as Promise<UnitRow[]>
}

export async function countUnits(db: Reader, filter: UnitFilter): Promise<number> {
  const row = await db
    .selectFrom('units')
    .select(sql<number>`count(*)::int`.as('n'))
    .where((eb) => matching(eb, filter))
    .executeTakeFirstOrThrow()
  return row.n
}

/** By id, also those that exist no longer: what they did is shown under their names. */
export async function unitsByIds(db: Reader, ids: readonly UnitId[]): Promise<ReadonlyMap<UnitId, Unit>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('units')
    .select(UNIT_FIELDS)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((u) => [u.id, u]))
}

export function unitById(db: Reader, id: UnitId): Promise<Unit | undefined> {
  return db.selectFrom('units').select(UNIT_FIELDS).where('id', '=', id).executeTakeFirst()
}

export function lockUnit(db: DbTransaction, id: UnitId): Promise<Unit | undefined> {
  return db.selectFrom('units').select(UNIT_FIELDS).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The name of a unit; empty where there is none. */
export async function unitName(db: Reader, id: UnitId): Promise<string> {
  return (await unitById(db, id))?.name ?? ''
}

/** The departments of the given units: a group becomes its members, a unit stays itself; each once, alphabetical. */
export function membersOf(db: Reader, ids: readonly UnitId[]): Promise<Unit[]> {
  if (ids.length === 0) return Promise.resolve([])
  const wanted = [...new Set(ids)]
  return db
    .selectFrom('units')
    .select(UNIT_FIELDS)
    .where('kind', '=', 'unit')
    .where('active', '=', true)
    .where((eb) =>
      eb.or([
        eb('id', 'in', wanted),
        eb('id', 'in', (q) =>
          q
            .selectFrom('units as named')
            .select(sql<UnitId>`named.merged_into`.as('id'))
            .where('named.id', 'in', wanted)
            .where('named.merged_into', 'is not', null),
        ),
        eb('id', 'in', (q) =>
          q
            .selectFrom('unit_members as m')
            .innerJoin('units as u', 'u.id', 'm.unit_id')
            .select(sql<UnitId>`coalesce(u.merged_into, u.id)`.as('id'))
            .where('m.group_id', 'in', wanted),
        ),
      ]),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export async function groupMembers(db: Reader, group: UnitId): Promise<UnitId[]> {
  const rows = await db.selectFrom('unit_members').select('unit_id').where('group_id', '=', group).execute()
  return rows.map((r) => r.unit_id)
}

export async function saveMembers(
  db: DbTransaction,
  group: UnitId,
  members: readonly UnitId[],
): Promise<void> {
  await db.deleteFrom('unit_members').where('group_id', '=', group).execute()
  if (members.length > 0)
    await db
      .insertInto('unit_members')
      .values([...new Set(members)].map((unit_id) => ({ group_id: group, unit_id })))
      .execute()
}

export async function insertUnit(
  tx: Pick<Tx, 'db' | 'now'>,
  unit: Pick<Unit, 'name' | 'kind'> & Partial<Pick<Unit, 'shortName' | 'email'>>,
): Promise<UnitId> {
  const id = asId<'unit'>(newId<'unit'>())
  await tx.db
    .insertInto('units')
    .values({
      id,
      name: unit.name,
      short_name: unit.shortName ?? null,
      kind: unit.kind,
      email: unit.email ?? null,
      merged_into: null,
      created_at: tx.now,
    })
    .execute()
  return id
}

export async function updateUnit(
  db: DbTransaction,
  id: UnitId,
  change: Partial<Pick<Unit, 'name' | 'shortName' | 'email' | 'active' | 'mergedInto'>>,
): Promise<void> {
  await db
    .updateTable('units')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.shortName === undefined ? {} : { short_name: change.shortName }),
      ...(change.email === undefined ? {} : { email: change.email }),
      ...(change.active === undefined ? {} : { active: change.active }),
      ...(change.mergedInto === undefined ? {} : { merged_into: change.mergedInto }),
    })
    .where('id', '=', id)
    .execute()
}

/** Those that were merged into the first stand for the second from now on. */
export async function redirectMerged(db: DbTransaction, from: UnitId, into: UnitId): Promise<void> {
  await db.updateTable('units').set({ merged_into: into }).where('merged_into', '=', from).execute()
}

export function mergedInto(db: Reader, id: UnitId): Promise<Unit[]> {
  return db.selectFrom('units').select(UNIT_FIELDS).where('merged_into', '=', id).orderBy('name').execute()
}

/** Only for a unit that this very transaction made. */
export async function deleteUnit(db: DbTransaction, id: UnitId): Promise<void> {
  await db.deleteFrom('units').where('id', '=', id).execute()
}
