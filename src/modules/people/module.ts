import { defineModule } from '../../platform/module.ts'
import { commands } from './cli.ts'
import { sweepJob } from './jobs.ts'
import { managesTokens, managesUnits, seesStaff } from './policy.ts'
import { accountRoutes } from './staff/account.ts'
import { demoRoutes } from './staff/demo.ts'
import { entryRoutes } from './staff/entry.ts'
import { linkRoutes } from './staff/links.ts'
import { peopleRoutes } from './staff/people.ts'
import { secondStepRoutes } from './staff/second-step.ts'
import { tokenRoutes } from './staff/tokens.ts'
import { unitRoutes } from './staff/units.ts'
import { en } from './texts/en.ts'
import { uk } from './texts/uk.ts'

export default defineModule({
  name: 'people',
  needs: [],
  routes: [
    ...entryRoutes,
    ...secondStepRoutes,
    ...linkRoutes,
    ...accountRoutes,
    ...peopleRoutes,
    ...unitRoutes,
    ...tokenRoutes,
    ...demoRoutes,
  ],
  nav: [
    {
      path: '/office/units',
      label: { uk: uk.units.nav, en: en.units.nav },
      area: 'office',
      order: 80,
      allows: managesUnits.allows,
    },
    {
      path: '/office/people',
      label: { uk: uk.staff.nav, en: en.staff.nav },
      area: 'office',
      order: 82,
      allows: seesStaff.allows,
    },
    {
      path: '/office/tokens',
      label: { uk: uk.tokens.nav, en: en.tokens.nav },
      area: 'office',
      order: 84,
      allows: managesTokens.allows,
    },
  ],
  jobs: [sweepJob],
  commands,
})
