/** The poster of an event: on a sheet of A4, with a code that leads to its page. */
import type { Locale } from '../../../kernel/texts.ts'
import {
  bold,
  DSTU_4163,
  figure,
  h,
  layoutOf,
  note,
  type OfficialDocument,
  officialDocument,
  p,
} from '../../../platform/documents/index.ts'
import { qrCode } from '../../../platform/documents/qr.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { dayAndTime, eventTitle, placeOf, whenOf } from '../texts/names.ts'
import type { CityEvent, EventDay } from '../types.ts'

const LAYOUT = layoutOf(DSTU_4163, {
  fontSize: 26,
  smallFontSize: 13,
  marginLeft: 20,
  marginRight: 20,
  textSpacing: 1.3,
  firstLineIndent: 0,
  headingPlace: 'centre',
  pageNumberPlace: 'none',
})
const SEVERAL_DAYS_SHOWN = 6

export type PosterFacts = {
  readonly locale: Locale
  readonly council: string
  readonly event: CityEvent
  readonly days: readonly EventDay[]
  readonly host: string | null
  /** Of the event's page, absolute. */
  readonly address: string
  readonly demonstration: string | null
}

export function poster({
  locale,
  council,
  event,
  days,
  host,
  address,
  demonstration,
}: PosterFacts): OfficialDocument {
  const t = calendarTexts[locale].poster
  const title = eventTitle(locale, event)
  const line = (term: string, text: string | null) => (text ? [p([bold(`${term}: `), text], 'center')] : [])
  const places = [...new Set(days.map((day) => placeOf(locale, day)))].filter((place) => place !== '')
  return officialDocument({
    locale,
    layout: LAYOUT,
    title,
    madeAt: event.changedAt,
    demonstration,
    requisites: { institution: [council], kind: t.title.toLocaleUpperCase(locale), heading: title },
    body: [
      ...line(t.when, whenOf(locale, days)),
      ...(days.length > 1
        ? days
            .slice(0, SEVERAL_DAYS_SHOWN)
            .map((day) => p([dayAndTime(locale, day), day.title].filter(Boolean).join('. '), 'center'))
        : []),
      ...line(t.where, places.join('; ')),
      ...line(t.host, host),
      ...(event.purpose ? [p((locale === 'en' ? event.purposeEn : null) ?? event.purpose, 'center')] : []),
      ...line(t.access, event.accessibility),
      ...line(t.shelter, event.shelter),
      h(3, t.take[event.participation]),
      figure({
        picture: { type: 'svg', markup: qrCode(address, t.qr) },
        alt: t.qr,
        caption: '',
        percent: 50,
      }),
      note(address),
    ],
  })
}
