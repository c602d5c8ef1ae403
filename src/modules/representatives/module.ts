import { defineModule } from '../../platform/module.ts'
import { personalData } from '../../platform/personal-data.ts'
import { startPage } from '../../platform/start-page.ts'
import { organisationMerged, organisationSections, organisationUnmerged } from '../organisations/index.ts'
import { followMerge, undoMerge } from './actions/merged.ts'
import { representativePersons } from './actions/persons.ts'
import { accountRoutes } from './cabinet/account.ts'
import { demoRoutes } from './cabinet/demo.ts'
import { documentRoutes } from './cabinet/documents.ts'
import { entryRoutes } from './cabinet/entry.ts'
import { homeRoutes } from './cabinet/home.ts'
import { peopleRoutes } from './cabinet/people.ts'
import { endJob, signInLetterJob, sweepJob } from './jobs.ts'
import { maySeeDelegations } from './policy.ts'
import { claimSection, publicRoutes } from './public.ts'
import { waitingClaims } from './staff/agenda.ts'
import { staffRoutes } from './staff/delegations.ts'
import { bilingual } from './texts/index.ts'
import { REPRESENT } from './views/claim.ts'
import { PATHS } from './views/entry.ts'
import { OFFICE } from './views/office.ts'

export default defineModule({
  name: 'representatives',
  needs: ['people', 'organisations'],
  routes: [
    ...publicRoutes,
    ...entryRoutes,
    ...homeRoutes,
    ...peopleRoutes,
    ...documentRoutes,
    ...accountRoutes,
    ...staffRoutes,
    ...demoRoutes,
  ],
  nav: [
    { path: REPRESENT, label: bilingual((t) => t.find.nav), area: 'public', order: 68 },
    { path: PATHS.home, label: bilingual((t) => t.home.nav), area: 'cabinet', order: 0 },
    {
      path: PATHS.documents,
      label: bilingual((t) => t.documents.nav),
      area: 'cabinet',
      order: 40,
      allows: (actor) => actor.kind === 'representative' && actor.organisations.length > 0,
    },
    {
      path: PATHS.people,
      label: bilingual((t) => t.people.nav),
      area: 'cabinet',
      order: 50,
      allows: (actor) => actor.kind === 'representative' && actor.organisations.length > 0,
    },
    {
      path: OFFICE,
      label: bilingual((t) => t.office.nav),
      area: 'office',
      order: 66,
      allows: maySeeDelegations,
    },
  ],
  jobs: [signInLetterJob, endJob, sweepJob],
  follows: [
    organisationMerged.with(followMerge),
    organisationUnmerged.with(undoMerge),
    organisationSections.with(claimSection),
  ],
  adds: [startPage.with(waitingClaims), personalData.with(representativePersons)],
  sitemap: async () => [REPRESENT],
})
