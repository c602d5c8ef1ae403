/** Who proposed what at a hearing, found and removed on the person's request. */
import { audit } from '../../../platform/audit.ts'
import type { PersonalDataSource } from '../../../platform/personal-data.ts'
import { forgetAuthor, proposalAuthors } from '../store/parts.ts'
import { texts } from '../texts/index.ts'

export const proposalPersons: PersonalDataSource = {
  name: 'hearings',
  async find(db, _name, matches) {
    const all = await proposalAuthors(db)
    return all
      .filter((p) => p.author !== null && matches(p.author))
      .map((p) => ({
        id: p.id,
        kind: { uk: texts.uk.proposals.columns.text, en: texts.en.proposals.columns.text },
        name: p.author ?? '',
        details: p.text.slice(0, 200),
        place: p.title,
        path: `/office/hearings/${p.hearingId}`,
        at: p.at,
      }))
  },
  async erase(tx, records, ground) {
    for (const { id } of records) {
      await forgetAuthor(tx, id)
      audit(tx, 'hearing.proposal.forget', { type: 'hearingProposal', id }, { reason: ground })
    }
  },
}
