/** What a start page reads of reports. */
import type { WebRequest } from '../../../platform/http/route.ts'
import type { Programme } from '../../programmes/index.ts'
import type { partsFor } from '../rules/sections.ts'
import type { AgendaItem, QuarterStanding } from '../types.ts'

export type ReportParts = {
  readonly items: readonly AgendaItem[]
  readonly quarters: readonly QuarterStanding[]
}

export const NO_REPORTS: ReportParts = { items: [], quarters: [] }

export async function readReports(
  _request: WebRequest,
  _programme: Programme,
  _parts: ReturnType<typeof partsFor>,
): Promise<ReportParts> {
  return NO_REPORTS
}
