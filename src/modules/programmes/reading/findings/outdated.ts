/** Findings on acts that are cited and not in force on the day of the decision. The acts are legal time's table. */
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts'
import { ACTS, type Act, actByNumber, actStatus } from '../../../../legal-time/data/acts.ts'
import type { BeforeFindings } from '../findings.ts'
import { monthNumber } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import type { Finding } from '../types.ts'
import { finding } from './finding.ts'

/** Numbers that name an act by themselves: `2460-ХІІ`, `280/97-ВР`, `68/2016`. */
const OWN_NUMBER =
  /(?<![\d/-])\d{1,4}(?:\/\d{2,4})?\s?[-–]\s?(?:[IVXІХ]{1,6}|ВР|BP)(?![\p{L}\d])|(?<![\d/-])\d{1,4}\/(?:19|20)\d{2}(?![\d/-])/giu
/** `від 04.12.2006 р. № 367`, `від 4 грудня 2006 року N 367`: a number that is an act's only together with its day. */
const DATED_NUMBER =
  /(\d{1,2}(?:\.\d{1,2}\.| [а-яіїє’]{5,9} )\d{4})\s?(?:р\.|року|р)?,?\s?(?:№|n)\s?(\d{1,4})(?![\d/-])/g
const QUOTED = /"\s?([^"]{8,300})"/g
/** Acts of the table are named in headings, not in pages of text. */
const LONGEST_LINE = 8_000

const titles = new Map<string, Act[]>()
for (const act of ACTS) titles.set(fold(act.title), [...(titles.get(fold(act.title)) ?? []), act])

export function outdatedActs(r: BeforeFindings, lines: readonly Line[]): readonly Finding[] {
  const on = r.act.date ?? (r.period ? civilDate(r.period.to, 12, 31) : null)
  if (on === null) return []
  return lines.flatMap((line) => {
    if (
      isBlank(line) ||
      r.parts.some((p) => p.part === 'noise' && line.n >= p.lines[0] && line.n <= p.lines[1])
    )
      return []
    return citedIn(line.text.slice(0, LONGEST_LINE), line.key.slice(0, LONGEST_LINE), on).flatMap((act) =>
      lost(act, on, line),
    )
  })
}

/** Each act once, whether by its number, by day and number, or by its title in quotation marks. */
function citedIn(text: string, key: string, on: CivilDate): readonly Act[] {
  const cited = new Set<Act>()
  for (const [number] of text.matchAll(OWN_NUMBER)) {
    const act = actByNumber(number)
    if (act) cited.add(act)
  }
  for (const [, day = '', number = ''] of key.matchAll(DATED_NUMBER)) {
    const act = actByNumber(number)
    if (act && act.date === isoDay(day)) cited.add(act)
  }
  for (const [, quoted = ''] of key.matchAll(QUOTED)) {
    const named = titles.get(quoted.trim())
    // A later act of the same title may be in force: then the title alone says nothing.
    if (named?.every((act) => actStatus(act.number, on).state === 'lost')) cited.add(named.at(-1)!)
  }
  return [...cited]
}

function isoDay(text: string): string {
  const m = /^(\d{1,2})(?:\.(\d{1,2})\.| ([а-яіїє’]+) )(\d{4})$/.exec(text)
  const month = m?.[2] ?? String(monthNumber(m?.[3] ?? '') ?? 0)
  return m ? `${m[4]}-${month.padStart(2, '0')}-${m[1]!.padStart(2, '0')}` : ''
}

function lost(act: Act, on: CivilDate, line: Line): readonly Finding[] {
  const status = actStatus(act.number, on)
  if (status.state !== 'lost' || act.inForceTo === null) return []
  const { successor } = status
  const from = nextDay(act.inForceTo)
  return [
    finding(
      'outdated_act',
      [line.n, line.n],
      {
        number: act.number,
        kind: act.kind,
        title: act.title,
        from,
        successor: successor?.number ?? '',
        successorKind: successor?.kind ?? '',
        successorTitle: successor?.title ?? '',
        url: successor?.url ?? act.url,
        verified: act.verified,
      },
      { action: 'cite_successor', value: successor ? `«${successor.title}» № ${successor.number}` : null },
    ),
  ]
}

function nextDay(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return civilDate(year, month, day).add({ days: 1 }).toString()
}
