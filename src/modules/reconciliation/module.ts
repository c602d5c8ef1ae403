import { defineModule } from '../../platform/module.ts'
import { organisationReferences, proposalSettled } from '../organisations/index.ts'
import { linkWhenAccepted } from './actions.ts'
import { staffRoutes } from './staff.ts'
import { texts } from './texts/index.ts'
import { RECONCILIATION } from './views/differences.ts'

export default defineModule({
  name: 'reconciliation',
  needs: ['organisations', 'register'],
  routes: staffRoutes,
  follows: [
    proposalSettled.with(linkWhenAccepted),
    ...organisationReferences([
      { table: 'register_links', column: 'organisation_id', key: 'organisation_id', onceIn: null },
      { table: 'register_decisions', column: 'organisation_id', key: 'key' },
    ]),
  ],
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
