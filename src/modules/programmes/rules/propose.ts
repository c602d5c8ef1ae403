/** What was read out of a text → what is proposed to a clerk. Nothing is added that the text does not say. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import { executorKey } from '../reading/executors.ts'
import type { FundingRead, MeasureRead, Reading } from '../reading/types.ts'
import type { KeptReading } from '../types/draft.ts'
import type { ProposedFunding, ProposedMeasure, ProposedProgramme } from '../types/proposed.ts'
import { shortTitle } from './short-title.ts'

const iso = (date: CivilDate | null) => date?.toString() ?? null
const text = (value: string | number | null) => (value === null ? null : String(value))

/** The source of money where the text names none. */
const LOCAL_BUDGET = 'місцевий бюджет'

export function proposeFromReading(reading: Reading): {
  readonly proposed: ProposedProgramme
  readonly kept: KeptReading
} {
  return { proposed: proposedOf(reading), kept: keptOf(reading) }
}

function proposedOf(r: Reading): ProposedProgramme {
  const year = yearOfTotal(r)
  return {
    decision: {
      body: r.act.body,
      kind: r.act.kind,
      number: r.act.number,
      date: iso(r.act.date),
      sitting: text(r.act.sitting),
      convocation: text(r.act.convocation),
      appendix: r.act.appendix,
    },
    title: r.title ?? '',
    titleEn: null,
    shortTitle: programmeShortTitle(r),
    shortTitleEn: null,
    period: {
      from: r.period && r.period.from !== null ? `${r.period.from}-01-01` : null,
      to: r.period ? `${r.period.to}-12-31` : null,
    },
    passport: r.passport.flatMap((item) => [
      { number: item.number, key: item.key, label: item.label, value: item.value, lines: item.lines },
      ...item.details.map((d) => ({
        number: null,
        key: d.key,
        label: d.label,
        value: d.value,
        lines: d.lines,
      })),
    ]),
    facts: r.facts.map((f) => ({ text: `${f.value} ${f.what}`, asOf: iso(f.date), lines: f.lines })),
    problems: r.problems,
    aim: r.aim,
    tasks: r.tasks,
    expectedResults: r.expectedResults,
    control: r.control.map((c) => ({ number: c.number, rule: c.rule, kind: c.kind, lines: c.lines })),
    signatory: r.signatory && {
      position: r.signatory.position,
      name: r.signatory.name,
      lines: r.signatory.lines,
    },
    units: r.units.map((u) => ({ ...u, unitId: null })),
    measures: r.measures.map((m, i) => measureOf(m, i, year, r)),
    funding: fundingOf(r, year),
    coordinator: coordinatorOf(r),
    fundManager: null,
  }
}

/** The executor whom the passport or the rules of control name as coordinator. */
function coordinatorOf(r: Reading): string | null {
  const rule = r.control.find((c) => c.kind === 'coordination')?.rule ?? ''
  const named = /координатор\S*\s.*?\sє\s(.+)$/iu.exec(rule)?.[1]
  const item =
    r.passport.find((i) => i.key === 'coordinator') ?? r.passport.find((i) => i.key === 'responsibleExecutor')
  const name = named ?? item?.value
  if (!name) return null
  const key = executorKey(name)
  return r.units.find((u) => u.key === key)?.key ?? null
}

function programmeShortTitle(r: Reading): string {
  if (r.title === null) return ''
  const bare = r.title.replace(/\s*(?:на|у)\s+\d{4}.*$/u, '')
  const years = r.period
    ? r.period.from === null || r.period.from === r.period.to
      ? `${r.period.to}`
      : `${r.period.from}–${r.period.to}`
    : ''
  const head = shortTitle(bare, 78).replace(/[…,]+$/, '')
  return years === '' ? head : `${head}, ${years}`
}

/** A total without a year belongs to the one year of the passport's term, else to the first of the period. */
function yearOfTotal(r: Reading): number | null {
  const term = r.passport.find((i) => i.key === 'term')?.value ?? ''
  const years = [...term.matchAll(/(?:19|20)\d{2}/g)].map((m) => Number(m[0]))
  if (years.length === 1) return years[0]!
  return r.period?.from ?? r.period?.to ?? r.act.date?.year ?? null
}

function fundingOf(r: Reading, year: number | null): ProposedProgramme['funding'] {
  const source = r.budgets[0] ?? LOCAL_BUDGET
  const lines = r.funding.flatMap((f) => line(f, year, source, f.lines))
  if (lines.length > 0) return lines
  const atMeasures = r.measures.some((m) => m.funding.length > 0)
  if (atMeasures || r.total === null) return []
  return line({ year, source, uah: r.total.uah }, year, source, r.total.lines)
}

function line(
  f: Pick<FundingRead, 'year' | 'source' | 'uah'>,
  year: number | null,
  source: string,
  lines: readonly [number, number],
) {
  const on = f.year ?? year
  return on === null ? [] : [{ year: on, source: f.source ?? source, planned: f.uah, lines }]
}

function measureOf(m: MeasureRead, index: number, year: number | null, r: Reading): ProposedMeasure {
  const source = r.budgets[0] ?? LOCAL_BUDGET
  const { lines: _, ...recurrence } = m.term
  return {
    key: `m${index + 1}`,
    measureId: null,
    number: m.number ?? '',
    title: shortTitle(m.text),
    titleEn: null,
    text: m.text,
    executors: [...new Set(m.executors.map((e) => e.key))],
    termRaw: m.term.raw === '' ? null : m.term.raw,
    recurrence,
    funding: summed(m.funding.flatMap((f) => line(f, year, source, m.lines))),
    tasks: tasksNamed(m, r),
    lines: m.lines,
  }
}

/** One line for each year and source: a table may give them in several rows. */
function summed(lines: readonly ProposedFunding[]): ProposedFunding[] {
  const by = new Map<string, ProposedFunding>()
  for (const { year, source, planned } of lines) {
    const key = `${year} ${source}`
    const before = by.get(key)?.planned ?? 0
    by.set(key, { year, source, planned: (before + planned) as Kopiykas })
  }
  return [...by.values()]
}

function tasksNamed(m: MeasureRead, r: Reading): number[] {
  if (m.task === null) return []
  const wanted = m.task
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
  const at = r.tasks.findIndex(
    (t) =>
      t.text
        .toLowerCase()
        .replace(/[^\p{L}\d]+/gu, ' ')
        .trim() === wanted,
  )
  return at < 0 ? [] : [at]
}

function keptOf(r: Reading): KeptReading {
  const seen = new Map<string, number>()
  return {
    isProgramme: r.isProgramme,
    parts: r.parts.map((p) => ({ part: p.part, lines: p.lines })),
    // Lines that were not understood are decided one by one, not as findings.
    findings: r.findings
      .filter((f) => f.code !== 'not_understood')
      .map((f) => {
        const name = `${f.code}-${f.lines[0]}-${f.lines[1]}`
        const count = seen.get(name) ?? 0
        seen.set(name, count + 1)
        return { ...f, key: count === 0 ? name : `${name}-${count + 1}` }
      }),
    amendments: r.amendments,
    notUnderstood: r.notUnderstood.map((l) => ({ key: `l${l.lines[0]}`, text: l.text, lines: l.lines })),
  }
}
