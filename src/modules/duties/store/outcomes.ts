/** What recorded evidence says of duties, and the duty that stands for one carried over to a new day. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import { isDecided, outcomeOf, type Support } from '../rules/duty.ts'
import type { ChosenDay, DutyId, DutyRecord } from '../types.ts'
import { lockDuties, saveOutcome } from './duties.ts'
import type { Reader } from './duty-rows.ts'

export async function supportOf(db: Reader, dutyId: DutyId): Promise<Support[]> {
  return (await supports(db, [dutyId])).get(dutyId) ?? []
}

async function supports(db: Reader, ids: readonly DutyId[]): Promise<ReadonlyMap<DutyId, Support[]>> {
  const rows = await db
    .selectFrom('evidence_duties as ed')
    .innerJoin('evidence as e', 'e.id', 'ed.evidence_id')
    .select(['ed.duty_id', 'ed.share', 'e.happened_to'])
    .where('ed.duty_id', 'in', ids)
    .where('e.state', '=', 'recorded')
    .execute()
  const by = new Map<DutyId, Support[]>()
  for (const row of rows) {
    const support = { share: row.share, happenedTo: row.happened_to }
    by.set(row.duty_id, [...(by.get(row.duty_id) ?? []), support])
  }
  return by
}

/** Brings duties into line with their evidence; what a person decided stays as it is. */
export async function recountDuties(tx: Tx, ids: readonly DutyId[]): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const duties = await lockDuties(tx.db, wanted)
  const by = await supports(tx.db, wanted)
  for (const duty of duties) {
    if (isDecided(duty.outcome)) continue
    const { outcome, fulfilledOn } = outcomeOf(by.get(duty.id) ?? [])
    if (outcome === duty.outcome && String(fulfilledOn) === String(duty.fulfilledOn)) continue
    await saveOutcome(tx.db, duty.id, {
      outcome,
      reason: null,
      at: outcome === null ? null : tx.now,
      fulfilledOn,
      carriedTo: null,
    })
  }
}

/** From the day after the old one was due to the day chosen; a second on the same days is numbered on. */
export async function addCarried(tx: Tx, duty: DutyRecord, id: DutyId, due: CivilDate): Promise<void> {
  const explanation: ChosenDay = { chosen: due.toString() }
  const from = duty.due.add({ days: 1 })
  const taken = await tx.db
    .selectFrom('duties')
    .select((eb) => eb.fn.max('ordinal').as('last'))
    .where('measure_id', '=', duty.measureId)
    .where('unit_id', '=', duty.unitId)
    .where('period_from', '=', from)
    .where('period_to', '=', due)
    .executeTakeFirst()
  await tx.db
    .insertInto('duties')
    .values({
      id,
      programme_id: duty.programmeId,
      measure_id: duty.measureId,
      edition_id: duty.editionId,
      unit_id: duty.unitId,
      period_from: from,
      period_to: due,
      ordinal: (taken?.last ?? 0) + 1,
      origin: 'carried',
      due,
      explanation: JSON.stringify(explanation),
      outcome: null,
      outcome_reason: null,
      outcome_at: null,
      fulfilled_on: null,
      carried_to: null,
      created_at: tx.now,
    })
    .execute()
}
