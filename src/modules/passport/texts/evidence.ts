/** The record of the city is in Ukrainian. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { longDate } from '../../../kernel/texts.ts'

export function evidenceTitle(asOf: CivilDate): string {
  return `Оприлюднено громадсько-політичний паспорт міста станом на ${longDate('uk', asOf)}`
}
