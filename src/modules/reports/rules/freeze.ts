/** What is kept of a report when it is accepted. */
import { type CivilDate, daysBetween } from '../../../kernel/civil-date.ts'
import type { Edition, Programme } from '../../programmes/index.ts'
import type { FrozenProgramme, FrozenReport } from '../types/frozen.ts'
import type { EvidenceItem, QuarterlyReport, ReportRow } from '../types.ts'

export function frozenProgramme(programme: Programme, edition: Edition | null): FrozenProgramme {
  const d = edition?.decision
  return {
    id: programme.id,
    slug: programme.slug,
    title: programme.title,
    titleEn: programme.titleEn,
    shortTitle: programme.shortTitle,
    shortTitleEn: programme.shortTitleEn,
    from: programme.period.from.toString(),
    to: programme.period.to.toString(),
    decision: d?.date && d.number ? `${d.date} ${d.number}` : '',
  }
}

export function frozenReport(facts: {
  readonly report: QuarterlyReport
  readonly programme: FrozenProgramme
  readonly unit: FrozenReport['unit']
  readonly rows: readonly ReportRow[]
  readonly evidenceOf: (row: ReportRow) => readonly EvidenceItem[]
  readonly acceptedOn: CivilDate
}): FrozenReport {
  const { report } = facts
  const submittedOn = report.firstSubmittedOn ?? facts.acceptedOn
  return {
    schema: 'viche.report.1',
    programme: facts.programme,
    unit: facts.unit,
    year: report.quarter.year,
    quarter: report.quarter.quarter,
    version: report.version,
    correctionReason: report.correctionReason,
    due: report.due.toString(),
    explanation: report.explanation,
    submittedOn: submittedOn.toString(),
    acceptedOn: facts.acceptedOn.toString(),
    daysLate: Math.max(0, daysBetween(report.due, submittedOn)),
    nothingToDo: report.nothingToDo,
    note: report.note,
    rows: report.nothingToDo
      ? []
      : facts.rows.map((row) => ({
          measureId: row.measureId,
          number: row.number,
          title: row.title,
          titleEn: row.titleEn,
          term: row.term,
          state: row.state,
          result: row.result,
          indicators: row.indicators,
          cashPlan: row.cashPlan,
          cashFact: row.cashFact,
          reason: row.reason,
          nextStep: row.nextStep,
          evidence: facts.evidenceOf(row).map((e) => ({
            id: e.id,
            kind: e.kind,
            title: e.title,
            from: e.from.toString(),
            to: e.to.toString(),
            place: e.place,
            participants: e.participants,
            organisations: e.organisations,
            link: e.link,
            publication: e.publication,
            indicators: e.indicators,
          })),
        })),
  }
}
