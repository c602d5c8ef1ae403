/** The shape of the table of acts, and the one way its rows are written. */
import type { Verified } from '../source.ts'

export type ActKind = 'constitution' | 'code' | 'law' | 'decree' | 'resolution' | 'order' | 'standard'

/**
 * An act as documents cite it. Days are ISO civil dates. `number` has Roman numerals in Latin letters
 * (`2460-XII`); `inForceFrom` is null while the act waits for an event (the end of martial law);
 * `inForceTo` is the last day in force. `replacedBy` is the number of the successor in the same table.
 * `verified` speaks of the days in force: the number and the day of adoption are in the name of the act.
 */
export type Act = {
  readonly number: string
  readonly title: string
  readonly kind: ActKind
  readonly body: string
  readonly date: string
  readonly inForceFrom: string | null
  readonly inForceTo: string | null
  readonly replacedBy: string | null
  readonly url: string
  readonly verified: Verified
}

/** `from` is needed even where it is null: whether an act is in force is never left unsaid. */
export type ActDetails = {
  readonly from: string | null
  readonly to?: string
  readonly by?: string
  readonly verified?: Verified
  readonly url?: string
}

const PORTAL = 'https://zakon.rada.gov.ua/laws/show/'

/** Convocations as the portal of the Verkhovna Rada numbers them in addresses. */
const CONVOCATIONS: Readonly<Record<string, string>> = {
  XII: '12',
  XIV: '14',
  III: '14',
  IV: '15',
  V: '16',
  VI: '17',
  VII: '18',
  VIII: '19',
  IX: '20',
}

/** Address of a law by its number: `4572-VI` → …/4572-17, `280/97-ВР` → …/280/97-вр. */
export function lawAddress(number: string): string {
  const [serial, convocation] = number.split('-')
  const slug = convocation === undefined ? undefined : CONVOCATIONS[convocation]
  return PORTAL + (slug === undefined ? number.toLowerCase() : `${serial}-${slug}`)
}

function row(
  kind: ActKind,
  body: string,
  url: string,
  number: string,
  date: string,
  title: string,
  details: ActDetails,
): Act {
  return {
    number,
    title,
    kind,
    body,
    date,
    inForceFrom: details.from,
    inForceTo: details.to ?? null,
    replacedBy: details.by ?? null,
    url: details.url ?? url,
    verified: details.verified ?? 'M',
  }
}

const RADA = 'Верховна Рада України'
const CABINET = 'Кабінет Міністрів України'

export function law(number: string, date: string, title: string, details: ActDetails): Act {
  return row('law', RADA, lawAddress(number), number, date, title, details)
}

export function code(number: string, date: string, title: string, details: ActDetails): Act {
  return row('code', RADA, lawAddress(number), number, date, title, details)
}

export function constitution(number: string, date: string, title: string, details: ActDetails): Act {
  return row('constitution', RADA, lawAddress(number), number, date, title, details)
}

export function decree(number: string, date: string, title: string, details: ActDetails): Act {
  return row('decree', 'Президент України', PORTAL + number, number, date, title, details)
}

export function resolution(number: string, date: string, title: string, details: ActDetails): Act {
  return row('resolution', CABINET, `${PORTAL}${number}-${date.slice(0, 4)}-п`, number, date, title, details)
}

export function order(
  body: string,
  number: string,
  date: string,
  title: string,
  details: ActDetails & { url: string },
): Act {
  return row('order', body, details.url, number, date, title, details)
}

export function standard(
  number: string,
  date: string,
  title: string,
  details: ActDetails & { url: string },
): Act {
  return row('standard', 'ДП «УкрНДНЦ»', details.url, number, date, title, details)
}
