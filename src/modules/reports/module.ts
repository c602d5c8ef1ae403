import { defineModule } from '../../platform/module.ts'
import { apiRoutes } from './api.ts'
import { commands } from './cli.ts'
import { openReports, remindReports } from './jobs.ts'
import { programmeReports } from './open-data.ts'
import { maySeeReports } from './policy.ts'
import { publicRoutes } from './public.ts'
import { publicAddresses, searchReports } from './search.ts'
import { staffRoutes } from './staff.ts'
import { texts } from './texts/index.ts'

export default defineModule({
  name: 'reports',
  needs: ['people', 'law', 'programmes', 'duties', 'money'],
  routes: [...publicRoutes, ...staffRoutes, ...apiRoutes],
  jobs: [openReports, remindReports],
  commands,
  openData: [programmeReports],
  feeds: [
    {
      path: '/reports.atom',
      title: { uk: texts.uk.public.feed, en: texts.en.public.feed },
      type: 'application/atom+xml',
    },
  ],
  search: searchReports,
  sitemap: publicAddresses,
  nav: [
    {
      path: '/office/reports',
      label: { uk: 'Звіти', en: 'Reports' },
      area: 'office',
      order: 35,
      allows: maySeeReports,
    },
  ],
})
