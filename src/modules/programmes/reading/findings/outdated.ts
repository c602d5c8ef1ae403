/** Findings on acts that are cited and no longer in force. */
import { civilDate, compareDates, parseCivilDate } from '../../../../kernel/civil-date.ts'
import type { BeforeFindings } from '../findings.ts'
import { OUTDATED_ACTS } from '../outdated-acts.ts'
import { isBlank, type Line } from '../text/lines.ts'
import type { Finding } from '../types.ts'
import { finding } from './finding.ts'

export function outdatedActs(r: BeforeFindings, lines: readonly Line[]): readonly Finding[] {
  const on = r.act.date ?? (r.period ? civilDate(r.period.to, 12, 31) : null)
  return OUTDATED_ACTS.flatMap((act) => {
    const until = parseCivilDate(act.notInForceFrom)!
    if (on && compareDates(on, until) < 0) return []
    return lines.flatMap((line) => {
      if (isBlank(line)) return []
      const key = line.key.slice(0, 8000)
      const numbered = act.pattern.test(key) && act.names.test(key)
      if (!numbered && !(act.nameIsEnough && act.names.test(key))) return []
      if (r.parts.some((p) => p.part === 'noise' && line.n >= p.lines[0] && line.n <= p.lines[1])) return []
      return [
        finding(
          'outdated_act',
          [line.n, line.n],
          {
            number: act.number,
            name: act.name,
            from: act.notInForceFrom,
            successor: act.successor?.number ?? '',
            successorName: act.successor?.name ?? '',
            url: act.url,
            verified: act.verified,
          },
          {
            action: 'cite_successor',
            value: act.successor ? `${act.successor.name} № ${act.successor.number}` : null,
          },
        ),
      ]
    })
  })
}
