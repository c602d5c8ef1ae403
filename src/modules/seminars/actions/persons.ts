/** Names on certificates, found and removed on the person's request. */
import { audit } from '../../../platform/audit.ts'
import type { PersonalDataSource } from '../../../platform/personal-data.ts'
import { certificateNames, forgetName } from '../store/certificates.ts'
import { texts } from '../texts/index.ts'

export const certificatePersons: PersonalDataSource = {
  name: 'seminars',
  async find(db, _name, matches) {
    const all = await certificateNames(db)
    return all
      .filter((c) => matches(c.name))
      .map((c) => ({
        id: c.id,
        kind: { uk: texts.uk.certificates.document.kind, en: texts.en.certificates.document.kind },
        name: c.name,
        details: c.number,
        place: c.event,
        path: `/office/events/${c.eventId}/seminar`,
        at: null,
      }))
  },
  async erase(tx, records, ground) {
    for (const { id } of records) {
      await forgetName(tx, id, texts.uk.certificates.forgotten)
      audit(tx, 'certificate.forget', { type: 'certificate', id }, { reason: ground })
    }
  },
}
