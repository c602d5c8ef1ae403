import { defineModule } from '../../platform/module.ts'
import { proposalSettled } from '../organisations/index.ts'
import { verifyWhenSettled } from './actions/close.ts'
import { campaignLetters, forgetPersons } from './jobs.ts'
import { maySeeChecks } from './policy.ts'
import { publicRoutes } from './public.ts'
import { staffRoutes } from './staff.ts'
import { closedCampaigns } from './store/campaigns.ts'

export default defineModule({
  name: 'campaigns',
  needs: ['people', 'law', 'programmes', 'duties', 'organisations'],
  routes: [...staffRoutes, ...publicRoutes],
  jobs: [campaignLetters, forgetPersons],
  follows: [proposalSettled.with(verifyWhenSettled)],
  nav: [
    {
      path: '/office/checks',
      label: { uk: 'Січнева звірка', en: 'January check' },
      area: 'office',
      order: 64,
      allows: maySeeChecks,
    },
  ],
  sitemap: async (db) => [
    '/check',
    '/checks',
    ...(await closedCampaigns(db)).map((c) => `/checks/${c.year}`),
  ],
})
