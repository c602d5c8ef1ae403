/** What each form of the review makes of the proposal. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { asId, isId } from '../../../kernel/ids.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { LineRange, ProposedFunding, ProposedProgramme, ProposedUnit } from '../types/proposed.ts'
import { keepLines, withTasks } from './sections.ts'

type Lined = { readonly lines: LineRange | null }

const iso = (date: CivilDate | null) => date?.toString() ?? null

export type ActInput = {
  readonly body: string | null
  readonly kind: string | null
  readonly number: string | null
  readonly date: CivilDate | null
  readonly sitting: string | null
  readonly convocation: string | null
  readonly appendix: string | null
  readonly title: string | null
  readonly titleEn: string | null
  readonly shortTitle: string | null
  readonly shortTitleEn: string | null
  readonly from: CivilDate | null
  readonly to: CivilDate | null
}

export function changeAct(p: ProposedProgramme, i: ActInput): ProposedProgramme {
  const { body, kind, number, sitting, convocation, appendix } = i
  return {
    ...p,
    decision: { body, kind, number, date: iso(i.date), sitting, convocation, appendix },
    title: i.title ?? '',
    titleEn: i.titleEn,
    shortTitle: i.shortTitle ?? '',
    shortTitleEn: i.shortTitleEn,
    period: { from: iso(i.from), to: iso(i.to) },
  }
}

export function changePassport(
  p: ProposedProgramme,
  rows: readonly {
    readonly number: string | null
    readonly key: string | null
    readonly label: string
    readonly value: string | null
  }[],
): ProposedProgramme {
  return {
    ...p,
    passport: rows.map((row) => ({
      ...row,
      key: row.key ?? 'other',
      lines: linesWhere(p.passport, (i) => i.label === row.label && i.number === row.number),
    })),
  }
}

function linesWhere<T extends Lined>(items: readonly T[], same: (item: T) => boolean): LineRange | null {
  return items.find(same)?.lines ?? null
}

export function changeContent(
  p: ProposedProgramme,
  i: {
    readonly problems: readonly string[]
    readonly aim: string | null
    readonly tasks: readonly string[]
    readonly expectedResults: readonly string[]
    readonly rows: readonly { readonly fact: string; readonly asOf: CivilDate | null }[]
  },
): ProposedProgramme {
  const facts = keepLines(
    p.facts,
    i.rows.map((r) => r.fact),
  )
  const changed = {
    ...p,
    facts: facts.map((f, at) => ({ ...f, asOf: iso(i.rows[at]!.asOf) })),
    problems: keepLines(p.problems, i.problems),
    aim: i.aim === null ? null : { text: i.aim, lines: p.aim?.lines ?? null },
    expectedResults: keepLines(p.expectedResults, i.expectedResults),
  }
  return withTasks(changed, keepLines(p.tasks, i.tasks))
}

/** `same`: `unit:ID` of a known department, or `key:KEY` of another one in the draft; nothing for one of its own. */
export type UnitRow = {
  readonly key: string
  readonly name: string
  readonly isGroup: boolean
  readonly same: string | null
}

export function changeUnits(
  p: ProposedProgramme,
  i: {
    readonly coordinator: string | null
    readonly fundManager: string | null
    readonly rows: readonly UnitRow[]
  },
  known: ReadonlySet<string>,
): ProposedProgramme | readonly Refusal<'unknown_unit'>[] {
  const wrong: Refusal<'unknown_unit'>[] = []
  const keys = new Set(p.units.map((u) => u.key))
  for (const [at, row] of i.rows.entries()) {
    const target = row.same ?? ''
    const fine =
      target === '' ||
      (target.startsWith('unit:') && known.has(target.slice(5))) ||
      (target.startsWith('key:') && keys.has(target.slice(4)) && target.slice(4) !== row.key)
    if (!fine || !keys.has(row.key)) wrong.push(refuse('unknown_unit', undefined, `same-${at}`))
  }
  for (const [field, key] of [
    ['coordinator', i.coordinator],
    ['fundManager', i.fundManager],
  ] as const)
    if (key !== null && !keys.has(key)) wrong.push(refuse('unknown_unit', undefined, field))
  if (wrong.length > 0) return wrong
  return mergedUnits(p, i)
}

function mergedUnits(
  p: ProposedProgramme,
  i: {
    readonly coordinator: string | null
    readonly fundManager: string | null
    readonly rows: readonly UnitRow[]
  },
): ProposedProgramme {
  const into = new Map<string, string>()
  for (const row of i.rows) if (row.same?.startsWith('key:')) into.set(row.key, row.same.slice(4))
  const target = (key: string): string => {
    // A chain of merges ends at the last; a ring ends where it began.
    let at = key
    for (let n = 0; n < into.size && into.has(at); n++) at = into.get(at)!
    return at
  }
  const all = p.units.map((u): ProposedUnit => {
    const row = i.rows.find((r) => r.key === u.key)
    if (!row) return u
    const unitId: UnitId | null =
      row.same?.startsWith('unit:') && isId(row.same.slice(5)) ? asId<'unit'>(row.same.slice(5)) : null
    const aliases = row.name === u.name ? u.aliases : [...u.aliases, u.name]
    return { ...u, name: row.name, isGroup: row.isGroup, unitId, aliases: [...new Set(aliases)] }
  })
  const kept = all
    .filter((u) => target(u.key) === u.key)
    .map((u) => {
      const merged = all.filter((o) => o.key !== u.key && target(o.key) === u.key)
      const names = merged.flatMap((o) => [o.name, ...o.aliases])
      return { ...u, aliases: [...new Set([...u.aliases, ...names])].filter((a) => a !== u.name) }
    })
  const one = (key: string | null) => (key === null ? null : target(key))
  return {
    ...p,
    units: kept,
    measures: p.measures.map((m) => ({ ...m, executors: [...new Set(m.executors.map(target))] })),
    coordinator: one(i.coordinator),
    fundManager: one(i.fundManager),
  }
}

export function changeFunding(
  p: ProposedProgramme,
  rows: readonly ProposedFunding[],
): ProposedProgramme | readonly Refusal<'year_outside_period'>[] {
  const wrong = yearsOutside(p, rows)
  if (wrong.length > 0) return wrong
  return {
    ...p,
    funding: rows.map((r, at) => ({ ...r, lines: p.funding[at]?.lines ?? null })),
  }
}

/** Money is planned for the years of the programme; while the period is not set, for any. */
export function yearsOutside(
  p: Pick<ProposedProgramme, 'period'>,
  rows: readonly ProposedFunding[],
): readonly Refusal<'year_outside_period'>[] {
  const from = Number(p.period.from?.slice(0, 4) ?? 0)
  const to = Number(p.period.to?.slice(0, 4) ?? 0)
  if (from === 0 || to === 0) return []
  return rows.flatMap((r, at) =>
    r.year < from || r.year > to ? [refuse('year_outside_period', { from, to }, `year-${at}`)] : [],
  )
}

export function changeControl(
  p: ProposedProgramme,
  i: {
    readonly position: string | null
    readonly signatoryName: string | null
    readonly rows: readonly {
      readonly number: string | null
      readonly kind: string | null
      readonly rule: string
    }[]
  },
): ProposedProgramme {
  const signed = i.position !== null || i.signatoryName !== null
  return {
    ...p,
    control: i.rows.map((row) => ({
      ...row,
      kind: row.kind ?? 'other',
      lines: linesWhere(p.control, (c) => c.number === row.number),
    })),
    signatory: signed
      ? { position: i.position, name: i.signatoryName, lines: p.signatory?.lines ?? null }
      : null,
  }
}
