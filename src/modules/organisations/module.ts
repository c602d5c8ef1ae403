import { defineModule } from '../../platform/module.ts'
import { personalData } from '../../platform/personal-data.ts'
import { startPage } from '../../platform/start-page.ts'
import { registerCommands } from '../register/index.ts'
import { registryPersons } from './actions/persons.ts'
import { apiRoutes } from './api.ts'
import { commands } from './cli.ts'
import { importJob, retentionJob } from './jobs.ts'
import { directory, representatives } from './open-data.ts'
import { readers } from './policy.ts'
import { publicRoutes } from './public.ts'
import { searchOrganisations } from './search.ts'
import { importRoutes } from './staff/imports.ts'
import { listRoutes } from './staff/lists.ts'
import { officerRoutes } from './staff/officers.ts'
import { personRoutes } from './staff/persons.ts'
import { proposalRoutes } from './staff/proposals.ts'
import { recordRoutes } from './staff/record.ts'
import { waitingLine } from './staff/start-page.ts'
import { twinRoutes } from './staff/twins.ts'
import { publicIds } from './store/list.ts'
import { officeTexts, publicTexts } from './texts/index.ts'
import { OFFICE } from './views/office-parts.ts'
import { PUBLIC } from './views/public-list.ts'

export default defineModule({
  name: 'organisations',
  needs: ['people', 'law', 'duties', 'register'],
  routes: [
    ...publicRoutes,
    ...recordRoutes,
    ...officerRoutes,
    ...proposalRoutes,
    ...twinRoutes,
    ...listRoutes,
    ...personRoutes,
    ...importRoutes,
    ...apiRoutes,
  ],
  nav: [
    {
      path: PUBLIC,
      label: { uk: publicTexts.uk.nav, en: publicTexts.en.nav },
      area: 'public',
      order: 40,
    },
    {
      path: OFFICE,
      label: { uk: officeTexts.uk.nav, en: officeTexts.en.nav },
      area: 'office',
      order: 45,
      allows: readers.allows,
    },
  ],
  feeds: [
    {
      path: `${PUBLIC}/changes.atom`,
      title: { uk: publicTexts.uk.feedTitle, en: publicTexts.en.feedTitle },
      type: 'application/atom+xml',
    },
  ],
  jobs: [retentionJob, importJob],
  commands: [...commands, ...registerCommands],
  adds: [startPage.with(waitingLine), personalData.with(registryPersons)],
  openData: [directory, representatives],
  search: searchOrganisations,
  sitemap: async (db) => [PUBLIC, ...(await publicIds(db)).map((id) => `${PUBLIC}/${id}`)],
})
