import { defineModule } from '../../platform/module.ts'
import { publicRoutes } from './public.ts'
import { staffRoutes } from './staff.ts'
import { aboutTexts, officeTexts } from './texts/index.ts'

export default defineModule({
  name: 'overview',
  needs: [
    'people',
    'law',
    'programmes',
    'duties',
    'money',
    'reports',
    'mailings',
    'organisations',
    'publications',
    'events',
  ],
  routes: [...publicRoutes, ...staffRoutes],
  nav: [
    { path: '/office', label: { uk: officeTexts.uk.nav, en: officeTexts.en.nav }, area: 'office', order: 0 },
    { path: '/about', label: { uk: aboutTexts.uk.nav, en: aboutTexts.en.nav }, area: 'public', order: 90 },
  ],
  sitemap: async () => ['/', '/about'],
})
