import { found } from '../../../kernel/errors.ts'
import { CITY_CALENDAR } from '../../../legal-time/calendar.ts'
import { membersOf } from '../../people/index.ts'
import {
  type EditionId,
  editionById,
  type Measure,
  measuresOf,
  type ProgrammeId,
  programmeById,
} from '../../programmes/index.ts'
import type { RenewalInput } from '../rules/renewal.ts'
import type { Reader } from './duty-rows.ts'
import { namedYearSetting, schedulesOf } from './settings.ts'

/** Everything that decides which duties there should be. */
export async function renewalInput(
  db: Reader,
  programmeId: ProgrammeId,
  editionId: EditionId,
): Promise<Omit<RenewalInput, 'measures'> & { readonly measures: readonly Measure[] }> {
  const programme = found(await programmeById(db, programmeId), 'programme')
  const edition = found(await editionById(db, editionId), 'edition')
  const measures = await measuresOf(db, editionId)
  const executors = [...new Set(measures.flatMap((m) => m.executors))]
  const departments = new Map(
    await Promise.all(
      executors.map(async (id) => [id, (await membersOf(db, [id])).map((u) => u.id)] as const),
    ),
  )
  return {
    measures,
    schedules: await schedulesOf(db, programmeId),
    departments,
    period: programme.period,
    inForceFrom: edition.inForceFrom,
    calendar: CITY_CALENDAR,
    namedYear: await namedYearSetting(db),
  }
}
