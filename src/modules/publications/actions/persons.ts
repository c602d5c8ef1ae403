/** Who wrote news, found and removed on the person's request: the text stays the organisation's. */
import { audit } from '../../../platform/audit.ts'
import type { PersonalDataSource } from '../../../platform/personal-data.ts'
import { authorNames, forgetAuthor } from '../store/publications.ts'
import { bilingual } from '../texts/index.ts'

export const newsAuthors: PersonalDataSource = {
  name: 'publications',
  async find(db, _name, matches) {
    const all = await authorNames(db)
    return all
      .filter((one) => matches(one.name))
      .map((one) => ({
        id: `${one.id} ${one.number}`,
        kind: bilingual((t) => t.author),
        name: one.name,
        details: one.title,
        place: one.organisation,
        path: `/office/news/${one.id}`,
        at: one.at,
      }))
  },
  async erase(tx, records, ground) {
    for (const record of records) {
      const [id = '', number = ''] = record.id.split(' ')
      await forgetAuthor(tx.db, id, Number(number))
      audit(tx, 'publication.forgetAuthor', { type: 'publication', id }, { reason: ground })
    }
  },
}
