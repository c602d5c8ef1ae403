/** The heading of an act or of its annex: who decided what kind of act, its number, date, sitting, convocation. */
import type { CivilDate } from '../../../../kernel/civil-date.ts'
import { findDates } from '../text/dates.ts'
import type { Line } from '../text/lines.ts'
import type { Act } from '../types.ts'
import { bodyOf } from './act-body.ts'
import { HEADLINE, type HeaderZone, ordinalBefore, SITTING } from './act-heading.ts'

const NUMBER = /(?:№|(?<![\p{L}])(?:N|No)\.?)\s*([^\s,;()№|]+(?:\s?[-–/]\s?[\p{L}\d/–-]+)*)/gu

function numbersIn(text: string): readonly string[] {
  return [...text.matchAll(NUMBER)].flatMap((m) => {
    const number = m[1]!.replace(/^_+|[_.»"]+$/g, '').trim()
    return /^\d/.test(number) && !/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(number) ? [number] : []
  })
}

function kindOf(text: string): string | null {
  const m = /(рішенн|ухвал|розпоряджен|наказ|постанов)/.exec(text)
  const names: Record<string, string> = {
    рішенн: 'рішення',
    ухвал: 'ухвала',
    розпоряджен: 'розпорядження',
    наказ: 'наказ',
    постанов: 'постанова',
  }
  return m ? names[m[1]!]! : null
}

/** Dates of a heading, those after «від» or beside a number first. A date inside the title of a headline is not its own. */
function datesOf(zone: HeaderZone): readonly CivilDate[] {
  const keys = zone.members.map((l) => (HEADLINE.test(l.key) ? l.key.replace(/"?про .*$/, '') : l.key))
  const isFirst = (key: string) => /від |№/.test(key)
  return [...keys.filter(isFirst), ...keys.filter((k) => !isFirst(k))].flatMap((k) =>
    findDates(k).map((d) => d.date),
  )
}

/** Facts of all headings together: the decision's own heading speaks first, annexes fill what it lacks. */
export function readAct(zones: readonly HeaderZone[], all: readonly Line[]): Act {
  const ordered = [...zones.filter((z) => z.kind === 'decision'), ...zones.filter((z) => z.kind === 'annex')]
  const first = <T>(pick: (zone: HeaderZone) => T | null): T | null => {
    for (const zone of ordered) {
      const value = pick(zone)
      if (value !== null) return value
    }
    return null
  }
  const keyOf = (z: HeaderZone) => z.members.map((l) => l.key).join(' ')
  const toAct = zones.filter((z) => /рішенн|розпоряджен|наказ|ухвал|№ ?_/.test(keyOf(z)))
  const annexLine = toAct.flatMap((z) => z.members).find((l) => /^додаток/.test(l.key))
  const annexNumber = annexLine
    ? (numbersIn(annexLine.text.replace(/\sдо\s.*$/u, ''))[0] ??
      /^додаток\s+(\d{1,2}|[ivxі]{1,4})(?:\s|$)/.exec(annexLine.key)?.[1] ??
      null)
    : null
  const isPlain = annexNumber !== null && /^(?:\d{1,2}|[ivxіа-я]{1,4})$/i.test(annexNumber)
  const number = first((z) => {
    const own = z.members.filter((l) => !(l === annexLine && isPlain && !/до .*№/.test(l.key)))
    const found = numbersIn(
      own.map((l) => (l === annexLine && isPlain ? l.text.replace(/^.*?до /u, '') : l.text)).join(' '),
    )
    return found[0] ?? null
  })
  const dates: CivilDate[] = ordered.slice(0, 1).flatMap(datesOf)
  const later = dates.length > 0 ? dates : ordered.flatMap(datesOf).slice(0, 1)
  const distinct = later.filter((d, i) => later.findIndex((x) => x.equals(d)) === i)
  return {
    body: first((z) => bodyOf(z.members, all)),
    kind: first((z) => kindOf(keyOf(z))),
    number,
    date: distinct[0] ?? null,
    otherDates: distinct.slice(1),
    sitting: first((z) => ordinalBefore(keyOf(z), SITTING)),
    convocation: first((z) => ordinalBefore(keyOf(z), /\s?скликання/)),
    appendix: isPlain ? annexNumber : null,
    isDraft: zones.some((z) => z.members.some((l) => /^про[єе]кт/.test(l.key))),
    lines: ordered[0]?.lines ?? null,
  }
}
