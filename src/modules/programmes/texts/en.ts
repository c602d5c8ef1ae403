import { amendment } from './en/amendment.ts'
import { cli } from './en/cli.ts'
import { history } from './en/history.ts'
import { office } from './en/office.ts'
import { proposals } from './en/proposals.ts'
import { publicPages } from './en/public.ts'
import { recurrence } from './en/recurrence.ts'
import { refusals } from './en/refusals.ts'
import { review } from './en/review.ts'
import type { ProgrammeTexts } from './index.ts'
import { decision } from './uk/decision.ts'

/** Acts are written in Ukrainian for every reader. */
export const en: ProgrammeTexts = {
  amendment,
  cli,
  decision,
  history,
  office,
  proposals,
  publicPages,
  recurrence,
  refusals,
  review,
}
