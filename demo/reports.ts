/** Quarterly reports of the demonstration: submitted, returned, accepted. */
import type { CivilDate } from '../src/kernel/civil-date.ts'
import type { ProgrammeId } from '../src/modules/programmes/index.ts'
import type { Tx } from '../src/platform/context.ts'
import type { Cast } from './load.ts'

type Step = { readonly on: CivilDate; run(): Promise<unknown> }

export function reportOnQuarters(_tx: Tx, _cast: Cast, _programmeId: ProgrammeId, _year: number): Step[] {
  return []
}
