import { defineModule } from '../../platform/module.ts'
import { openReports, remindReports } from './jobs.ts'
import { maySeeReports } from './policy.ts'
import { staffRoutes } from './staff.ts'

export default defineModule({
  name: 'reports',
  needs: ['people', 'law', 'programmes', 'duties', 'money'],
  routes: [...staffRoutes],
  jobs: [openReports, remindReports],
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
