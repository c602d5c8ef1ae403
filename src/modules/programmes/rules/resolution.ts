/** What accepting a finding's proposed resolution does to the proposal. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { kopiykas } from '../../../kernel/money.ts'
import { readTerm } from '../reading/recurrence.ts'
import type { KeptFinding } from '../types/draft.ts'
import type { ProposedMeasure, ProposedProgramme } from '../types/proposed.ts'

/** Values among which a person chooses when accepting; empty when there is nothing to choose. */
export function choicesOf(finding: KeptFinding): readonly string[] {
  const { resolution } = finding
  if (!resolution || !CHANGES.has(resolution.action)) return []
  return (resolution.values?.length ?? 0) > 1 ? (resolution.values ?? []) : []
}

const CHANGES: ReadonlySet<string> = new Set([
  'set_period',
  'set_act_date',
  'set_term',
  'set_deadline',
  'set_total',
])

/** Whether accepting changes the proposal; otherwise it only says that a person has looked. */
export function changesProposal(finding: KeptFinding): boolean {
  const { resolution } = finding
  return resolution !== null && CHANGES.has(resolution.action) && (resolution.value ?? null) !== null
}

/** @param chosen one of the offered values; anything else falls back on the proposed one */
export function applyResolution(
  p: ProposedProgramme,
  finding: KeptFinding,
  chosen: string | null,
): ProposedProgramme {
  const { resolution } = finding
  if (!changesProposal(finding) || !resolution) return p
  const value = chosen !== null && choicesOf(finding).includes(chosen) ? chosen : String(resolution.value)
  switch (resolution.action) {
    case 'set_period':
      return withPeriod(p, value)
    case 'set_act_date':
      return parseCivilDate(value) ? { ...p, decision: { ...p.decision, date: value } } : p
    case 'set_total':
      return withTotal(p, Number(value))
    default:
      return {
        ...p,
        measures: p.measures.map((m) => (m.number === finding.values['number'] ? withTerm(m, value) : m)),
      }
  }
}

function withPeriod(p: ProposedProgramme, value: string): ProposedProgramme {
  const years = [...value.matchAll(/\d{4}/g)].map((m) => m[0])
  const to = years.at(-1)
  if (to === undefined) return p
  return { ...p, period: { from: `${years[0]}-01-01`, to: `${to}-12-31` } }
}

/** The term stays as it is written; how it is understood changes. */
function withTerm(m: ProposedMeasure, value: string): ProposedMeasure {
  const date = parseCivilDate(value)
  const recurrence = date
    ? ({
        kind: 'by',
        raw: m.termRaw ?? '',
        period: null,
        year: date.year,
        month: date.month,
        day: date.day,
      } as const)
    : { ...readTerm(/\d{4}\D+\d{4}/.test(value) ? `${value} роки` : `${value} рік`), raw: m.termRaw ?? '' }
  return { ...m, recurrence }
}

/** Only where one sum stands for the whole; several are a person's to set. */
function withTotal(p: ProposedProgramme, uah: number): ProposedProgramme {
  const only = p.funding.length === 1 ? p.funding[0] : undefined
  if (!only || !Number.isFinite(uah) || uah < 0) return p
  return { ...p, funding: [{ ...only, planned: kopiykas(Math.round(uah * 100)) }] }
}
