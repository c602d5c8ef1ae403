/** The document around everything. */
import { CITY_ZONE, dayOf, type Temporal } from '../kernel/civil-date.ts'
import { asBytes, attributes, type Html, html, jsonForScript } from '../kernel/html.ts'
import { figure, LOCALES, type Locale, longDate } from '../kernel/texts.ts'
import { postButton } from './buttons.ts'
import { breadcrumbs, type Content, type Crumb, isPresent, lead } from './content.ts'
import { FRAME_LINKS, type Frame, type FrameLinks, languageHref, type NavItem } from './frame.ts'
import { band, mark } from './mark.ts'
import { printFooter, printHeader } from './print.ts'
import { STYLE_SHEET } from './styles.ts'
import { words } from './words.ts'

export type Feed = {
  href: string
  title: string
  type: 'application/atom+xml' | 'text/calendar' | 'application/json'
}

export type PageContent = {
  /** Heading of the page and, with the city's name, title of the document. */
  title: string
  main: Html
  /** One sentence under the heading: what matters now. */
  lead?: Content
  breadcrumbs?: readonly Crumb[]
  /** Side column. */
  aside?: Content
  /** Buttons beside the heading. */
  actions?: Content
  /** Above the heading: what came of the last act. */
  notices?: Content
  /** For search engines and previews. */
  description?: string
  feeds?: readonly Feed[]
  jsonLd?: unknown
  /** Absolute address. */
  canonical?: string
  /** The whole width of the screen: comparisons, wide tables. */
  wide?: boolean
  /** Kept out of search engines. */
  noIndex?: boolean
  /** Seconds after which the page asks again: progress of long work. */
  refresh?: number
  /** The same, where no script does it better: a screen that follows its event by itself. */
  refreshUnscripted?: number
}

export function page(frame: Frame, content: PageContent): Html {
  const { locale, city } = frame
  const wrap = content.wide ? 'wrap wide' : 'wrap'
  return html`<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title} · ${words(locale).brand}, ${city.name}</title>
${headLinks(frame, content)}
</head>
<body>
<a class="skip" href="#main">${words(locale).skip}</a>
${above(frame, wrap)}
<main id="main" class="${wrap}" tabindex="-1">
${printHeader({ councilName: city.councilName })}
${content.breadcrumbs !== undefined && breadcrumbs({ label: words(locale).breadcrumbs, items: content.breadcrumbs })}
${isPresent(content.notices) && html`<div class="notices">${content.notices}</div>`}
<div class="page-head"><div><h1>${content.title}</h1>${isPresent(content.lead) && lead(content.lead)}</div>${
    isPresent(content.actions) && html`<div class="buttons">${content.actions}</div>`
  }</div>
${
  isPresent(content.aside)
    ? html`<div class="cols"><div>${content.main}</div><div class="aside">${content.aside}</div></div>`
    : content.main
}
</main>
${footer(frame, wrap)}
</body>
</html>
`
}

/** A document without head, foot and script, for a frame on another site. Its links open in the whole window. */
export function embedded(frame: Frame, content: Pick<PageContent, 'title' | 'main'>): Html {
  return html`<!DOCTYPE html>
<html lang="${frame.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title}</title>
<base target="_top">
<link rel="stylesheet" href="${frame.assets(STYLE_SHEET)}">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
</head>
<body class="embedded">
<main class="wrap"><h1>${content.title}</h1>
${content.main}
</main>
</body>
</html>
`
}

function links(frame: Frame): FrameLinks {
  return { ...FRAME_LINKS, ...frame.links }
}

function headLinks(frame: Frame, content: PageContent): Html {
  const { canonical, description, feeds = [], jsonLd, refresh } = content
  return html`<link rel="stylesheet" href="${frame.assets(STYLE_SHEET)}">
<link rel="preload" as="font" type="font/woff2" href="${frame.assets('arsenal-700.woff2')}" crossorigin>
<link rel="icon" type="image/svg+xml" href="${frame.assets('mark.svg')}">
<meta name="color-scheme" content="light dark">
${description !== undefined && html`<meta name="description" content="${description}">`}
${content.noIndex && html`<meta name="robots" content="noindex">`}
${refresh !== undefined && html`<meta http-equiv="refresh" content="${refresh}">`}
${content.refreshUnscripted !== undefined && html`<noscript><meta http-equiv="refresh" content="${content.refreshUnscripted}"></noscript>`}
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">`}
${feeds.map((f) => html`<link rel="alternate" type="${f.type}" title="${f.title}" href="${f.href}">`)}
${jsonLd !== undefined && html`<script type="application/ld+json">${jsonForScript(jsonLd)}</script>`}
<script src="${frame.assets('enhance.js')}" defer></script>`
}

/** What stands above the content, kept for each menu: readers without a name see it the same on every page of a part. */
const aboves = new WeakMap<readonly NavItem[], Map<string, Html>>()

function above(frame: Frame, wrap: string): Html {
  const make = () => html`${frame.demo !== null && demoBanner(frame, wrap)}
