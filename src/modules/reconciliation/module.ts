import { defineModule } from '../../platform/module.ts'
import { staffRoutes } from './staff.ts'
import { texts } from './texts/index.ts'
import { RECONCILIATION } from './views/differences.ts'

export default defineModule({
  name: 'reconciliation',
  needs: ['organisations', 'register'],
  routes: staffRoutes,
  nav: [
    {
      path: RECONCILIATION,
      label: { uk: texts.uk.nav, en: texts.en.nav },
      area: 'office',
      order: 67,
      allows: (actor) => actor.kind === 'staff',
    },
  ],
})
