/** Indicators of a measure: what is counted, in which unit, how much is planned for each year. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { mayManage } from '../policy.ts'
import { saveIndicators } from '../store/indicators.ts'
import { indicatorsOf, measureBelongs } from '../store/measures.ts'
import * as store from '../store/programmes.ts'
import type { Indicator, IndicatorId, IndicatorKind, MeasureId, ProgrammeId } from '../types.ts'
import { requireSeen } from './seen.ts'

export type IndicatorInput = {
  /** None for a new one. */
  readonly id: IndicatorId | null
  readonly name: string
  readonly unitName: string
  readonly kind: IndicatorKind
  readonly remove: boolean
  readonly plans: Readonly<Record<number, number>>
}

/** @param input.seen mark of the measure's indicators as the form showed them */
export async function setIndicators(
  ctx: Context,
  input: {
    readonly programmeId: ProgrammeId
    readonly measureId: MeasureId
    readonly seen: string
    readonly rows: readonly IndicatorInput[]
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const programme = found(await store.lockProgramme(tx.db, input.programmeId), 'programme')
    permit(mayManage(tx.actor), 'indicator.save')
    accept((await measureBelongs(tx.db, input.measureId, programme.id)) ? true : refuse('measure_required'))
    const before = ofMeasure(await indicatorsOf(tx.db, programme.id), input.measureId)
    requireSeen(input.seen, before, 'indicators')
    const { from, to } = { from: programme.period.from.year, to: programme.period.to.year }
    const wrong: Refusal[] = []
    for (const [at, row] of input.rows.entries()) {
      if (row.id !== null && !before.some((i) => i.id === row.id))
        wrong.push(refuse('invalid', undefined, `name-${at}`))
      for (const year of Object.keys(row.plans).map(Number))
        if (year < from || year > to)
          wrong.push(refuse('plan_year_outside', { from, to }, `plan${year}-${at}`))
    }
    accept(wrong)
    await saveIndicators(
      tx.db,
      { programmeId: programme.id, measureId: input.measureId },
      input.rows.map((row) => ({
        id: row.id ?? newId<'indicator'>(),
        name: row.name,
        unitName: row.unitName,
        kind: row.kind,
        active: !row.remove,
        plans: row.plans,
      })),
    )
    audit(tx, 'indicator.save', { type: 'programme', id: programme.id }, { before, after: input.rows })
  })
}

export function ofMeasure(indicators: readonly Indicator[], measureId: MeasureId): readonly Indicator[] {
  return indicators.filter((i) => i.measureId === measureId)
}
