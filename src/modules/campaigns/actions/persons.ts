/** Who answered a check, found and removed on the person's request. */
import { audit } from '../../../platform/audit.ts'
import type { PersonalDataSource } from '../../../platform/personal-data.ts'
import { answerPersons, forgetAnswer } from '../store/answers.ts'
import { texts } from '../texts/index.ts'

export const checkPersons: PersonalDataSource = {
  name: 'campaigns',
  async find(db, _name, matches) {
    const all = await answerPersons(db)
    return all.flatMap((answer) => {
      const name = [answer.name, ...answer.named].find((one) => one !== '' && matches(one))
      return name === undefined
        ? []
        : {
            id: answer.id,
            kind: { uk: texts.uk.person, en: texts.en.person },
            name,
            details: [answer.post, answer.note].filter((text) => text).join('; '),
            place: answer.organisation,
            path: `/office/checks/${answer.campaignId}`,
            at: answer.at,
          }
    })
  },
  async erase(tx, records, ground) {
    for (const { id } of records) {
      await forgetAnswer(tx.db, id)
      audit(tx, 'campaign.forgetPerson', { type: 'answer', id }, { reason: ground })
    }
  },
}
