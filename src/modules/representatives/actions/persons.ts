/** Who speaks or spoke for organisations, found and removed on the person's request. */
import { asId } from '../../../kernel/ids.ts'
import { audit } from '../../../platform/audit.ts'
import type { PersonalDataSource } from '../../../platform/personal-data.ts'
import { forgetDelegation } from '../store/delegations.ts'
import { allNames, forgetPerson } from '../store/people.ts'
import { endKeysOf, endSessionsOf } from '../store/sessions.ts'
import { texts } from '../texts/index.ts'

export const representativePersons: PersonalDataSource = {
  name: 'representatives',
  async find(db, _name, matches) {
    const all = await allNames(db)
    return all
      .filter((one) => matches(one.name))
      .map((one) => ({
        id: `${one.what} ${one.id}`,
        kind: { uk: texts.uk.persons[one.what], en: texts.en.persons[one.what] },
        name: one.name,
        details: one.details,
        place: one.organisation,
        path: one.what === 'delegation' ? `/office/representatives/${one.id}` : null,
        at: one.at,
      }))
  },
  /** A delegation that still holds ends with it: nobody speaks namelessly. */
  async erase(tx, records, ground) {
    for (const record of records) {
      const [what, text = ''] = record.id.split(' ')
      if (what === 'delegation') {
        await forgetDelegation(tx, text)
        audit(tx, 'delegation.forget', { type: 'delegation', id: text }, { reason: ground })
      } else {
        const id = asId<'representative'>(text)
        await endSessionsOf(tx.db, id, null)
        await endKeysOf(tx.db, id)
        await forgetPerson(tx.db, id)
        audit(tx, 'representative.forget', { type: 'representative', id }, { reason: ground })
      }
    }
  },
}
