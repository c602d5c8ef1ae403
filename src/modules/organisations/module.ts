import { defineModule } from '../../platform/module.ts'

export default defineModule({
  name: 'organisations',
  needs: ['people', 'duties'],
})
