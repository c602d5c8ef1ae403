import { defineModule } from '../../platform/module.ts'
import { startPage } from '../../platform/start-page.ts'
import { calendarLinks } from '../events/index.ts'
import { organisationMerged, organisationUnmerged } from '../organisations/index.ts'
import { cabinetTasks } from '../representatives/index.ts'
import { cabinetRoutes, offerTasks } from './cabinet.ts'
import { maySeeOffers } from './policy.ts'
import { staffRoutes, waitingItems } from './staff.ts'
import { moveBack, moveOffers } from './store.ts'
import { bilingual } from './texts/index.ts'
import { CABINET, OFFICE } from './views/shared.ts'

export default defineModule({
  name: 'offers',
  needs: ['people', 'programmes', 'duties', 'organisations', 'representatives', 'publications', 'events'],
  routes: [...cabinetRoutes, ...staffRoutes],
  nav: [
    {
      path: CABINET,
      label: bilingual((t) => t.nav),
      area: 'cabinet',
      order: 12,
      allows: (actor) => actor.kind === 'representative' && actor.organisations.length > 0,
    },
    {
      path: OFFICE,
      label: bilingual((t) => t.officeNav),
      area: 'office',
      order: 62,
      allows: maySeeOffers,
    },
  ],
  follows: [
    organisationMerged.with((tx, merge) => moveOffers(tx.db, merge)),
    organisationUnmerged.with((tx, merge) => moveBack(tx.db, merge)),
  ],
  adds: [
    startPage.with(waitingItems),
    cabinetTasks.with(offerTasks),
    calendarLinks.with({
      path: '/represent',
      label: { uk: 'Запропонувати подію', en: 'Offer an event' },
    }),
  ],
})
