import { defineModule } from '../../platform/module.ts'
import { personalData } from '../../platform/personal-data.ts'
import { startPage } from '../../platform/start-page.ts'
import { calendarLinks, eventAdditions, eventCancelled, eventHeld } from '../events/index.ts'
import { organisationReferences } from '../organisations/index.ts'
import { draftPrepared } from '../programmes/index.ts'
import { closingGaps } from './actions/closing.ts'
import { hearingCancelled, hearingHeld, proposeHearing } from './actions/hearings.ts'
import { evidenceOf } from './actions/parts.ts'
import { proposalPersons } from './actions/persons.ts'
import { mayKeepHearings, maySeeHearings } from './policy.ts'
import { hearingSection, publicRoutes } from './public.ts'
import { publicAddresses, searchHearings } from './search.ts'
import { hearingClocks } from './staff/start.ts'
import { staffRoutes } from './staff.ts'
import { texts } from './texts/index.ts'

export default defineModule({
  name: 'hearings',
  needs: ['people', 'law', 'programmes', 'organisations', 'events'],
  routes: [...publicRoutes, ...staffRoutes],
  nav: [
    {
      path: '/office/hearings',
      label: { uk: texts.uk.nav, en: texts.en.nav },
      area: 'office',
      order: 64,
      allows: maySeeHearings,
    },
  ],
  follows: [
    draftPrepared.with(proposeHearing),
    eventHeld.with(hearingHeld),
    eventCancelled.with(hearingCancelled),
    ...organisationReferences([
      { table: 'hearings', column: 'organisation_id' },
      { table: 'hearing_proposals', column: 'organisation_id' },
    ]),
  ],
  adds: [
    personalData.with(proposalPersons),
    startPage.with(hearingClocks),
    calendarLinks.with({ path: '/hearings', label: { uk: texts.uk.nav, en: texts.en.nav } }),
    eventAdditions.with({
      kinds: ['publicHearing'],
      begins: { path: '/office/hearings/new', allows: mayKeepHearings },
      tab: {
        label: { uk: texts.uk.tab, en: texts.en.tab },
        path: (id) => `/office/events/${id}/hearing`,
      },
      section: hearingSection,
      closing: closingGaps,
      evidence: evidenceOf,
    }),
  ],
  search: searchHearings,
  sitemap: publicAddresses,
})
