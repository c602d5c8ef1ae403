import { defineModule, type Module } from '../../platform/module.ts'
import { catalogueApi } from './api.ts'
import { maySetPublisher } from './policy.ts'
import { crawlerRoutes } from './public/crawlers.ts'
import { dataRoutes } from './public/data.ts'
import { pageRoutes } from './public/pages.ts'
import { searchSets } from './search.ts'
import { staffRoutes } from './staff.ts'

/** The last module of the list: it speaks of all the others, which it is given and does not import. */
export function catalogueModule(others: readonly Module[]): Module {
  const sets = others.flatMap((m) => m.openData ?? [])
  const all = () => [...others, own]
  const own: Module = defineModule({
    name: 'catalogue',
    needs: [],
    routes: [
      ...dataRoutes(sets),
      ...pageRoutes(all),
      ...crawlerRoutes(others),
      ...staffRoutes,
      ...catalogueApi(all, sets),
    ],
    search: searchSets(sets),
    nav: [
      { path: '/search', label: { uk: 'Пошук', en: 'Search' }, area: 'public', order: 55 },
      {
        path: '/office/data',
        label: { uk: 'Відкриті дані', en: 'Open data' },
        area: 'office',
        order: 85,
        allows: maySetPublisher,
      },
    ],
  })
  return own
}
