/** Letters to whoever offered an event, in their language. */
import type { Locale } from '../../../kernel/texts.ts'
import type { House } from '../../../platform/house.ts'
import type { EventId, Offer, ReturnReason } from '../types.ts'
import { textsOf } from './index.ts'

export type Fate =
  | { readonly kind: 'announced' | 'planned'; readonly eventId: EventId }
  | { readonly kind: 'returned'; readonly reason: ReturnReason; readonly words: string }

export function fateLetter(
  locale: Locale,
  { baseUrl, city }: Pick<House, 'baseUrl' | 'city'>,
  offer: Pick<Offer, 'id' | 'title'>,
  fate: Fate,
): { readonly subject: string; readonly body: string } {
  const cabinet = `${baseUrl}/cabinet/events/${offer.id}`
  const [subject, text] = (locale === 'uk' ? sayUk : sayEn)(baseUrl, offer.title, cabinet, fate)
  const hello = locale === 'uk' ? 'Вітаємо!' : 'Hello,'
  return { subject, body: `${hello}\n\n${text}\n\n${city.council[locale]}` }
}

function sayUk(baseUrl: string, title: string, cabinet: string, fate: Fate): readonly [string, string] {
  switch (fate.kind) {
    case 'announced':
      return [
        'Вашу подію оголошено',
        `Подія «${title}» тепер у календарі міста:\n\n${baseUrl}/events/${fate.eventId}\n\nЯкщо щось зміниться, напишіть нам якомога раніше.`,
      ]
    case 'planned':
      return [
        'Вашу подію прийнято',
        `Подію «${title}» внесено до плану. Коли її оголосять, вона з’явиться в календарі міста:\n\n${cabinet}`,
      ]
    case 'returned':
      return [
        'Подію повернуто',
        `Подію «${title}» повернуто. Причина: ${textsOf('uk').reasons[fate.reason]}.\n\n${fate.words}\n\nЇї можна виправити й подати ще раз:\n\n${cabinet}`,
      ]
  }
}

function sayEn(baseUrl: string, title: string, cabinet: string, fate: Fate): readonly [string, string] {
  switch (fate.kind) {
    case 'announced':
      return [
        'Your event is announced',
        `“${title}” is in the city’s calendar now:\n\n${baseUrl}/en/events/${fate.eventId}\n\nIf something changes, write to us as early as you can.`,
      ]
    case 'planned':
      return [
        'Your event is accepted',
        `“${title}” is in the plan. Once it is announced it stands in the city’s calendar:\n\n${cabinet}`,
      ]
    case 'returned':
      return [
        'Your event was returned',
        `“${title}” was returned. The reason: ${textsOf('en').reasons[fate.reason]}.\n\n${fate.words}\n\nYou can mend it and send it again:\n\n${cabinet}`,
      ]
  }
}
