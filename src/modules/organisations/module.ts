import { defineModule } from '../../platform/module.ts'
import { registerCommands } from '../register/index.ts'
import { readers } from './policy.ts'
import { publicRoutes } from './public.ts'
import { officerRoutes } from './staff/officers.ts'
import { proposalRoutes } from './staff/proposals.ts'
import { recordRoutes } from './staff/record.ts'
import { twinRoutes } from './staff/twins.ts'
import { publicIds } from './store/list.ts'
import { officeTexts, publicTexts } from './texts/index.ts'
import { OFFICE } from './views/office-parts.ts'
import { PUBLIC } from './views/public-list.ts'

export default defineModule({
  name: 'organisations',
  needs: ['people', 'duties', 'register'],
  commands: registerCommands,
  routes: [...publicRoutes, ...recordRoutes, ...officerRoutes, ...proposalRoutes, ...twinRoutes],
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
  sitemap: async (db) => [PUBLIC, ...(await publicIds(db)).map((id) => `${PUBLIC}/${id}`)],
})
