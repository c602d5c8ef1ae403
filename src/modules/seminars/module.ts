import { defineModule } from '../../platform/module.ts'
import { personalData } from '../../platform/personal-data.ts'
import { calendarLinks, eventAdditions } from '../events/index.ts'
import { organisationReferences } from '../organisations/index.ts'
import { evidenceOf } from './actions/certificates.ts'
import { certificatePersons } from './actions/persons.ts'
import { maySeeSeminars } from './policy.ts'
import { publicRoutes, seminarSection } from './public.ts'
import { staffRoutes } from './staff.ts'
import { texts } from './texts/index.ts'
import { seminarPath } from './views/office.ts'

const tab = { label: { uk: texts.uk.tab, en: texts.en.tab }, path: seminarPath }

export default defineModule({
  name: 'seminars',
  needs: ['people', 'organisations', 'events'],
  routes: [...publicRoutes, ...staffRoutes],
  nav: [
    {
      path: '/office/seminars',
      label: { uk: texts.uk.nav, en: texts.en.nav },
      area: 'office',
      order: 63,
      allows: maySeeSeminars,
    },
  ],
  follows: [...organisationReferences([{ table: 'seminar_certificates', column: 'organisation_id' }])],
  adds: [
    personalData.with(certificatePersons),
    calendarLinks.with({
      path: '/certificates',
      label: { uk: texts.uk.check.title, en: texts.en.check.title },
    }),
    eventAdditions.with({ kinds: ['partySeminar'], tab, section: seminarSection, evidence: evidenceOf }),
    eventAdditions.with({ kinds: ['seminar', 'training'], tab, evidence: evidenceOf }),
  ],
  sitemap: async () => ['/certificates'],
})
