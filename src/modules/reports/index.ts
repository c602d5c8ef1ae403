/** What other modules may know of reports. */

export {
  approveConsolidated,
  composeConsolidated,
  editConsolidated,
  publishConsolidated,
} from './actions/consolidated.ts'
export {
  acceptReport,
  correctReport,
  returnReport,
} from './actions/decide.ts'
export { refreshReport, saveDraft, submitReport } from './actions/edit.ts'
export { openDue, openQuarter } from './actions/open.ts'
export { type ReportScope, reportScope } from './policy.ts'
export type { ReportDay } from './rules/opening.ts'
export { listReports, reportsOfQuarter } from './store/lists.ts'
export { reportDays } from './store/report-days.ts'
export { reportById, rowsOf } from './store/reports.ts'
export {
  type AwaitingReport,
  latestPublished,
  myReports,
  type OwnReport,
  type PublishedReport,
  reportsAwaiting,
  reportsStanding,
  type Standing,
  yearlyReportOf,
} from './store/standing.ts'
export type * from './types.ts'
