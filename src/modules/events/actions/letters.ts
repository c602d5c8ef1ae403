/** Letters about an event: what it is, when and where, and a link of the reader's own. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Tx } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { hold, type Letter } from '../../../platform/mail.ts'
import type { MailingId } from '../../../platform/tables.ts'
import { textsOf } from '../texts/index.ts'
import { dayAndTime, eventTitle, placeOf } from '../texts/names.ts'
import type { RegistrationId } from '../types/registration.ts'
import type { CityEvent, EventDay } from '../types.ts'
import { address, registrationPath } from './links.ts'

/** What letters need of the installation. */
export type Sender = Pick<House, 'baseUrl' | 'city' | 'keyFor'>

export const LETTER_KINDS = [
  'event.confirm',
  'event.place',
  'event.cancelled',
  'event.postponed',
  'event.changed',
  'event.reminder',
  'event.invitation',
  'event.answer',
  'event.instruction',
  'event.work',
  'event.talk',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Paragraphs; nothing for what is not there. */
export function letterText(
  locale: Locale,
  sender: Pick<House, 'city'>,
  name: string,
  paragraphs: readonly (string | null | false)[],
): string {
  const t = textsOf(locale).letters
  return [
    t.greeting(name),
    ...paragraphs.filter((p) => p !== null && p !== false),
    '--',
    t.sender(sender.city.name[locale]),
  ]
    .join('\n\n')
    .replace('--\n\n', '')
}

/** `четвер, 15 жовтня, 10:00–12:00, Палац культури`: one line for each day. */
export function whenAndWhereLines(locale: Locale, days: readonly EventDay[]): string {
  return days
    .map((d) => {
      const link = d.link === null ? null : d.link
      return [dayAndTime(locale, d), d.title, placeOf(locale, d), link].filter(Boolean).join(', ')
    })
    .join('\n')
}

type Reader = {
  readonly id: RegistrationId
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly code: string
}

/** The letter by which an address is confirmed. @param round told apart when it is asked for again */
export function confirmLetter(
  sender: Sender,
  event: Pick<CityEvent, 'title' | 'titleEn'>,
  reader: Reader,
  what: {
    readonly state: 'unconfirmed' | 'waiting' | 'known'
    readonly hours: number
    readonly round: string
  },
): Letter {
  const { locale } = reader
  const t = textsOf(locale).letters.confirm
  const title = eventTitle(locale, event)
  const link = address(sender, locale, registrationPath(sender, reader.id))
  return {
    dedupeKey: `event.confirm/${reader.id}/${what.round}`,
    to: reader.email,
    name: reader.name,
    subject: t.subject(title),
    body: letterText(locale, sender, reader.name, [
      what.state === 'known'
        ? t.known(title)
        : what.state === 'waiting'
          ? t.waiting(title)
          : t.body(title, what.hours),
      link,
      t.cancel,
      what.state !== 'known' && t.notYou,
    ]),
  }
}

export function placeLetter(
  sender: Sender,
  event: Pick<CityEvent, 'title' | 'titleEn'>,
  days: readonly EventDay[],
  reader: Reader,
): Letter {
  const { locale } = reader
  const texts = textsOf(locale).letters
  const title = eventTitle(locale, event)
  return {
    dedupeKey: `event.place/${reader.id}`,
    to: reader.email,
    name: reader.name,
    subject: texts.place.subject(title),
    body: letterText(locale, sender, reader.name, [
      texts.place.body(title),
      `${texts.when}\n${whenAndWhereLines(locale, days)}`,
      `${texts.place.link}\n${address(sender, locale, registrationPath(sender, reader.id))}`,
    ]),
  }
}

/** What became of the event: told to everybody who registered. */
export function fateLetter(
  sender: Sender,
  event: CityEvent,
  days: readonly EventDay[],
  fate: 'cancelled' | 'postponed' | 'changed',
  reason: string | null,
  reader: {
    readonly key: string
    readonly name: string
    readonly email: string
    readonly locale: Locale
  },
): Letter {
  const { locale } = reader
  const texts = textsOf(locale).letters
  const title = eventTitle(locale, event)
  const t = texts[fate]
  return {
    dedupeKey: `event.${fate}/${reader.key}/${event.sequence}`,
    to: reader.email,
    name: reader.name,
    subject: t.subject(title),
    body: letterText(locale, sender, reader.name, [
      t.body(title),
      reason !== null && texts.reason(reason),
      fate === 'changed' && whenAndWhereLines(locale, days),
      fate === 'cancelled' && texts.cancelled.sorry,
      fate === 'postponed' && texts.postponed.later,
      address(sender, locale, `/events/${event.id}`),
    ]),
  }
}

/** One mailing for a thing that happened; in Ukrainian for the office that releases it. */
export function holdLetters(
  tx: Tx,
  kind: LetterKind,
  title: string,
  messages: readonly Letter[],
): Promise<MailingId | null> {
  return messages.length === 0 ? Promise.resolve(null) : hold(tx, { kind, title, messages })
}
