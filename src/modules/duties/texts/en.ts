/** What duties and evidence say in English. */
import { dutyEn } from './en/duty.ts'
import { evidenceEn } from './en/evidence.ts'
import { otherEn, refusalsEn } from './en/other.ts'
import { remindersEn } from './en/reminders.ts'
import { measureEn, yearEn } from './en/year.ts'
import type { DutiesTexts } from './uk.ts'

export const en: DutiesTexts = {
  duty: dutyEn,
  evidence: evidenceEn,
  year: yearEn,
  measure: measureEn,
  reminders: remindersEn,
  refusals: refusalsEn,
  ...otherEn,
}
