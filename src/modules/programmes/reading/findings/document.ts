/** Findings on the document as a whole: period, dates, chapters, acts cited, damage. */
import { civilDate, compareDates, parseCivilDate } from '../../../../kernel/civil-date.ts'
import type { BeforeFindings } from '../findings.ts'
import { OUTDATED_ACTS } from '../outdated-acts.ts'
import { findYears } from '../text/dates.ts'
import { fold } from '../text/fold.ts'
import { isBlank, type Line, type Lines } from '../text/lines.ts'
import { roman } from '../text/numerals.ts'
import type { Chapter, Decoded, Finding } from '../types.ts'
import { finding, yearsText } from './finding.ts'

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
    ...numbering(r.chapters),
    ...headings(r),
    ...outdated(r, lines),
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
      { attached: attached ? 1 : 0, title: r.title ?? '' },
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

function value(number: string): { value: number; style: 'roman' | 'arabic' } | null {
  if (/^\d+$/.test(number)) return { value: Number(number), style: 'arabic' }
  const v = roman(fold(number))
  return v === null ? null : { value: v, style: 'roman' }
}

function numbering(chapters: readonly Chapter[]): readonly Finding[] {
  const numbered = chapters
    .filter((c) => c.level === 1 && c.number !== null && c.kind !== 'passport')
    .flatMap((c) => {
      const v = value(c.number!)
      return v ? [{ ...v, chapter: c }] : []
    })
  const out: Finding[] = []
  const styles = new Set(numbered.map((n) => n.style))
  if (styles.size === 2) {
    const fewer =
      numbered.filter((n) => n.style === 'roman').length <= numbered.length / 2 ? 'roman' : 'arabic'
    const odd = numbered.find((n) => n.style === fewer)!
    const usual = numbered.find((n) => n.style !== fewer)!
    out.push(
      finding(
        'chapter_numbering',
        odd.chapter.headingLines,
        { odd: `${odd.chapter.number}`, usual: `${usual.chapter.number}`, kind: 'styles' },
        { action: 'renumber', value: odd.value },
      ),
    )
  }
  for (let i = 1; i < numbered.length; i++) {
    const before = numbered[i - 1]!
    const here = numbered[i]!
    if (here.value === before.value + 1 || here.value === 1) continue
    out.push(
      finding(
        'chapter_numbering',
        here.chapter.headingLines,
        { odd: `${here.chapter.number}`, usual: `${before.value + 1}`, kind: 'order' },
        { action: 'renumber', value: before.value + 1 },
      ),
    )
  }
  return out
}

/** Words of a title that carry its meaning, by their stems. */
function stems(text: string): readonly string[] {
  return fold(text)
    .replace(/[^\p{L}\d\s-]/gu, ' ')
    .split(/[\s]+/)
    .filter((w) => w.length > 4 && !/^(?:програм|рок|основн|заход|реалізац|викон|перелік|щодо)/.test(w))
    .map((w) => w.slice(0, 6))
}

function headings(r: BeforeFindings): readonly Finding[] {
  if (!r.title) return []
  const own = stems(r.title)
  return r.chapters.flatMap((c) => {
    if (c.kind !== 'measures' && c.kind !== 'passport') return []
    const words = stems(c.heading)
    const shared = words.filter((w) => own.includes(w)).length
    if (words.length < 5 || shared < 3) return []
    const missing = own.filter((w) => !words.includes(w))
    const years = findYears(fold(c.heading))
    const titleYears = findYears(fold(r.title!))
    const otherYears = years && titleYears && (years.to !== titleYears.to || years.from !== titleYears.from)
    if ((missing.length === 0 || c.kind === 'passport') && !otherYears) return []
    const dropped = r.title!.split(/\s+/).filter((w) =>
      missing.includes(
        fold(w)
          .replace(/[^\p{L}\d-]/gu, '')
          .slice(0, 6),
      ),
    )
    return [
      finding(
        'heading_differs',
        c.headingLines,
        { number: c.number ?? '', heading: c.heading, dropped: dropped.join(' ') },
        { action: 'use_title', value: r.title! },
      ),
    ]
  })
}

function outdated(r: BeforeFindings, lines: readonly Line[]): readonly Finding[] {
  const on = r.act.date ?? (r.period ? civilDate(r.period.to, 12, 31) : null)
  return OUTDATED_ACTS.flatMap((act) => {
    const until = parseCivilDate(act.notInForceFrom)!
    if (on && compareDates(on, until) < 0) return []
    return lines.flatMap((line) => {
      if (
        isBlank(line) ||
        r.parts.some((p) => p.part === 'noise' && line.n >= p.lines[0] && line.n <= p.lines[1])
      )
        return []
      const key = line.key.slice(0, 8000)
      const numbered = act.pattern.test(key) && act.names.test(key)
      if (!numbered && !(act.nameIsEnough && act.names.test(key))) return []
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
