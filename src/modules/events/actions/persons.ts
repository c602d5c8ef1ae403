/** Who registered, asked or offered a talk, found and removed on the person's request. */
import { audit } from '../../../platform/audit.ts'
import type { PersonalDataSource } from '../../../platform/personal-data.ts'
import { forgetPart, namedParts, PERSON_PARTS, type PersonPart } from '../store/persons.ts'
import { bilingual } from '../texts/index.ts'

/** The tab of the event on which each stands. */
const TABS: Readonly<Record<PersonPart, string>> = {
  registration: 'participants',
  question: 'questions',
  talk: 'talks',
}

export const eventPersons: PersonalDataSource = {
  name: 'events',
  async find(db, _name, matches) {
    const all = await namedParts(db)
    return all
      .filter((one) => matches(one.name))
      .map((one) => ({
        id: `${one.part} ${one.id}`,
        kind: bilingual((t) => t.persons[one.part]),
        name: one.name,
        details: one.details ?? '',
        place: one.title,
        path: `/office/events/${one.eventId}/${TABS[one.part]}`,
        at: one.at,
      }))
  },
  async erase(tx, records, ground) {
    for (const record of records) {
      const [word, id = ''] = record.id.split(' ')
      const part = PERSON_PARTS.find((p) => p === word)
      if (part === undefined) continue
      await forgetPart(tx, part, id)
      const eventId = record.path?.split('/')[3] ?? ''
      audit(tx, 'event.forget', { type: 'event', id: eventId }, { reason: ground })
    }
  },
}
