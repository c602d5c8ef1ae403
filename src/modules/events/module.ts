import { defineModule } from '../../platform/module.ts'

export default defineModule({
  name: 'events',
  needs: ['people', 'programmes', 'duties', 'organisations'],
})
