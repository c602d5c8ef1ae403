import { amendment } from './uk/amendment.ts'
import { cli } from './uk/cli.ts'
import { decision } from './uk/decision.ts'
import { history } from './uk/history.ts'
import { office } from './uk/office.ts'
import { proposals } from './uk/proposals.ts'
import { publicPages } from './uk/public.ts'
import { recurrence } from './uk/recurrence.ts'
import { type Refusals, refusals } from './uk/refusals.ts'
import { review } from './uk/review.ts'

export const uk = {
  amendment,
  cli,
  decision,
  history,
  office,
  proposals,
  publicPages,
  recurrence,
  refusals: refusals as Refusals,
  review,
}
