import { defineModule } from '../../platform/module.ts'
import { calendarLinks, eventAdditions, eventCopied } from '../events/index.ts'
import { organisationReferences } from '../organisations/index.ts'
import { copyCeremony, evidenceOf } from './actions/ceremonies.ts'
import { monumentSet } from './open-data.ts'
import { maySeeOffice } from './policy.ts'
import { ceremonySection, publicRoutes } from './public.ts'
import { publicAddresses, searchMonuments } from './search.ts'
import { ceremonyRoutes } from './staff/ceremony.ts'
import { dateRoutes } from './staff/dates.ts'
import { monumentRoutes } from './staff/monuments.ts'
import { texts } from './texts/index.ts'
import { ceremonyPath } from './views/ceremony.ts'

export default defineModule({
  name: 'memorials',
  needs: ['people', 'programmes', 'duties', 'organisations', 'events'],
  routes: [...publicRoutes, ...dateRoutes, ...monumentRoutes, ...ceremonyRoutes],
  nav: [
    {
      path: '/office/memorials',
      label: { uk: texts.uk.nav.office, en: texts.en.nav.office },
      area: 'office',
      order: 62,
      allows: maySeeOffice,
    },
  ],
  follows: [
    eventCopied.with(copyCeremony),
    ...organisationReferences([
      { table: 'monuments', column: 'caretaker_organisation_id' },
      { table: 'ceremony_wreaths', column: 'organisation_id' },
    ]),
  ],
  adds: [
    calendarLinks.with({
      path: '/memorials',
      label: { uk: texts.uk.nav.office, en: texts.en.nav.office },
    }),
    calendarLinks.with({
      path: '/monuments',
      label: { uk: texts.uk.nav.monuments, en: texts.en.nav.monuments },
    }),
    eventAdditions.with({
      kinds: ['commemoration', 'rally'],
      tab: { label: { uk: texts.uk.ceremony.tab, en: texts.en.ceremony.tab }, path: ceremonyPath },
      section: ceremonySection,
      evidence: evidenceOf,
    }),
  ],
  feeds: [
    {
      path: '/memorials.ics',
      title: { uk: texts.uk.calendar.feed, en: texts.en.calendar.feed },
      type: 'text/calendar',
    },
  ],
  openData: [monumentSet],
  search: searchMonuments,
  sitemap: publicAddresses,
})
