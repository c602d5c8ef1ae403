/** Programmes: from the text of a decision to editions in force. */
import { isSignedIn } from '../../kernel/actor.ts'
import { defineModule } from '../../platform/module.ts'
import { apiRoutes } from './api.ts'
import { commands } from './cli.ts'
import { localProgrammes, programmeChanges, programmeMeasures } from './open-data.ts'
import { publicRoutes } from './public/routes.ts'
import { programmePages, searchProgrammes } from './search.ts'
import { officeRoutes } from './staff/routes.ts'

export default defineModule({
  name: 'programmes',
  needs: ['people'],
  routes: [...publicRoutes, ...officeRoutes, ...apiRoutes],
  commands,
  openData: [localProgrammes, programmeMeasures, programmeChanges],
  search: searchProgrammes,
  sitemap: programmePages,
  nav: [
    {
      path: '/programmes',
      label: { uk: 'Програми', en: 'Programmes' },
      area: 'public',
      order: 10,
    },
    {
      path: '/office/programmes',
      label: { uk: 'Програми', en: 'Programmes' },
      area: 'office',
      order: 40,
      allows: isSignedIn,
    },
  ],
})
