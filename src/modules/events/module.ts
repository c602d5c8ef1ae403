import { defineModule } from '../../platform/module.ts'
import { personalData } from '../../platform/personal-data.ts'
import { startPage } from '../../platform/start-page.ts'
import { organisationReferences, organisationSections } from '../organisations/index.ts'
import { eventPersons } from './actions/persons.ts'
import { apiRoutes } from './api.ts'
import { calendarLinks } from './events.ts'
import { eventDigest } from './feeds.ts'
import { clockJobs } from './jobs/clock.ts'
import { readSources } from './jobs/sources.ts'
import { openData } from './open-data.ts'
import { calendarRoutes } from './public/calendar.ts'
import { eventPageRoutes } from './public/event.ts'
import { eventFileRoutes } from './public/files.ts'
import { publicSeriesRoutes } from './public/series.ts'
import { takePartRoutes } from './public/take-part.ts'
import { searchEvents } from './search.ts'
import { eventRoutes } from './staff/event.ts'
import { listRoutes } from './staff/list.ts'
import { participantRoutes } from './staff/participants.ts'
import { questionRoutes } from './staff/questions.ts'
import { recommendationRoutes } from './staff/recommendations.ts'
import { resultRoutes } from './staff/results.ts'
import { seriesRoutes } from './staff/series.ts'
import { sourceRoutes } from './staff/sources.ts'
import { startPageItems } from './staff/start-page.ts'
import { talkRoutes } from './staff/talks.ts'
import { publishedAddresses, publishedEvents } from './store/published.ts'
import { ORGANISATION_REFERENCES } from './store/references.ts'
import { calendarTexts } from './texts/calendar.ts'
import { bilingual } from './texts/index.ts'
import { eventTitle } from './texts/names.ts'
import { threadTexts } from './texts/threads.ts'
import { RECOMMENDATIONS } from './views/recommendations.ts'

export default defineModule({
  name: 'events',
  needs: ['people', 'law', 'programmes', 'duties', 'organisations', 'practices'],
  routes: [
    ...calendarRoutes,
    ...eventFileRoutes,
    ...publicSeriesRoutes,
    ...recommendationRoutes,
    ...eventPageRoutes,
    ...takePartRoutes,
    ...sourceRoutes,
    ...seriesRoutes,
    ...listRoutes,
    ...participantRoutes,
    ...questionRoutes,
    ...resultRoutes,
    ...talkRoutes,
    ...eventRoutes,
    ...apiRoutes,
  ],
  jobs: [readSources, ...clockJobs],
  follows: [...organisationReferences(ORGANISATION_REFERENCES)],
  adds: [
    eventDigest,
    calendarLinks.with({
      path: RECOMMENDATIONS,
      label: { uk: threadTexts.uk.recommendations.link, en: threadTexts.en.recommendations.link },
    }),
    personalData.with(eventPersons),
    startPage.with(startPageItems),
    organisationSections.with({
      key: 'events',
      title: { uk: 'Події', en: 'Events' },
      order: 40,
      items: async (db, id, locale, limit) => {
        const { rows } = await publishedEvents(db, { organisationId: id }, '', limit)
        return rows.map((e) => ({
          title: eventTitle(locale, e),
          path: `/events/${e.id}`,
          on: e.firstDay,
          note: e.place,
        }))
      },
      all: (id) => `/events?organisation=${id}`,
    }),
  ],
  openData,
  search: searchEvents,
  sitemap: publishedAddresses,
  nav: [
    { path: '/events', label: { uk: 'Події', en: 'Events' }, area: 'public', order: 30 },
    { path: '/office/events', label: bilingual((t) => t.office.nav), area: 'office', order: 40 },
  ],
  feeds: [
    {
      path: '/events.atom',
      title: { uk: calendarTexts.uk.feed, en: calendarTexts.en.feed },
      type: 'application/atom+xml',
    },
    {
      path: '/events.ics',
      title: { uk: calendarTexts.uk.feed, en: calendarTexts.en.feed },
      type: 'text/calendar',
    },
  ],
})
