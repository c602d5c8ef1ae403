import { amendment } from './uk/amendment.ts'
import { decision } from './uk/decision.ts'
import { history } from './uk/history.ts'
import { office } from './uk/office.ts'
import { recurrence } from './uk/recurrence.ts'
import { type Refusals, refusals } from './uk/refusals.ts'
import { review } from './uk/review.ts'

export const uk = { amendment, decision, history, office, recurrence, refusals: refusals as Refusals, review }