${masthead(frame, wrap)}`
  if (frame.actor.kind !== 'anonymous') return make()
  const items = [...frame.nav, ...(frame.more ?? [])]
  const current = items.findIndex((item) => item.current ?? leadsTo(item.href, frame.path))
  const key = `${wrap} ${frame.locale} ${current} ${frame.demo !== null} ${frame.city.councilName}`
  const kept = aboves.get(frame.nav) ?? new Map<string, Html>()
  aboves.set(frame.nav, kept)
  const known = kept.get(key) ?? asBytes(make())
  kept.set(key, known)
  return known
}

function demoBanner({ locale, demo }: Frame, wrap: string): Html {
  const w = words(locale)
  return html`<section class="demo" aria-label="${w.demo}"><div class="${wrap}"><p>${w.demoText}</p>${demo}</div></section>`
}

function masthead(frame: Frame, wrap: string): Html {
  const w = words(frame.locale)
  const work = frame.actor.kind !== 'anonymous'
  return html`<header class="${work ? 'top top-work' : 'top'}"><div class="${wrap}">
<a class="brand" href="${links(frame).home}">${mark()}<span><b>${w.brand}</b> <small>${frame.city.councilName}</small></span></a>
<nav aria-label="${w.mainNavigation}"><ul class="nav">${frame.nav.map((item) => navLink(frame, item))}${moreLinks(frame)}</ul></nav>
${account(frame)}
</div>${band()}</header>`
}

function navLink(frame: Frame, item: NavItem): Html {
  const current = item.current ?? leadsTo(item.href, frame.path)
  return html`<li><a href="${item.href}"${attributes({ 'aria-current': current && 'page' })}>${item.label}${
    item.count !== undefined &&
    item.count > 0 &&
    html` <span class="count">${figure(frame.locale, item.count)}</span>`
  }</a></li>`
}

function moreLinks(frame: Frame): Html | false {
  const items = frame.more ?? []
  const within = items.some((item) => leadsTo(item.href, frame.path))
  return (
    items.length > 0 &&
    html`<li><details class="nav-more"><summary${attributes({ 'data-current': within })}>${words(frame.locale).more}</summary><ul>${items.map(
      (item) => navLink(frame, item),
    )}</ul></details></li>`
  )
}

/** Whether the path is the address or lies under it. Front pages have everything under them and count only themselves. */
function leadsTo(href: string, path: string): boolean {
  const here = path.split('?')[0]
  return (
    here === href || (!['/', '/en', '/office', '/cabinet'].includes(href) && here!.startsWith(`${href}/`))
  )
}

function account(frame: Frame): Html {
  const w = words(frame.locale).account
  const { actor } = frame
  if (actor.kind !== 'staff' && actor.kind !== 'representative')
    return html`<div class="account"><a href="${links(frame).signIn}">${w.signIn}</a></div>`
  return html`<div class="account"><a href="${links(frame).account}">${actor.name}</a>${postButton({
    action: links(frame).signOut,
    csrf: frame.csrf,
    label: w.signOut,
    kind: 'quiet',
    small: true,
  })}</div>`
}

let lastClock = { minute: -1, text: '' }

function clockOf(now: Temporal.Instant): string {
  const minute = Math.floor(now.epochMilliseconds / 60_000)
  if (lastClock.minute !== minute)
    lastClock = {
      minute,
      text: now.toZonedDateTimeISO(CITY_ZONE).toPlainTime().toString({ smallestUnit: 'minute' }),
    }
  return lastClock.text
}

function footer(frame: Frame, wrap: string): Html {
  const { locale } = frame
  const w = words(locale).footer
  const to = links(frame)
  const moment = `${longDate(locale, dayOf(frame.now))}, ${clockOf(frame.now)}`
  const other = LOCALES.find((l): l is Locale => l !== locale)!
  return html`<footer class="foot"><div class="${wrap}"><p class="num">${frame.city.councilName}. ${w.asOf(moment)}.</p><ul>
<li><a href="${to.dates}">${w.dates}</a></li><li><a href="${to.openData}">${w.openData}</a></li><li><a href="${to.accessibility}">${w.accessibility}</a></li><li><a href="${to.cabinet}">${w.cabinet}</a></li>
<li><a href="${languageHref(frame.path, other)}" hreflang="${other}" lang="${other}" rel="alternate">${w.otherLanguage}</a></li></ul></div>${printFooter({ locale, moment, path: frame.path })}</footer>`
}
