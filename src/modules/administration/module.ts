import { defineModule } from '../../platform/module.ts'
import { forgetFiles, signRecord, sweepReceipts } from './jobs.ts'
import { mayReadRecord, maySetCity } from './policy.ts'
import { publicRoutes } from './public.ts'
import { staffRoutes } from './staff.ts'

export default defineModule({
  name: 'administration',
  needs: ['programmes', 'duties'],
  routes: [...publicRoutes, ...staffRoutes],
  jobs: [signRecord, sweepReceipts, forgetFiles],
  nav: [
    {
      path: '/office/record',
      label: { uk: 'Журнал дій', en: 'Record' },
      area: 'office',
      order: 90,
      allows: mayReadRecord,
    },
    {
      path: '/office/city',
      label: { uk: 'Місто', en: 'City' },
      area: 'office',
      order: 95,
      allows: maySetCity,
    },
  ],
})
