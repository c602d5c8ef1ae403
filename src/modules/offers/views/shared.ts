/** What pages of the cabinet and of the office share. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, longDate, shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { eventKindName, placeOf, timeOf } from '../../events/index.ts'
import { textsOf } from '../texts/index.ts'
import type { Offer, OfferState } from '../types.ts'

export const CABINET = '/cabinet/events'
export const OFFICE = '/office/event-offers'

const TONES = {
  submitted: 'due',
  returned: 'late',
  accepted: 'done',
  withdrawn: 'plain',
} as const satisfies Readonly<Record<OfferState, Parameters<typeof ui.tag>[1]>>

export function stateTag(locale: Locale, state: OfferState): Html {
  return ui.tag(textsOf(locale).states[state], TONES[state])
}

export function whenShort(locale: Locale, offer: Offer): string {
  return [shortDate(locale, offer.day), timeOf(offer)].filter(Boolean).join(', ')
}

/** The event as readers would see it. */
export function whatIsOffered(locale: Locale, offer: Offer, more: readonly ui.Fact[] = []): Html {
  const t = textsOf(locale)
  return html`${ui.facts([
    ...more,
    { term: t.columns.kind, detail: eventKindName(locale, offer.kind) },
    {
      term: t.columns.day,
      detail: [longDate(locale, offer.day), timeOf(offer)].filter(Boolean).join(', '),
    },
    { term: t.columns.place, detail: placeOf(locale, offer) },
    ...(offer.link === null
      ? []
      : [
          {
            term: t.cabinet.link,
            detail: html`<a href="${offer.link}" rel="nofollow noopener">${offer.link}</a>`,
          },
        ]),
  ])}${offer.purpose.split(/\n+/).map((paragraph) => html`<p lang="uk">${paragraph}</p>`)}`
}

export function returnedNotice(locale: Locale, offer: Offer): Html | false {
  if (offer.state !== 'returned' || offer.reason === null) return false
  const t = textsOf(locale)
  return ui.notice({
    locale,
    tone: 'warning',
    title: t.cabinet.returnedTitle,
    body: html`<strong>${t.reasons[offer.reason]}</strong>. ${offer.words}`,
  })
}
