import { defineModule } from '../../platform/module.ts'
import { startPage } from '../../platform/start-page.ts'
import { apiRoutes } from './api.ts'
import { passportCounts, passportRows } from './open-data.ts'
import { maySeePassportWork } from './policy.ts'
import { publicRoutes } from './public.ts'
import { passportAddresses, searchPassports } from './search.ts'
import { waitingPassports } from './staff/start-page.ts'
import { staffRoutes } from './staff.ts'

export default defineModule({
  name: 'passport',
  needs: ['programmes', 'duties', 'organisations'],
  routes: [...publicRoutes, ...staffRoutes, ...apiRoutes],
  adds: [startPage.with(waitingPassports)],
  openData: [passportCounts, passportRows],
  search: searchPassports,
  sitemap: passportAddresses,
  nav: [
    { path: '/passport', label: { uk: 'Паспорт міста', en: 'City passport' }, area: 'public', order: 45 },
    {
      path: '/office/passport',
      label: { uk: 'Паспорт міста', en: 'City passport' },
      area: 'office',
      order: 63,
      allows: maySeePassportWork,
    },
  ],
})
