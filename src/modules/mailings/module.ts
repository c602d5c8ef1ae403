import { defineModule } from '../../platform/module.ts'
import { sendLetters } from './jobs.ts'
import { mayDecideMailings } from './policy.ts'
import { staffRoutes } from './staff.ts'

export default defineModule({
  name: 'mailings',
  needs: [],
  routes: staffRoutes,
  jobs: [sendLetters],
  nav: [
    {
      path: '/office/outbox',
      label: { uk: 'Вихідні листи', en: 'Outbox' },
      area: 'office',
      order: 70,
      allows: mayDecideMailings,
    },
  ],
})
