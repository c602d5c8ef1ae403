/** The composition root: database → modules → routes, jobs; maps errors to pages. */
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { createHouse } from './house.ts'
import { type Actor, isSignedIn } from './kernel/actor.ts'
import { type Area, areaOf, type EnteredArea } from './kernel/area.ts'
import { dayOf, Temporal } from './kernel/civil-date.ts'
import type { Locale } from './kernel/texts.ts'
import { bearerOf, demoSwitch, keepSessionLocale, visitorOf } from './modules/people/index.ts'
import { cabinetVisitorOf, keepCabinetLocale, representativeChair } from './modules/representatives/index.ts'
import { modules } from './modules.ts'
import type { Config } from './platform/config.ts'
import { type Connection, connect } from './platform/db.ts'
import type { House } from './platform/house.ts'
import { loadAssets } from './platform/http/assets.ts'
import { formToken } from './platform/http/once.ts'
import { CABINET_COOKIE, SESSION_COOKIE, type ServerOptions } from './platform/http/options.ts'
import { localPath } from './platform/http/route.ts'
import type { PageCaching } from './platform/http/same-for-all.ts'
import { createServer } from './platform/http/server.ts'
import { type JobLoop, startJobs } from './platform/jobs.ts'
import type { Log } from './platform/log.ts'
import type { NavEntry } from './platform/module.ts'
import { takePulse } from './platform/pulse.ts'
import { errorBody, errorTitle } from './ui/error-body.ts'
import type { Frame, NavItem } from './ui/frame.ts'
import { page } from './ui/page.ts'

export type AppOptions = {
  readonly config: Pick<
    Config,
    | 'publicUrl'
    | 'dataDir'
    | 'trustProxy'
    | 'uploadLimit'
    | 'oidc'
    | 'smtpUrl'
    | 'mailFrom'
    | 'databaseConnections'
  > &
    Partial<Pick<Config, 'registerDatabaseUrl'>>
  readonly databaseUrl: string
  readonly secret: string
  readonly log: Log
  /** Tests call jobs by hand. */
  readonly withJobs: boolean
  /** Off only where the pages themselves are measured; no setting leads here. */
  readonly pageCache?: PageCaching
}

export type App = {
  readonly server: FastifyInstance
  readonly connection: Connection
  readonly house: House
  /** Finishes running requests and jobs. */
  close(): Promise<void>
}

function belongs(area: EnteredArea, actor: Actor): boolean {
  return area === 'office' ? isSignedIn(actor) : actor.kind === 'representative'
}

/** A public page does not know who reads it: its way in is that of the office, the cabinet's stands at its foot. */
function entranceLinks(area: Area) {
  const base = area === 'cabinet' ? '/cabinet' : '/office'
  return { signIn: `${base}/sign-in`, signOut: `${base}/sign-out`, account: `${base}/account` }
}

/** Entries of a menu from this order on stand behind «Ще». */
const SELDOM = 60

/** @param options.databaseUrl of a database with all migrations applied */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log } = options
  const connection = connect(options.databaseUrl, { max: config.databaseConnections })
  const pulse = await takePulse(options.databaseUrl, (up) =>
    log[up ? 'info' : 'error'](up ? 'database is up' : 'database is down'),
  )
  const assets = loadAssets(fileURLToPath(new URL('./ui', import.meta.url)))

  const house = await createHouse(
    { config, databaseUrl: options.databaseUrl, secret: options.secret, log },
    connection.db,
  )

  type Around = Pick<Frame, 'city' | 'nav' | 'more' | 'demo' | 'links'>
  const around = (locale: Locale, actor: Actor, area: Area): Around => {
    const entries = modules
      .flatMap((m) => m.nav ?? [])
      .filter(
        (n) => n.area === area && (area === 'public' || belongs(area, actor)) && (n.allows?.(actor) ?? true),
      )
      .sort((a, b) => a.order - b.order)
    const toItem = (n: NavEntry): NavItem => ({ label: n.label[locale], href: localPath(locale, n.path) })
    const seldom = (n: NavEntry) => n.order >= SELDOM
    return {
      city: { name: house.city.name[locale], councilName: house.city.council[locale] },
      nav: entries.filter((n) => !seldom(n)).map(toItem),
      more: entries.filter(seldom).map(toItem),
      demo: house.demonstration ? demoSwitch(locale, actor, [representativeChair(locale, actor)]) : null,
      links: {
        ...entranceLinks(area),
        home: area === 'public' ? localPath(locale, '/') : `/${area}`,
        dates: localPath(locale, '/dates'),
        openData: localPath(locale, '/data'),
        accessibility: localPath(locale, '/accessibility'),
      },
    }
  }
  // Who has no name sees the same around every page until the city changes its own.
  const kept = { city: house.city, parts: new Map<string, Around>() }
  const aroundNobody = (locale: Locale, actor: Actor, area: Area): Around => {
    if (kept.city !== house.city) {
      kept.city = house.city
      kept.parts.clear()
    }
    const key = `${locale} ${area}`
    const found = kept.parts.get(key) ?? around(locale, actor, area)
    kept.parts.set(key, found)
    return found
  }

  const frameOf: ServerOptions['frameOf'] = async ({ locale, actor, session, path, number, now }) => {
    await house.refresh(pulse.version)
    const area = areaOf(path)
    return {
      ...(actor.kind === 'anonymous' ? aroundNobody : around)(locale, actor, area),
      locale,
      actor,
      csrf: session && formToken(session.csrf, number),
      path,
      today: dayOf(now),
      now,
      assets: assets.addressOf,
    } satisfies Frame
  }

  const server = await createServer({
    db: connection.db,
    pulse,
    house,
    trustProxy: config.trustProxy,
    pageCache: options.pageCache ?? 'on',
    routes: modules.flatMap((m) => m.routes ?? []),
    assets,
    entrances: {
      office: {
        cookie: SESSION_COOKIE,
        signIn: '/office/sign-in',
        visitorOf: (cookie) => visitorOf(connection.db, cookie),
        keepLocale: (sessionId, locale) => keepSessionLocale(connection.db, sessionId, locale),
      },
      cabinet: {
        cookie: CABINET_COOKIE,
        signIn: '/cabinet/sign-in',
        visitorOf: (cookie) => cabinetVisitorOf(connection.db, cookie),
        keepLocale: (sessionId, locale) => keepCabinetLocale(connection.db, sessionId, locale),
      },
    },
    bearerOf: (token) => bearerOf(connection.db, token),
    frameOf,
    errorPage: (frame, locale, failure) => {
      const around = frame ?? bareFrame(locale)
      return page(around, {
        title: errorTitle(around.locale, failure.status),
        main: errorBody({ locale: around.locale, status: failure.status, reference: failure.number }),
        noIndex: true,
      })
    },
  })

  /** A page around an error when nothing can be asked of the database. */
  function bareFrame(locale: Frame['locale']): Frame {
    const now = Temporal.Now.instant()
    return {
      locale,
      city: { name: house.city.name[locale], councilName: house.city.council[locale] },
      actor: { kind: 'anonymous' },
      csrf: null,
      path: '/',
      nav: [],
      demo: null,
      today: dayOf(now),
      now,
      assets: assets.addressOf,
    }
  }

  const jobs: JobLoop | null = options.withJobs
    ? await startJobs({
        pool: connection.pool,
        db: connection.db,
        jobs: modules.flatMap((m) => m.jobs ?? []),
        house,
      })
    : null

  return {
    server,
    connection,
    house,
    async close() {
      await server.close()
      await jobs?.stop()
      await pulse.close()
      await house.close()
      await connection.close()
    },
  }
}
