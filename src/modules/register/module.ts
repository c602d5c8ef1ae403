import { defineModule } from '../../platform/module.ts'
import { importJob } from './jobs.ts'
import { maySearchRegister } from './policy.ts'
import { staffRoutes } from './staff.ts'
import { texts } from './texts/index.ts'
import { REGISTER } from './views/search.ts'

export default defineModule({
  name: 'register',
  needs: [],
  routes: staffRoutes,
  jobs: [importJob],
  nav: [
    {
      path: REGISTER,
      label: { uk: texts.uk.nav, en: texts.en.nav },
      area: 'office',
      order: 66,
      allows: maySearchRegister,
    },
  ],
})
