/** What a campaign must say before it is kept, and what the next year takes over. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { CampaignSettings } from '../types.ts'
import { wrongWithTemplate } from './letter.ts'

export function wrongWithSettings(s: CampaignSettings, today: CivilDate): Refusal[] {
  return [
    ...(s.kinds.length === 0 ? [refuse('kinds_needed', {}, 'kinds')] : []),
    ...(s.states.length === 0 ? [refuse('states_needed', {}, 'states')] : []),
    ...(s.term !== null && compareDates(s.term, today) < 0 ? [refuse('term_past', {}, 'term')] : []),
    ...wrongWithTemplate(s.letterBody, 'letterBody'),
    ...wrongWithTemplate(s.reminderBody, 'reminderBody'),
  ]
}

/** The same for another year: its number in the texts follows, the day does not. */
export function forYear(last: CampaignSettings, year: number): CampaignSettings {
  const later = (text: string) => text.replaceAll(String(last.year), String(year))
  return {
    ...last,
    year,
    title: later(last.title),
    letterSubject: later(last.letterSubject),
    letterBody: later(last.letterBody),
    reminderSubject: later(last.reminderSubject),
    reminderBody: later(last.reminderBody),
    term: null,
  }
}
