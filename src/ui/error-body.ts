import { type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { linkButton } from './buttons.ts'
import { type Content, isPresent } from './content.ts'
import { FRAME_LINKS } from './frame.ts'
import type { UiTexts } from './texts/uk.ts'
import { words } from './words.ts'

export type ErrorStatus = keyof UiTexts['errorPage']['titles']

/** What happened, as the heading of an error page; statuses without words of their own speak as 500 or 400. */
export function errorTitle(locale: Locale, status: number): string {
  return words(locale).errorPage.titles[known(status)]
}

function known(status: number): ErrorStatus {
  const titles = words('uk').errorPage.titles
  return status in titles ? (status as ErrorStatus) : status >= 500 ? 500 : 400
}

export type ErrorBodyOptions = {
  locale: Locale
  status: number
  /** What exactly is wrong, when the common advice says too little. */
  message?: Content
  /** Number under which it stands in the log. */
  reference?: string
  /** Where the same may be tried again; shown where trying again may help. */
  retryHref?: string
  actions?: Content
}

/** What to do now; the heading comes from `errorTitle`. */
export function errorBody({
  locale,
  status,
  message,
  reference,
  retryHref,
  actions,
}: ErrorBodyOptions): Html {
  const w = words(locale).errorPage
  return html`<div class="error-body">${isPresent(message) && html`<p>${message}</p>`}<p>${w.advice[known(status)]}</p>${
    isPresent(reference) && html`<p class="soft">${w.reference}: <code>${reference}</code></p>`
  }<div class="buttons">${actions ?? waysOut(locale, known(status), retryHref)}</div></div>`
}

const PASSING: readonly ErrorStatus[] = [429, 500, 503]

function waysOut(locale: Locale, status: ErrorStatus, retryHref: string | undefined): Html {
  const w = words(locale).errorPage
  const home = { label: w.home, href: FRAME_LINKS.home }
  if (retryHref === undefined || !PASSING.includes(status)) return linkButton(home)
  return html`${linkButton({ label: w.retry, href: retryHref })}${linkButton({ ...home, kind: 'quiet' })}`
}
