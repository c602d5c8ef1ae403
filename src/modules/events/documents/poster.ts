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

const SPACING = 1.3
const layout = (fontSize: number) =>
  layoutOf(DSTU_4163, {
    fontSize,
    smallFontSize: 13,
    marginLeft: 20,
    marginRight: 20,
    textSpacing: SPACING,
    firstLineIndent: 0,
    headingPlace: 'centre',
    pageNumberPlace: 'none',
  })
const SEVERAL_DAYS_SHOWN = 6
/** Letters of the purpose; the rest stands on the event's page. */
const PURPOSE_SHOWN = 400

/** Points: of a text line's width, of the sheet's height, and of the code with its address. */
const [WIDE, HIGH, CODE] = [480, 710, 280]
const LARGEST = 26
const SMALLEST = 11
/** Width of a letter as a part of its height, with some room for words that do not fit. */
const LETTER = 0.58

/** The largest type in which these lines and the code stand on one sheet. */
function sizeFor(lines: readonly string[]): number {
  for (let size = LARGEST; size > SMALLEST; size--) {
    const rows = lines.reduce((sum, line) => sum + Math.ceil((line.length * size * LETTER) / WIDE), 0)
    if (rows * size * SPACING + CODE <= HIGH) return size
  }
  return SMALLEST
}

function shortened(text: string): string {
  return text.length <= PURPOSE_SHOWN ? text : `${text.slice(0, PURPOSE_SHOWN).replace(/\s+\S*$/, '')}…`
}

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
  const places = [...new Set(days.map((day) => placeOf(locale, day)))].filter((place) => place !== '')
  const purpose = (locale === 'en' ? event.purposeEn : null) ?? event.purpose
  const take = t.take[event.participation]
  const facts: readonly (readonly [term: string | null, text: string | null])[] = [
    [t.when, whenOf(locale, days)],
    ...(days.length > 1
      ? days
          .slice(0, SEVERAL_DAYS_SHOWN)
          .map((day) => [null, [dayAndTime(locale, day), day.title].filter(Boolean).join('. ')] as const)
      : []),
    [t.where, places.join('; ')],
    [t.host, host],
    [null, purpose && shortened(purpose)],
    [t.access, event.accessibility],
    [t.shelter, event.shelter],
  ]
  const told = facts.filter((one): one is readonly [string | null, string] => Boolean(one[1]))
  const size = sizeFor([
    council,
    t.title,
    title,
    take,
    ...told.map(([term, text]) => `${term ?? ''}: ${text}`),
  ])
  return officialDocument({
    locale,
    layout: layout(size),
    title,
    madeAt: event.changedAt,
    demonstration,
    requisites: { institution: [council], kind: t.title.toLocaleUpperCase(locale), heading: title },
    body: [
      ...told.map(([term, text]) => p(term === null ? text : [bold(`${term}: `), text], 'center')),
      h(3, take),
      figure({
        picture: { type: 'svg', markup: qrCode(address, t.qr) },
        alt: t.qr,
        caption: '',
        percent: 36,
      }),
      note(address),
    ],
  })
}
