import { defineModule } from '../../platform/module.ts'
import { organisationMerged, organisationSections } from '../organisations/index.ts'
import { digestJob, sweepJob } from './jobs.ts'
import { maySeeFollowing } from './policy.ts'
import { publicRoutes } from './public.ts'
import { staffRoutes } from './staff.ts'
import { followAlso } from './store.ts'
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
    organisationMerged.with((tx, { gone, kept }) => followAlso(tx.db, gone, kept)),
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
