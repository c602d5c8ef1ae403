import { defineModule } from '../../platform/module.ts'
import { demoRoutes } from './cabinet/demo.ts'
import { entryRoutes } from './cabinet/entry.ts'
import { homeRoutes } from './cabinet/home.ts'
import { signInLetterJob, sweepJob } from './jobs.ts'
import { en } from './texts/en.ts'
import { uk } from './texts/uk.ts'

export default defineModule({
  name: 'representatives',
  needs: ['people', 'organisations'],
  routes: [...entryRoutes, ...homeRoutes, ...demoRoutes],
  nav: [{ path: '/cabinet', label: { uk: uk.home.nav, en: en.home.nav }, area: 'cabinet', order: 0 }],
  jobs: [signInLetterJob, sweepJob],
})
