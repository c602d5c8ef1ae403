/** What every page knows about the request that it answers. Made by the platform, read by `page`. */
import type { Actor } from '../kernel/actor.ts'
import { areaOf } from '../kernel/area.ts'
import type { CivilDate, Temporal } from '../kernel/civil-date.ts'
import type { Html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'

export type City = {
  /** `Ніжин`. */
  readonly name: string
  /** `Ніжинська міська рада`. */
  readonly councilName: string
}

export type NavItem = {
  readonly label: string
  readonly href: string
  /** Found from the path when absent. */
  readonly current?: boolean
  /** How much waits there; nothing is shown for 0. */
  readonly count?: number
}

/** Addresses of pages that stand in the head and foot of every page. */
export type FrameLinks = {
  readonly home: string
  readonly signIn: string
  readonly signOut: string
  readonly account: string
  readonly dates: string
  readonly openData: string
  readonly accessibility: string
  readonly cabinet: string
}

export const FRAME_LINKS: FrameLinks = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  account: '/account',
  dates: '/dates',
  openData: '/data',
  accessibility: '/accessibility',
  cabinet: '/cabinet',
}

export type Frame = {
  readonly locale: Locale
  readonly city: City
  readonly actor: Actor
  /** Token of the session for every form that posts; `null` without a session. */
  readonly csrf: string | null
  /** Path and query of this page, as asked for. */
  readonly path: string
  readonly nav: readonly NavItem[]
  /** What is needed seldom: folded behind one word at the end of the menu. */
  readonly more?: readonly NavItem[]
  /** In a demonstration database: the role switch that stands in the banner. `null` elsewhere. */
  readonly demo: Html | null
  readonly today: CivilDate
  readonly now: Temporal.Instant
  /** The address of an asset (`viche.css`, `enhance.js`, a font) with its hash. */
  readonly assets: (name: string) => string
  readonly links?: Partial<FrameLinks>
}

/** Name of the hidden field that carries `Frame.csrf`. */
export const CSRF_FIELD = '_csrf'

/** Name of the submit buttons of `form`; its value is `save` or `draft`. */
export const INTENT_FIELD = '_intent'

/**
 * The same address in another language: public pages in English stand under `/en`; in the office and the cabinet the
 * page is asked for with `?lang=`, since there the language is the person's own setting.
 */
export function languageHref(path: string, locale: Locale): string {
  if (areaOf(path) !== 'public') return withQuery(path, { lang: locale })
  const bare = path.replace(/^\/en(?=\/|\?|$)/, '')
  return locale === 'en'
    ? `/en${bare === '/' ? '' : bare}`
    : bare === '' || bare.startsWith('?')
      ? `/${bare}`
      : bare
}

/** The address with query parameters set (`null` takes one away), others kept in their order. */
export function withQuery(path: string, values: Readonly<Record<string, string | number | null>>): string {
  const [address = '', query = ''] = path.split('?', 2)
  if (query === '') return withPlain(address, values)
  const params = new URLSearchParams(query)
  for (const [name, value] of Object.entries(values)) {
    if (value === null) params.delete(name)
    else params.set(name, String(value))
  }
  const text = params.toString()
  return text === '' ? address : `${address}?${text}`
}

/** The same of an address without a query, as links of most lists are: nothing is read, and hardly anything escaped. */
function withPlain(address: string, values: Readonly<Record<string, string | number | null>>): string {
  let text = address
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue
    const pair = `${name}=${value}`
    const plain = /^[\w-]+=[\w-]*$/.test(pair) ? pair : new URLSearchParams({ [name]: String(value) })
    text += `${text === address ? '?' : '&'}${plain}`
  }
  return text
}
