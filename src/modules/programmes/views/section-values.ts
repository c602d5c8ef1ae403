/** The sections of a proposal as values of their forms, by the fields' names. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { toHryvnias } from '../../../kernel/money.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import { fieldsOf } from '../rules/recurrence-fields.ts'
import type { Editable } from '../rules/sections.ts'
import type { ProposedFunding, ProposedMeasure, ProposedProgramme } from '../types/proposed.ts'

export type Values = Readonly<Record<string, string | readonly string[]>>

const text = (value: string | number | null) => (value === null ? '' : String(value))

/** A date as people type it. */
export function dateValue(locale: Locale, iso: string | null): string {
  const date = parseCivilDate(iso ?? '')
  return date ? shortDate(locale, date) : ''
}

export function valuesOf(locale: Locale, p: ProposedProgramme, what: Editable): Values {
  if (what.startsWith('measure:')) {
    const measure = p.measures.find((m) => `measure:${m.key}` === what)
    return measure ? measureValues(measure) : {}
  }
  switch (what) {
    case 'act':
      return actValues(locale, p)
    case 'passport':
      return rowValues(p.passport, (i) => ({
        number: text(i.number),
        key: i.key,
        label: i.label,
        value: text(i.value),
      }))
    case 'content':
      return {
        ...rowValues(p.facts, (f) => ({ fact: f.text, asOf: dateValue(locale, f.asOf) })),
        problems: p.problems.map((t) => t.text).join('\n'),
        aim: p.aim?.text ?? '',
        tasks: p.tasks.map((t) => t.text).join('\n'),
        expectedResults: p.expectedResults.map((t) => t.text).join('\n'),
      }
    case 'units':
      return {
        ...rowValues(p.units, (u) => ({
          key: u.key,
          name: u.name,
          isGroup: u.isGroup ? 'on' : '',
          same: u.unitId === null ? '' : `unit:${u.unitId}`,
        })),
        coordinator: text(p.coordinator),
        fundManager: text(p.fundManager),
      }
    case 'funding':
      return fundingValues(p.funding)
    case 'control':
      return {
        ...rowValues(p.control, (c) => ({ number: text(c.number), kind: c.kind, rule: c.rule })),
        position: text(p.signatory?.position ?? null),
        signatoryName: text(p.signatory?.name ?? null),
      }
    default:
      return {}
  }
}

function actValues(locale: Locale, p: ProposedProgramme): Values {
  const d = p.decision
  return {
    body: text(d.body),
    kind: text(d.kind),
    number: text(d.number),
    date: dateValue(locale, d.date),
    sitting: text(d.sitting),
    convocation: text(d.convocation),
    appendix: text(d.appendix),
    title: p.title,
    titleEn: text(p.titleEn),
    shortTitle: p.shortTitle,
    shortTitleEn: text(p.shortTitleEn),
    from: dateValue(locale, p.period.from),
    to: dateValue(locale, p.period.to),
  }
}

function measureValues(m: ProposedMeasure): Values {
  const f = fieldsOf(m.recurrence)
  return {
    ...fundingValues(m.funding),
    number: m.number,
    title: m.title,
    titleEn: text(m.titleEn),
    text: m.text,
    executors: m.executors,
    newExecutor: '',
    termRaw: text(m.termRaw),
    kind: m.recurrence.kind,
    months: f.months.map(String),
    quarters: f.quarters.map(String),
    termYear: text(f.year),
    termMonth: text(f.month),
    termDay: text(f.day),
    fromYear: text(f.fromYear),
    toYear: text(f.toYear),
    tasks: m.tasks.map(String),
  }
}

function fundingValues(lines: readonly ProposedFunding[]): Values {
  return rowValues(lines, (l) => ({
    year: String(l.year),
    source: l.source,
    planned: String(toHryvnias(l.planned)).replace('.', ','),
  }))
}

function rowValues<T>(
  items: readonly T[],
  cells: (item: T) => Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    items.flatMap((item, i) => Object.entries(cells(item)).map(([name, value]) => [`${name}-${i}`, value])),
  )
}

/** How many rows a form has: those typed, at least those recorded, and some empty ones. */
export function rowCount(values: Values, column: string, spare: number): number {
  const used = Object.keys(values).flatMap((name) => {
    const m = new RegExp(`^${column}-(\\d{1,4})$`).exec(name)
    return m ? [Number(m[1]) + 1] : []
  })
  return Math.min(Math.max(0, ...used) + spare, 400)
}
