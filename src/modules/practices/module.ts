import { dayOf } from '../../kernel/civil-date.ts'
import { defineModule } from '../../platform/module.ts'
import { startPage } from '../../platform/start-page.ts'
import { organisationMerged, organisationSections, organisationUnmerged } from '../organisations/index.ts'
import { passportPractices } from '../passport/index.ts'
import { apiRoutes } from './api.ts'
import { cabinetRoutes, returnedCards } from './cabinet.ts'
import { feedRoutes, practiceDigest } from './feeds.ts'
import { practicesDataSet } from './open-data.ts'
import { mayDecidePractices, maySeePractices } from './policy.ts'
import { publicRoutes } from './public.ts'
import { searchPractices } from './search.ts'
import { staffRoutes } from './staff.ts'
import { moveCards, returnCards } from './store/moves.ts'
import { countSubmitted } from './store/practices.ts'
import { practicesOn, publishedPractices } from './store/published.ts'
import { bilingual } from './texts/index.ts'
import { CABINET, OFFICE, PUBLIC } from './views/parts.ts'

export default defineModule({
  name: 'practices',
  needs: ['people', 'programmes', 'duties', 'organisations', 'representatives', 'passport'],
  routes: [...publicRoutes, ...feedRoutes, ...apiRoutes, ...staffRoutes, ...cabinetRoutes],
  nav: [
    { path: PUBLIC, label: bilingual((t) => t.nav), area: 'public', order: 66 },
    { path: OFFICE, label: bilingual((t) => t.nav), area: 'office', order: 65, allows: maySeePractices },
    {
      path: CABINET,
      label: bilingual((t) => t.nav),
      area: 'cabinet',
      order: 30,
      allows: (actor) => actor.kind === 'representative' && actor.organisations.length > 0,
    },
  ],
  openData: [practicesDataSet],
  feeds: [{ path: '/practices.atom', title: bilingual((t) => t.title), type: 'application/atom+xml' }],
  search: searchPractices,
  follows: [
    organisationMerged.with((tx, merge) => moveCards(tx.db, merge)),
    organisationUnmerged.with((tx, merge) => returnCards(tx.db, merge)),
    organisationSections.with({
      key: 'practices',
      title: bilingual((t) => t.title),
      order: 30,
      items: async (db, organisationId, _locale, limit) => {
        const { rows } = await publishedPractices(db, { organisationId }, '', limit)
        return rows.map((p) => ({
          title: p.content.title,
          path: `${PUBLIC}/${p.id}`,
          on: dayOf(p.firstPublishedAt),
          note: null,
        }))
      },
    }),
  ],
  adds: [
    practiceDigest,
    returnedCards,
    passportPractices.with(practicesOn),
    startPage.with(async (ctx) => {
      const waiting = mayDecidePractices(ctx.actor) ? await countSubmitted(ctx.db) : 0
      return waiting === 0
        ? []
        : [
            {
              key: 'practices',
              urgency: null,
              title: bilingual((t) => t.startPage.waiting(waiting)),
              text: { uk: '', en: '' },
              href: `${OFFICE}?state=submitted`,
              step: bilingual((t) => t.startPage.step),
            },
          ]
    }),
  ],
  sitemap: async (db) => {
    const { rows } = await publishedPractices(db, {}, '', 10_000)
    return [PUBLIC, ...rows.map((p) => `${PUBLIC}/${p.id}`)]
  },
})
