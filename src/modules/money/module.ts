import { defineModule } from '../../platform/module.ts'
import { programmes } from '../programmes/index.ts'
import { apiRoutes } from './api.ts'
import { commands } from './cli.ts'
import { openData } from './open-data.ts'
import { maySeeMoney } from './policy.ts'
import { publicRoutes } from './public.ts'
import { searchMoney } from './search.ts'
import { commitmentRoutes } from './staff/commitments.ts'
import { importRoutes } from './staff/imports.ts'
import { paymentRoutes } from './staff/payments.ts'
import { planRoutes } from './staff/plan.ts'
import { summaryRoutes } from './staff/summary.ts'

export default defineModule({
  name: 'money',
  needs: ['programmes', 'duties'],
  routes: [
    ...publicRoutes,
    ...summaryRoutes,
    ...planRoutes,
    ...commitmentRoutes,
    ...paymentRoutes,
    ...importRoutes,
    ...apiRoutes,
  ],
  commands,
  openData,
  search: searchMoney,
  sitemap: async (db) => (await programmes(db)).map((p) => `/programmes/${p.slug}/money`),
  nav: [
    {
      path: '/office/money',
      label: { uk: 'Кошти', en: 'Money' },
      area: 'office',
      order: 45,
      allows: maySeeMoney,
    },
  ],
})
