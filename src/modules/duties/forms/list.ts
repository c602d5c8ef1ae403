/** What the addresses of lists ask for; anything that is not understood is left out. */
import type { UnitId } from '../../../kernel/actor.ts'
import { type Period, type QuarterNumber, quarterPeriod, yearPeriod } from '../../../kernel/civil-date.ts'
import { asId, type Id, isId } from '../../../kernel/ids.ts'
import { type FormValues, one } from '../../../platform/http/route.ts'
import type { MeasureId } from '../../programmes/index.ts'
import { type AskedState, DUTY_STATES, EVIDENCE_KINDS, type EvidenceKind } from '../types.ts'

export type DutyFilter = {
  /** What waits now, unless something else is asked for; null for all. */
  readonly state: AskedState | null
  readonly unitId: UnitId | null
  readonly measureId: MeasureId | null
  readonly year: number | null
  readonly quarter: QuarterNumber | null
  readonly text: string
  readonly order: 'due' | 'measure' | 'unit'
  readonly descending: boolean
  readonly after: string
}

export function readDutyFilter(query: FormValues): DutyFilter {
  const sort = one(query, 'sort')
  const quarter = Number(one(query, 'quarter'))
  return {
    state: readState(one(query, 'state')),
    unitId: readId<'unit'>(query, 'unit'),
    measureId: readId<'measure'>(query, 'measure'),
    year: readYear(query),
    quarter: quarter >= 1 && quarter <= 4 && Number.isInteger(quarter) ? (quarter as QuarterNumber) : null,
    text: readText(query),
    order: (['due', 'measure', 'unit'] as const).find((o) => o === sort.replace(/^-/, '')) ?? 'due',
    descending: sort.startsWith('-'),
    after: one(query, 'after'),
  }
}

function readState(text: string): AskedState | null {
  return text === 'all' ? null : (DUTY_STATES.find((s) => s === text) ?? 'waiting')
}

/** The days in which periods are asked to end; null without a year. */
export function endsWithin(filter: Pick<DutyFilter, 'year' | 'quarter'>): Period | null {
  if (filter.year === null) return null
  return filter.quarter === null
    ? yearPeriod(filter.year)
    : quarterPeriod({ year: filter.year, quarter: filter.quarter })
}

export type EvidenceFilter = {
  readonly kind: EvidenceKind | null
  readonly unitId: UnitId | null
  readonly measureId: MeasureId | null
  readonly year: number | null
  readonly text: string
  readonly after: string
}

export function readEvidenceFilter(query: FormValues): EvidenceFilter {
  return {
    kind: EVIDENCE_KINDS.find((k) => k === one(query, 'kind')) ?? null,
    unitId: readId<'unit'>(query, 'unit'),
    measureId: readId<'measure'>(query, 'measure'),
    year: readYear(query),
    text: readText(query),
    after: one(query, 'after'),
  }
}

export function readYear(query: FormValues, name = 'year'): number | null {
  const text = one(query, name)
  return /^(19|20|21)\d\d$/.test(text) ? Number(text) : null
}

export function readId<Of extends string>(query: FormValues, name: string): Id<Of> | null {
  const text = one(query, name)
  return isId(text) ? asId<Of>(text) : null
}

/** Without the control character that PostgreSQL does not take. */
function readText(query: FormValues): string {
  return one(query, 'q').replaceAll('\0', '').trim().slice(0, 100)
}
