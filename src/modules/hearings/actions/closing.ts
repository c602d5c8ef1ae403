/** What closing the event of a hearing wants beside what every event does. */
import type { CityEvent, ClosingGap } from '../../events/index.ts'
import { hearingOfEvent, type Reader } from '../store/hearings.ts'
import { minutesOf } from '../store/parts.ts'
import { texts } from '../texts/index.ts'

export async function closingGaps(db: Reader, event: CityEvent): Promise<readonly ClosingGap[]> {
  const hearing = await hearingOfEvent(db, event.id)
  if (!hearing || (await minutesOf(db, hearing.id))) return []
  return [
    {
      key: 'hearingMinutes',
      sentence: { uk: texts.uk.closing, en: texts.en.closing },
      path: `/office/hearings/${hearing.id}#minutes`,
    },
  ]
}
