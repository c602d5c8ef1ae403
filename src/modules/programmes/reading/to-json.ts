/** The reading as the published JSON: years as numbers, dates ISO, money in decimal hryvnias, lines as pairs. */
import { toHryvnias } from '../../../kernel/money.ts'
import type { Recurrence } from './recurrence.ts'
import type { ReadingTexts } from './texts/shape.ts'
import { uk } from './texts/uk.ts'
import type { FundingRead, MeasureRead, Reading } from './types.ts'

function recurrenceOf(term: Recurrence): Record<string, unknown> {
  const { raw: _raw, also, ...rest } = term
  const own = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'lines'))
  return also === undefined ? own : { ...own, also: also.map(recurrenceOf) }
}

function fundingOf(f: FundingRead) {
  return { year: f.year, source: f.source, uah: toHryvnias(f.uah), lines: f.lines }
}

function measureOf(m: MeasureRead) {
  return {
    number: m.number,
    text: m.text,
    task: m.task,
    executors: m.executors.map((e) => e.name),
    executorLines: m.executors[0]?.lines ?? null,
    term: { raw: m.term.raw, recurrence: recurrenceOf(m.term), lines: m.term.lines },
    funding: m.funding.map(fundingOf),
    fundingNote: m.fundingNote,
    expectedResult: m.expectedResult?.text ?? null,
    remarks: m.remarks,
    lines: m.lines,
  }
}

/** Shape: `docs/schema/programme-reading.schema.json`. */
export function toJson(r: Reading, texts: ReadingTexts = uk) {
  return {
    title: r.title,
    titleLines: r.titleLines,
    period: r.period ? { from: r.period.from, to: r.period.to } : null,
    act: {
      body: r.act.body,
      kind: r.act.kind,
      number: r.act.number,
      date: r.act.date?.toString() ?? null,
      sitting: r.act.sitting,
      convocation: r.act.convocation,
      appendix: r.act.appendix,
      otherDates: r.act.otherDates.map(String),
      isDraft: r.act.isDraft,
      lines: r.act.lines,
    },
    passport: r.passport,
    participants: r.participants,
    budgets: r.budgets,
    total: r.total
      ? { amount: r.total.amount, unit: r.total.unit, uah: toHryvnias(r.total.uah), lines: r.total.lines }
      : null,
    chapters: r.chapters,
    facts: r.facts.map((f) => ({ ...f, date: f.date?.toString() ?? null })),
    problems: r.problems,
    aim: r.aim,
    tasks: r.tasks,
    measures: r.measures.map(measureOf),
    units: r.units.map((u) => ({ name: u.name, isGroup: u.isGroup, aliases: u.aliases })),
    funding: r.funding.map(fundingOf),
    expectedResults: r.expectedResults,
    control: r.control.map((c) => ({
      number: c.number,
      rule: c.rule,
      kind: c.kind,
      chapter: c.chapter,
      reports: c.reports.map((d) => ({
        recurrence: recurrenceOf(d.recurrence),
        from: d.from,
        to: d.to,
        sentence: d.sentence,
      })),
      lines: c.lines,
    })),
    signatory: r.signatory,
    amendments: r.amendments.map((a) => ({ ...a, measures: a.measures.map(measureOf) })),
    findings: r.findings.map((f) => ({
      code: f.code,
      severity: f.severity,
      message: texts.findings[f.code](f.values),
      lines: f.lines,
      resolution: f.resolution,
    })),
    notUnderstood: r.notUnderstood.map((p) => ({ lines: p.lines, text: p.text })),
    parts: r.parts,
    source: {
      name: r.source.name,
      kind: r.source.kind,
      encoding: r.source.encoding,
      lines: r.source.lineCount,
    },
    isProgramme: r.isProgramme,
    otherKind: r.otherKind,
  }
}

export type ReadingJson = ReturnType<typeof toJson>
