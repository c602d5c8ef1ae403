/** The one list of modules. A module stands after those that it needs. */
import administration from './modules/administration/module.ts'
import campaigns from './modules/campaigns/module.ts'
import { catalogueModule } from './modules/catalogue/module.ts'
import duties from './modules/duties/module.ts'
import events from './modules/events/module.ts'
import following from './modules/following/module.ts'
import hearings from './modules/hearings/module.ts'
import law from './modules/law/module.ts'
import mailings from './modules/mailings/module.ts'
import memorials from './modules/memorials/module.ts'
import money from './modules/money/module.ts'
import offers from './modules/offers/module.ts'
import organisations from './modules/organisations/module.ts'
import overview from './modules/overview/module.ts'
import passport from './modules/passport/module.ts'
import people from './modules/people/module.ts'
import practices from './modules/practices/module.ts'
import programmes from './modules/programmes/module.ts'
import publications from './modules/publications/module.ts'
import reconciliation from './modules/reconciliation/module.ts'
import register from './modules/register/module.ts'
import reports from './modules/reports/module.ts'
import representatives from './modules/representatives/module.ts'
import seminars from './modules/seminars/module.ts'
import type { Module } from './platform/module.ts'

const parts: readonly Module[] = [
  people,
  law,
  programmes,
  duties,
  money,
  reports,
  mailings,
  register,
  organisations,
  reconciliation,
  representatives,
  campaigns,
  following,
  passport,
  publications,
  practices,
  events,
  offers,
  seminars,
  memorials,
  hearings,
  overview,
  administration,
]

/** The catalogue speaks of all the others, so it stands last. */
export const modules: readonly Module[] = [...parts, catalogueModule(parts)]

for (const module of modules)
  for (const one of [...(module.follows ?? []), ...(module.adds ?? [])]) one.attach()
