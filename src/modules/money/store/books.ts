/** Plan and use of a programme's money, as the rules want them; and the lock under which they change. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { Books } from '../rules/books.ts'
import type { EditionLine, MeasureName, Use } from '../types.ts'
import { planChanges } from './plan.ts'

type Reader = Db | DbTransaction

/** Waits for whoever changes the money of one of these years; readers don't wait. Always in order, so that two never block each other. */
export async function lockYears(
  db: DbTransaction,
  programmeId: ProgrammeId,
  years: readonly number[],
): Promise<void> {
  const wanted = [...new Set(years)].sort((a, b) => a - b)
  if (wanted.length === 0) return
  await db
    .insertInto('money_years')
    .values(wanted.map((year) => ({ programme_id: programmeId, year })))
    .onConflict((c) => c.doNothing())
    .execute()
  await db
    .selectFrom('money_years')
    .select('year')
    .where('programme_id', '=', programmeId)
    .where('year', 'in', wanted)
    .orderBy('year')
    .forUpdate()
    .execute()
}

export async function readBooks(db: Reader, programmeId: ProgrammeId): Promise<Books> {
  const [rows, changes, uses] = [
    await editionLines(db, programmeId),
    await planChanges(db, programmeId),
    await usesOf(db, programmeId),
  ]
  const editions = new Map(
    rows.map((r) => [r.edition, { edition: r.edition, inForceFrom: r.in_force_from }] as const),
  )
  const lines = rows.flatMap((r): EditionLine[] =>
    r.year === null || r.source === null || r.planned === null
      ? []
      : [
          {
            edition: r.edition,
            inForceFrom: r.in_force_from,
            year: r.year,
            source: r.source,
            measureId: r.measure_id,
            planned: r.planned,
          },
        ],
  )
  return { editions: [...editions.values()], lines, changes, uses }
}

type LineRow = {
  edition: number
  in_force_from: CivilDate
  measure_id: MeasureId | null
  year: number | null
  source: string | null
  planned: Kopiykas | null
}

/** Lines of all editions in force; an edition without any is one row of nulls. */
async function editionLines(db: Reader, programmeId: ProgrammeId): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select e.number as edition, e.in_force_from, f.measure_id, f.year, f.source, f.planned
    from editions e left join funding_lines f on f.edition_id = e.id
    where e.programme_id = ${programmeId} and e.state = 'inForce'
    order by e.number, f.year, f.id`.execute(db)
  return rows
}

async function usesOf(db: Reader, programmeId: ProgrammeId): Promise<Use[]> {
  const { rows } = await sql<{
    year: number
    source: string
    measure_id: MeasureId | null
    committed: Kopiykas
    spent: Kopiykas
  }>`
    select year, source, measure_id, sum(committed)::bigint as committed, sum(spent)::bigint as spent
    from (
      select c.year, c.source, c.measure_id, greatest(c.amount - coalesce(sum(p.amount), 0), 0) as committed, 0 as spent
      from commitments c left join payments p on p.commitment_id = c.id and p.state = 'recorded'
      where c.programme_id = ${programmeId} and c.state = 'active'
      group by c.id
      union all
      select year, source, measure_id, 0, amount from payments
      where programme_id = ${programmeId} and state = 'recorded'
    ) used
    group by year, source, measure_id`.execute(db)
  return rows.map((r) => ({
    year: r.year,
    source: r.source,
    measureId: r.measure_id,
    committed: r.committed,
    spent: r.spent,
  }))
}

/** Every measure that a programme has or had, as its latest edition in force calls it, in that order. */
export async function measureNames(db: Reader, programmeId: ProgrammeId): Promise<MeasureName[]> {
  const { rows } = await sql<MeasureName>`
    select id, number, title, "titleEn" from (
      select distinct on (v.measure_id) v.measure_id as id, v.number, v.title, v.title_en as "titleEn",
        e.number as edition, v.position
      from measure_versions v join editions e on e.id = v.edition_id
      where e.programme_id = ${programmeId} and e.state = 'inForce'
      order by v.measure_id, e.number desc
    ) latest
    order by edition desc, position`.execute(db)
  return rows
}

/** The only department that carries a measure out by the latest edition that has it; null for several, none or a group. */
export async function soleExecutor(db: Reader, measureId: MeasureId): Promise<UnitId | null> {
  const { rows } = await sql<{ unit: UnitId; kind: string }>`
    select x.unit_id as unit, u.kind from measure_executors x join units u on u.id = x.unit_id
    where x.measure_id = ${measureId} and x.edition_id = (
      select e.id from editions e join measure_versions v on v.edition_id = e.id
      where v.measure_id = ${measureId} and e.state = 'inForce' order by e.number desc limit 1
    )
    limit 2`.execute(db)
  return rows.length === 1 && rows[0]!.kind === 'unit' ? rows[0]!.unit : null
}

/** Cash of measures by day. */
export async function cashBetween(
  db: Reader,
  programmeId: ProgrammeId,
  measureIds: readonly MeasureId[],
  from: CivilDate,
  to: CivilDate,
): Promise<
  readonly { readonly measureId: MeasureId; readonly paidOn: CivilDate; readonly amount: Kopiykas }[]
> {
  if (measureIds.length === 0) return []
  const rows = await db
    .selectFrom('payments')
    .select(['measure_id', 'paid_on', 'amount'])
    .where('programme_id', '=', programmeId)
    .where('measure_id', 'in', [...measureIds])
    .where('state', '=', 'recorded')
    .where('paid_on', '>=', from)
    .where('paid_on', '<=', to)
    .execute()
  return rows.flatMap((r) =>
    r.measure_id === null ? [] : [{ measureId: r.measure_id, paidOn: r.paid_on, amount: r.amount }],
  )
}
