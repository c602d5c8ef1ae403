import { defineModule } from '../../platform/module.ts'
import { personalData } from '../../platform/personal-data.ts'
import { startPage } from '../../platform/start-page.ts'
import { organisationReferences, proposalSettled } from '../organisations/index.ts'
import { verifyWhenSettled } from './actions/close.ts'
import { checkPersons } from './actions/persons.ts'
import { cabinetRoutes } from './cabinet.ts'
import { campaignLetters, forgetPersons } from './jobs.ts'
import { maySeeChecks } from './policy.ts'
import { publicRoutes } from './public.ts'
import { januaryAgenda } from './staff/agenda.ts'
import { staffRoutes } from './staff.ts'
import { closedCampaigns } from './store/campaigns.ts'
import { en } from './texts/en.ts'
import { uk } from './texts/uk.ts'
import { OWN } from './views/own.ts'

export default defineModule({
  name: 'campaigns',
  needs: ['people', 'law', 'programmes', 'duties', 'organisations', 'representatives'],
  routes: [...staffRoutes, ...publicRoutes, ...cabinetRoutes],
  jobs: [campaignLetters, forgetPersons],
  follows: [
    proposalSettled.with(verifyWhenSettled),
    ...organisationReferences([
      { table: 'campaign_invitations', column: 'organisation_id', onceIn: 'campaign_id' },
    ]),
  ],
  adds: [startPage.with(januaryAgenda), personalData.with(checkPersons)],
  nav: [
    {
      path: OWN,
      label: { uk: uk.own.nav, en: en.own.nav },
      area: 'cabinet',
      order: 20,
      allows: (actor) => actor.kind === 'representative' && actor.organisations.length > 0,
    },
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
