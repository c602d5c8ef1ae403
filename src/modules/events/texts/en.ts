/** What events say in English. */
import { lettersEn } from './en/letters.ts'
import { officeEn } from './en/office.ts'
import { otherEn, refusalsEn } from './en/other.ts'
import { publicEn } from './en/public.ts'
import type { EventsTexts } from './uk.ts'

export const en: EventsTexts = {
  letters: lettersEn,
  office: officeEn,
  public: publicEn,
  refusals: refusalsEn,
  ...otherEn,
}
