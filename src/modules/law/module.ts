import { defineModule } from '../../platform/module.ts'
import { apiRoutes } from './api.ts'
import { legalRules } from './open-data.ts'
import { mayOverrideRules } from './policy.ts'
import { publicRoutes } from './public.ts'
import { RULE_KEYS } from './rules/rule-list.ts'
import { searchLaw } from './search.ts'
import { staffRoutes } from './staff.ts'

export default defineModule({
  name: 'law',
  needs: [],
  routes: [...publicRoutes, ...staffRoutes, ...apiRoutes],
  openData: [legalRules],
  search: searchLaw,
  sitemap: async () => [
    '/dates',
    '/dates/year',
    '/dates/rules',
    '/dates/acts',
    ...RULE_KEYS.map((key) => `/dates/rules/${key}`),
  ],
  nav: [
    {
      path: '/office/law',
      label: { uk: 'Строки', en: 'Terms' },
      area: 'office',
      order: 80,
      allows: mayOverrideRules,
    },
  ],
})
