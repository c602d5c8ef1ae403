import type { BeforeFindings } from '../findings.ts'
import { findYears } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import type { Line, Lines } from '../text/lines.ts'
import type { Decoded, Finding } from '../types.ts'
import { chapterNumbers, differingHeadings } from './chapters.ts'
import { finding, yearsText } from './finding.ts'
import { outdatedActs } from './outdated.ts'

export function documentFindings(
  r: BeforeFindings,
  decoded: Decoded,
  lines: readonly Line[],
): readonly Finding[] {
  return [
    ...shape(r, lines),
    ...damage(decoded),
    ...period(r),
    ...dates(r),
    ...chapterNumbers(r.chapters),
    ...differingHeadings(r),
    ...outdatedActs(r, lines),
    ...emptyItems(r),
    ...amendments(r),
    ...hidden(decoded, r),
    ...unread(r),
  ]
}

function whole(r: BeforeFindings): Lines {
  return [1, Math.max(1, r.source.lineCount)]
}

function shape(r: BeforeFindings, lines: readonly Line[]): readonly Finding[] {
  if (r.isProgramme)
    return r.measures.length === 0 && r.amendments.length === 0 ? [finding('no_measures', whole(r))] : []
  if (r.amendments.length > 0) return []
  const attached = lines.find((l) =>
    /програм\S+[^.]{0,400}(?:\(дода[єю]ться\)|що додається|згідно з додатком|додається)/.test(
      l.key.slice(0, 2000),
    ),
  )
  return [
    finding(
      'no_programme',
      whole(r),
      { attached: attached ? 1 : 0, title: r.title ?? '', what: r.otherKind ?? '' },
      { action: attached ? 'add_annex' : 'choose_other_file' },
    ),
  ]
}

function damage(decoded: Decoded): readonly Finding[] {
  const runs: { kind: string; first: number; last: number; count: number; sample: string }[] = []
  for (const d of decoded.damage) {
    const last = runs.at(-1)
    if (last && last.kind === d.kind && d.line - last.last <= 3) {
      last.last = d.line
      last.count++
    } else runs.push({ kind: d.kind, first: d.line, last: d.line, count: 1, sample: d.sample })
  }
  return runs.map((run) =>
    finding(
      'damaged_text',
      [run.first, run.last],
      { kind: run.kind, count: run.count, sample: run.sample },
      { action: 'compare_with_original' },
    ),
  )
}

function period(r: BeforeFindings): readonly Finding[] {
  const term = r.passport.find((p) => p.key === 'term')
  const named = r.title ? findYears(fold(r.title)) : null
  const given = term?.value ? findYears(fold(term.value)) : null
  if (!term || !named || !given) return []
  const differs =
    named.to !== given.to || (named.from !== null && given.from !== null && named.from !== given.from)
  if (!differs) return []
  return [
    finding(
      'period_mismatch',
      term.lines,
      { title: yearsText(named), passport: yearsText(given) },
      { action: 'set_period', value: yearsText(named), values: [yearsText(named), yearsText(given)] },
    ),
  ]
}

function dates(r: BeforeFindings): readonly Finding[] {
  const out: Finding[] = []
  const at = r.act.lines ?? [1, 1]
  if (r.act.date && r.act.otherDates.length > 0) {
    out.push(
      finding(
        'date_oddity',
        at,
        { first: r.act.date.toString(), second: r.act.otherDates[0]!.toString() },
        {
          action: 'set_act_date',
          value: r.act.date.toString(),
          values: [r.act.date, ...r.act.otherDates].map(String),
        },
      ),
    )
  }
  if (r.isProgramme && (r.act.date === null || r.act.number === null)) {
    const missing = [r.act.date === null ? 'date' : '', r.act.number === null ? 'number' : ''].filter(
      (m) => m !== '',
    )
    out.push(finding('act_incomplete', at, { missing: missing.join(',') }, { action: 'fill_act' }))
  }
  const start = r.period?.from
  if (r.isProgramme && r.act.date && start && start < r.act.date.year) {
    out.push(
      finding(
        'date_oddity',
        r.titleLines ?? at,
        { first: r.act.date.toString(), start },
        { action: 'confirm_period_start', value: start },
      ),
    )
  }
  return out
}

function emptyItems(r: BeforeFindings): readonly Finding[] {
  return r.passport.flatMap((p) => {
    const broken =
      p.value === null &&
      !(p.key === 'total' && r.passport.some((o) => /Funds$/.test(o.key) && o.value !== null)) &&
      !(p.key === 'total' && r.total !== null)
    return broken
      ? [
          finding(
            'empty_passport_item',
            p.lines,
            { number: p.number ?? '', label: p.label },
            { action: 'fill_item' },
          ),
        ]
      : []
  })
}

function amendments(r: BeforeFindings): readonly Finding[] {
  return r.amendments.map((a) =>
    finding(
      'amendment',
      a.lines,
      { number: a.number ?? '', kind: a.action, text: a.text.slice(0, 160) },
      { action: 'apply_amendment', value: a.action },
    ),
  )
}

function hidden(decoded: Decoded, r: BeforeFindings): readonly Finding[] {
  return decoded.asides.length > 0
    ? [finding('hidden_text', whole(r), { where: decoded.asides.join(',') }, { action: 'look_at_it' })]
    : []
}

function unread(r: BeforeFindings): readonly Finding[] {
  return r.notUnderstood.map((p) =>
    finding('not_understood', p.lines, { count: p.lines[1] - p.lines[0] + 1 }, { action: 'assign_part' }),
  )
}
