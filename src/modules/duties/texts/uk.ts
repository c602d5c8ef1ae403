/** What duties and evidence say in Ukrainian. */
import { dutyUk } from './uk/duty.ts'
import { evidenceUk } from './uk/evidence.ts'
import { otherUk, refusalsUk } from './uk/other.ts'
import { remindersUk } from './uk/reminders.ts'
import { measureUk, yearUk } from './uk/year.ts'

export const uk = {
  duty: dutyUk,
  evidence: evidenceUk,
  year: yearUk,
  measure: measureUk,
  reminders: remindersUk,
  refusals: refusalsUk,
  ...otherUk,
}

/** The same shape in any language: functions keep their arguments, texts become any text. */
type Shape<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Shape<Item>[]
      : { readonly [K in keyof T]: Shape<T[K]> }

export type DutiesTexts = Shape<typeof uk>
