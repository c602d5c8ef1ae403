/** Writing indicators of a measure with their plans. */
import type { DbTransaction } from '../../../platform/db.ts'
import type { IndicatorId, IndicatorKind, MeasureId, ProgrammeId } from '../types.ts'

export type IndicatorRow = {
  readonly id: IndicatorId
  readonly name: string
  readonly unitName: string
  readonly kind: IndicatorKind
  readonly active: boolean
  readonly plans: Readonly<Record<number, number>>
}

/** An indicator that is no longer used stays, since reports cite it. */
export async function saveIndicators(
  db: DbTransaction,
  owner: { readonly programmeId: ProgrammeId; readonly measureId: MeasureId },
  rows: readonly IndicatorRow[],
): Promise<void> {
  for (const [position, row] of rows.entries()) {
    const values = {
      name: row.name,
      unit_name: row.unitName,
      kind: row.kind,
      position,
      active: row.active,
    }
    await db
      .insertInto('indicators')
      .values({ id: row.id, programme_id: owner.programmeId, measure_id: owner.measureId, ...values })
      .onConflict((c) => c.column('id').doUpdateSet(values))
      .execute()
    await db.deleteFrom('indicator_plans').where('indicator_id', '=', row.id).execute()
    const plans = Object.entries(row.plans).map(([year, plan]) => ({
      indicator_id: row.id,
      year: Number(year),
      plan,
    }))
    if (plans.length > 0) await db.insertInto('indicator_plans').values(plans).execute()
  }
}
