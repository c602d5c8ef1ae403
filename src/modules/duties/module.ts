import { defineModule } from '../../platform/module.ts'
import { editionInForce } from '../programmes/index.ts'
import { renewDuties } from './actions/renew.ts'
import { apiRoutes } from './api.ts'
import { commands } from './cli.ts'
import { feedRoutes } from './feeds.ts'
import { jobs } from './jobs.ts'
import { openData } from './open-data.ts'
import { publicRoutes } from './public.ts'
import { searchDuties } from './search.ts'
import { dutyRoutes } from './staff/duties.ts'
import { evidenceRoutes } from './staff/evidence.ts'
import { measureRoutes } from './staff/measures.ts'
import { settingsRoutes } from './staff/settings.ts'
import { publicAddresses } from './store/published.ts'
import { bilingual } from './texts/index.ts'

export default defineModule({
  name: 'duties',
  needs: ['people', 'programmes'],
  routes: [
    ...publicRoutes,
    ...feedRoutes,
    ...dutyRoutes,
    ...measureRoutes,
    ...evidenceRoutes,
    ...settingsRoutes,
    ...apiRoutes,
  ],
  follows: [editionInForce.with(async (tx, change) => void (await renewDuties(tx, change)))],
  jobs,
  commands,
  openData,
  feeds: [
    {
      path: '/evidence.atom',
      title: bilingual((t) => t.evidence.list.feed),
      type: 'application/atom+xml',
    },
  ],
  search: searchDuties,
  sitemap: publicAddresses,
  nav: [
    { path: '/office/duties', label: bilingual((t) => t.nav.duties), area: 'office', order: 20 },
    { path: '/office/evidence', label: bilingual((t) => t.nav.evidence), area: 'office', order: 30 },
  ],
})
