/** What the form of one measure makes of the proposal. */
import { isDeepStrictEqual } from 'node:util'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { RecurrenceKind } from '../../../legal-time/recurrence.ts'
import { executorKey } from '../reading/executors.ts'
import { readTerm } from '../reading/recurrence.ts'
import type { ProposedFunding, ProposedProgramme, ProposedUnit } from '../types/proposed.ts'
import { fieldsOf, type RecurrenceFields, recurrenceFrom } from './recurrence-fields.ts'
import { yearsOutside } from './section-changes.ts'
import { changeMeasure, titleAfter } from './sections.ts'

export type MeasureInput = {
  readonly number: string | null
  readonly title: string | null
  readonly titleEn: string | null
  readonly text: string | null
  /** Keys of units of the draft, or `unit:ID` of a department that is known already. */
  readonly executors: readonly string[]
  readonly newExecutor: string | null
  readonly newIsGroup: boolean
  readonly termRaw: string | null
  readonly kind: RecurrenceKind | 'auto'
  readonly months: readonly number[]
  readonly quarters: readonly number[]
  readonly termYear: number | null
  readonly termMonth: number | null
  readonly termDay: number | null
  readonly fromYear: number | null
  readonly toYear: number | null
  readonly tasks: readonly number[]
  readonly rows: readonly ProposedFunding[]
}

/** @param known departments that exist, by id, so that one can be named that the draft does not have yet */
export function changeOneMeasure(
  p: ProposedProgramme,
  key: string,
  i: MeasureInput,
  known: ReadonlyMap<string, Pick<ProposedUnit, 'name' | 'isGroup' | 'unitId'>>,
): ProposedProgramme | readonly Refusal[] {
  const wrong: Refusal[] = [...yearsOutside(p, i.rows)]
  const fields: RecurrenceFields = {
    months: i.months,
    quarters: i.quarters,
    year: i.termYear,
    month: i.termMonth,
    day: i.termDay,
    fromYear: i.fromYear,
    toYear: i.toYear,
  }
  const before = p.measures.find((m) => m.key === key)?.recurrence
  const recurrence =
    i.kind === 'auto'
      ? readTerm(i.termRaw)
      : before?.kind === i.kind &&
          before.raw === (i.termRaw ?? '') &&
          isDeepStrictEqual(fieldsOf(before), fields)
        ? // A term may say more than the form asks for.
          before
        : recurrenceFrom(i.kind, fields, i.termRaw)
  if ('refused' in recurrence) wrong.push(onForm(recurrence))
  const number = i.number ?? ''
  if (number !== '' && p.measures.some((m) => m.key !== key && m.number === number))
    wrong.push(refuse('measure_number_twice', { number }, 'number'))
  const units = unitsAfter(p, i, known)
  if ('refused' in units) wrong.push(units)
  if (wrong.length > 0 || 'refused' in recurrence || 'refused' in units) return wrong
  const changed = changeMeasure({ ...p, units: units.units }, key, (m) => ({
    ...m,
    number,
    title: titleAfter(m, i.text ?? '', i.title),
    titleEn: i.titleEn,
    text: i.text ?? '',
    executors: units.chosen,
    termRaw: i.termRaw,
    recurrence,
    funding: i.rows,
    tasks: i.tasks.filter((at) => at < p.tasks.length),
  }))
  return changed
}

/** Rules of recurrences name their figures simply; the form of a measure has a year of money beside them. */
function onForm(refusal: Refusal): Refusal {
  const names: Readonly<Record<string, string>> = { year: 'termYear', month: 'termMonth', day: 'termDay' }
  return refusal.field === undefined ? refusal : { ...refusal, field: names[refusal.field] ?? refusal.field }
}

type Units = { readonly units: readonly ProposedUnit[]; readonly chosen: readonly string[] }

function unitsAfter(
  p: ProposedProgramme,
  i: MeasureInput,
  known: ReadonlyMap<string, Pick<ProposedUnit, 'name' | 'isGroup' | 'unitId'>>,
): Units | Refusal<'unknown_unit'> {
  const units = [...p.units]
  const chosen: string[] = []
  for (const wanted of i.executors) {
    const mine = units.find((u) => u.key === wanted)
    const existing = wanted.startsWith('unit:') ? known.get(wanted.slice(5)) : undefined
    if (!mine && !existing) return refuse('unknown_unit', undefined, 'executors')
    if (mine) chosen.push(mine.key)
    else if (existing) {
      const same = units.find((u) => u.unitId === existing.unitId)
      if (!same) units.push({ ...existing, key: wanted, aliases: [] })
      chosen.push(same?.key ?? wanted)
    }
  }
  if (i.newExecutor !== null) {
    const key = executorKey(i.newExecutor)
    const same = units.find((u) => u.key === key)
    if (!same) units.push({ key, name: i.newExecutor, aliases: [], isGroup: i.newIsGroup, unitId: null })
    chosen.push(same?.key ?? key)
  }
  return { units, chosen: [...new Set(chosen)] }
}
