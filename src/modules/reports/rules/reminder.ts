/** When executors are reminded of a report that is not submitted. */
import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts'

export const REPORT_STAGES = [10, 3, 0] as const
export type ReportStage = (typeof REPORT_STAGES)[number]

/** The stage that has come: a day on which the job did not run is made good by the next one. Null: not yet, or over. */
export function stageOf(due: CivilDate, today: CivilDate): ReportStage | null {
  const left = daysBetween(today, due)
  if (left < 0 || left > 10) return null
  return left === 0 ? 0 : left <= 3 ? 3 : 10
}
