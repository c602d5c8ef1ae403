/** Pages for everybody: the home page and what Viche is. */
import { html } from '../../kernel/html.ts'
import {
  anyone,
  localPath,
  page,
  type Reply,
  type Route,
  type WebRequest,
} from '../../platform/http/route.ts'
import * as ui from '../../ui/index.ts'
import { unitsByIds } from '../people/index.ts'
import { activeProgramme } from '../programmes/index.ts'
import { readCityDays } from './public/city-days.ts'
import { readHome } from './public/home.ts'
import { aboutTexts, homeTexts } from './texts/index.ts'
import { aboutAside, aboutMain } from './views/about.ts'
import { publicPages, sitePages } from './views/addresses.ts'
import { cityDays } from './views/city-days.ts'
import { emptyHome } from './views/empty-home.ts'
import { homeMain } from './views/home.ts'
import { named } from './views/shared.ts'

async function home(request: WebRequest): Promise<Reply> {
  const { frame, house, locale } = request
  const t = homeTexts[locale]
  const city = house.city.name[locale]
  const [view, days] = await Promise.all([readHome(request), readCityDays(request)])
  const common = { canonical: house.baseUrl + localPath(locale, '/'), jsonLd: whoWeAre(request) }
  if (!view)
    return page(
      ui.page(frame, {
        ...common,
        title: t.empty.title(city),
        lead: t.empty.lead,
        description: t.empty.lead,
        main: html`${cityDays(locale, days)}${emptyHome(locale)}`,
      }),
    )
  const at = publicPages(locale, view.programme.slug)
  const site = sitePages(locale)
  return page(
    ui.page(frame, {
      ...common,
      title: t.title(city),
      lead: t.welcome,
      description: t.description(named(locale, view.programme), city),
      feeds: [
        { href: site.newsFeed, title: t.city.news, type: 'application/atom+xml' },
        { href: site.evidenceFeed, title: t.follow.done, type: 'application/atom+xml' },
        { href: site.reportsFeed, title: t.follow.reports, type: 'application/atom+xml' },
        { href: at.calendar, title: t.follow.calendar, type: 'text/calendar' },
      ],
      main: html`${cityDays(locale, days)}${homeMain(locale, view)}`,
    }),
  )
}

/** The council and its site, in the words of schema.org. */
function whoWeAre({ house, locale }: WebRequest): unknown {
  const { city, baseUrl } = house
  const council = {
    '@type': 'GovernmentOrganization',
    '@id': `${baseUrl}/#council`,
    name: city.council[locale],
    url: baseUrl,
    areaServed: { '@type': 'City', name: city.name[locale] },
    ...(city.edrpou === null ? {} : { identifier: city.edrpou }),
    ...(city.address === null ? {} : { address: city.address }),
    ...(city.email === null ? {} : { email: city.email }),
  }
  const site = {
    '@type': 'WebSite',
    '@id': `${baseUrl}/#site`,
    name: `${ui.words(locale).brand}, ${city.name[locale]}`,
    url: baseUrl + localPath(locale, '/'),
    inLanguage: locale,
    publisher: { '@id': council['@id'] },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${baseUrl}${sitePages(locale).search}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }
  return { '@context': 'https://schema.org', '@graph': [council, site] }
}

async function about({ ctx, frame, house, locale }: WebRequest): Promise<Reply> {
  const t = aboutTexts[locale]
  const programme = await activeProgramme(ctx.db, ctx.today)
  const ids = [programme?.coordinatorUnitId, programme?.fundManagerUnitId].flatMap((id) => id ?? [])
  const units = await unitsByIds(ctx.db, ids)
  const nameOf = (id: (typeof ids)[number] | null | undefined) => (id ? (units.get(id)?.name ?? null) : null)
  return page(
    ui.page(frame, {
      title: t.title,
      lead: t.lead,
      description: t.description(house.city.council[locale]),
      canonical: house.baseUrl + localPath(locale, '/about'),
      main: aboutMain(locale, house.city, {
        coordinator: nameOf(programme?.coordinatorUnitId),
        fundManager: nameOf(programme?.fundManagerUnitId),
      }),
      aside: aboutAside(locale, house.city),
    }),
  )
}

export const publicRoutes: readonly Route[] = [
  { method: 'GET', path: '/', policy: anyone, cached: true, handle: home },
  { method: 'GET', path: '/about', policy: anyone, cached: true, handle: about },
]
