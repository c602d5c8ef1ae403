import { defineModule } from '../../platform/module.ts'
import { readSources } from './jobs/sources.ts'
import { calendarRoutes } from './public/calendar.ts'
import { eventFileRoutes } from './public/files.ts'
import { sourceRoutes } from './staff/sources.ts'
import { calendarTexts } from './texts/calendar.ts'

export default defineModule({
  name: 'events',
  needs: ['people', 'programmes', 'duties', 'organisations'],
  routes: [...calendarRoutes, ...eventFileRoutes, ...sourceRoutes],
  jobs: [readSources],
  nav: [{ path: '/events', label: { uk: 'Події', en: 'Events' }, area: 'public', order: 30 }],
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
