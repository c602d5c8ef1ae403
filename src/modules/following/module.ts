import { defineModule } from '../../platform/module.ts'
import { organisationMerged, organisationSections, organisationUnmerged } from '../organisations/index.ts'
import { digestJob, sweepJob } from './jobs.ts'
import { maySeeFollowing } from './policy.ts'
import { publicRoutes } from './public.ts'
import { staffRoutes } from './staff.ts'
import { followAlso, followNoMore } from './store.ts'
import { bilingual, texts } from './texts/index.ts'

export default defineModule({
  name: 'following',
  needs: ['organisations'],
  routes: [...publicRoutes, ...staffRoutes],
  jobs: [digestJob, sweepJob],
  nav: [
    {
      path: '/office/followers',
      label: bilingual((t) => t.office.title),
      area: 'office',
      order: 72,
      allows: maySeeFollowing,
    },
  ],
  follows: [
    organisationMerged.with((tx, merge) => followAlso(tx.db, merge)),
    organisationUnmerged.with((tx, merge) => followNoMore(tx.db, merge)),
    organisationSections.with({
      key: 'follow',
      title: bilingual((t) => t.section),
      order: 90,
      items: async (_db, id, locale) => [
        { title: texts[locale].sectionItem, path: `/follow?organisation=${id}`, on: null, note: null },
      ],
    }),
  ],
  sitemap: async () => ['/follow'],
})
