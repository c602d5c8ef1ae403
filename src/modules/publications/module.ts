import { digestSources } from '../../platform/digest.ts'
import { defineModule } from '../../platform/module.ts'
import { personalData } from '../../platform/personal-data.ts'
import { startPage } from '../../platform/start-page.ts'
import { organisationMerged, organisationSections, organisationUnmerged } from '../organisations/index.ts'
import { cabinetTasks } from '../representatives/index.ts'
import { followMerge, undoMerge } from './actions/merged.ts'
import { newsAuthors } from './actions/persons.ts'
import { apiRoutes } from './api.ts'
import { cabinetRoutes } from './cabinet/news.ts'
import { newsTasks } from './cabinet/tasks.ts'
import { openData } from './open-data.ts'
import { maySeeNews } from './policy.ts'
import { feedRoutes } from './public/feeds.ts'
import { newsRoutes } from './public/news.ts'
import { pictureRoutes } from './public/pictures.ts'
import { newsAddresses, newsDigest, newsSection, searchNews } from './search.ts'
import { waitingNews } from './staff/agenda.ts'
import { keepRoutes } from './staff/keep.ts'
import { newsRoutes as officeRoutes } from './staff/news.ts'
import { bilingual } from './texts/index.ts'
import { CABINET } from './views/cabinet.ts'
import { OFFICE } from './views/office.ts'
import { NEWS } from './views/public.ts'

export default defineModule({
  name: 'publications',
  needs: ['people', 'programmes', 'duties', 'organisations', 'representatives'],
  routes: [
    ...newsRoutes,
    ...feedRoutes,
    ...pictureRoutes,
    ...cabinetRoutes,
    ...officeRoutes,
    ...keepRoutes,
    ...apiRoutes,
  ],
  nav: [
    { path: NEWS, label: bilingual((t) => t.public.nav), area: 'public', order: 30 },
    {
      path: CABINET,
      label: bilingual((t) => t.cabinet.nav),
      area: 'cabinet',
      order: 10,
      allows: (actor) => actor.kind === 'representative' && actor.organisations.length > 0,
    },
    { path: OFFICE, label: bilingual((t) => t.office.nav), area: 'office', order: 61, allows: maySeeNews },
  ],
  openData,
  feeds: [{ path: '/news.atom', title: bilingual((t) => t.public.title), type: 'application/atom+xml' }],
  search: searchNews,
  sitemap: newsAddresses,
  follows: [
    organisationMerged.with(followMerge),
    organisationUnmerged.with(undoMerge),
    organisationSections.with(newsSection),
  ],
  adds: [
    personalData.with(newsAuthors),
    startPage.with(waitingNews),
    cabinetTasks.with(newsTasks),
    digestSources.with(newsDigest),
  ],
})
