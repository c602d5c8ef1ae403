/** Programmes: from the text of a decision to editions in force. */
import { isSignedIn } from '../../kernel/actor.ts'
import { defineModule } from '../../platform/module.ts'
import { officeRoutes } from './staff/routes.ts'

export default defineModule({
  name: 'programmes',
  needs: ['people', 'law'],
  routes: [...officeRoutes],
  nav: [
    {
      path: '/office/programmes',
      label: { uk: 'Програми', en: 'Programmes' },
      area: 'office',
      order: 40,
      allows: isSignedIn,
    },
  ],
})
