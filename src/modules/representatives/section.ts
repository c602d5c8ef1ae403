/** The way in for those who speak for an organisation, on its public page. */
import { type OrganisationSection, organisationById } from '../organisations/index.ts'
import { bilingual, texts } from './texts/index.ts'
import { REPRESENT } from './views/claim.ts'

export const claimSection: OrganisationSection = {
  key: 'represent',
  title: bilingual((t) => t.find.section),
  order: 95,
  async items(db, id, locale) {
    const organisation = await organisationById(db, id)
    if (!organisation || organisation.state === 'terminated') return []
    return [{ title: texts[locale].find.sectionItem, path: `${REPRESENT}/${id}`, on: null, note: null }]
  },
}
