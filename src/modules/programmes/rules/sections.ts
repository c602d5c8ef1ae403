/** The sections in which a draft is reviewed, and what of the proposal each of them holds. */
import type { LinePart } from '../types/draft.ts'
import type { LineRange, ProposedMeasure, ProposedProgramme } from '../types/proposed.ts'
import { shortTitle } from './short-title.ts'

export const SECTIONS = [
  'act',
  'passport',
  'content',
  'units',
  'measures',
  'funding',
  'control',
  'lines',
  'findings',
] as const
export type Section = (typeof SECTIONS)[number]

/** What a form of the review edits: a section, or one measure. */
export type Editable =
  | 'act'
  | 'passport'
  | 'content'
  | 'units'
  | 'measures'
  | 'funding'
  | 'control'
  | `measure:${string}`

/** The part of a proposal that a form shows and saves; two forms of different parts do not disturb each other. */
export function partOf(p: ProposedProgramme, what: Editable): unknown {
  if (what.startsWith('measure:')) return p.measures.find((m) => `measure:${m.key}` === what) ?? null
  switch (what) {
    case 'act':
      return {
        decision: p.decision,
        title: p.title,
        titleEn: p.titleEn,
        shortTitle: p.shortTitle,
        shortTitleEn: p.shortTitleEn,
        period: p.period,
      }
    case 'passport':
      return p.passport
    case 'content':
      return {
        facts: p.facts,
        problems: p.problems,
        aim: p.aim,
        tasks: p.tasks,
        expectedResults: p.expectedResults,
      }
    case 'units':
      return { units: p.units, coordinator: p.coordinator, fundManager: p.fundManager }
    case 'funding':
      return p.funding
    case 'control':
      return { control: p.control, signatory: p.signatory }
    default:
      return p.measures.map((m) => m.key)
  }
}

export function changeMeasure(
  p: ProposedProgramme,
  key: string,
  change: (measure: ProposedMeasure) => ProposedMeasure,
): ProposedProgramme {
  return { ...p, measures: p.measures.map((m) => (m.key === key ? change(m) : m)) }
}

/** A measure at the end, numbered after the last one: `4.20` → `4.21`. */
export function addMeasure(p: ProposedProgramme): {
  readonly proposed: ProposedProgramme
  readonly key: string
} {
  const highest = Math.max(0, ...p.measures.map((m) => Number(/^m(\d+)$/.exec(m.key)?.[1] ?? 0)))
  const key = `m${highest + 1}`
  const measure: ProposedMeasure = {
    key,
    measureId: null,
    number: nextNumber(p.measures.map((m) => m.number)),
    title: '',
    titleEn: null,
    text: '',
    executors: [],
    termRaw: null,
    recurrence: { kind: 'none', raw: '', period: null },
    funding: [],
    tasks: [],
    lines: null,
  }
  return { proposed: { ...p, measures: [...p.measures, measure] }, key }
}

export function nextNumber(numbers: readonly string[]): string {
  const last = numbers.at(-1)
  const m = last === undefined ? null : /^(.*?)(\d+)\.?$/.exec(last)
  return m ? `${m[1]}${Number(m[2]) + 1}` : '1'
}

export function dropMeasure(p: ProposedProgramme, key: string): ProposedProgramme {
  return { ...p, measures: p.measures.filter((m) => m.key !== key) }
}

/** Texts edited as a list keep the lines they came from where the words are the same. */
export function keepLines<T extends { readonly text: string; readonly lines: LineRange | null }>(
  before: readonly T[],
  texts: readonly string[],
): { readonly text: string; readonly lines: LineRange | null }[] {
  return texts.map((text, i) => {
    const same = before.find((b) => b.text === text)
    // An item that was only reworded stands where it stood.
    const there = texts.length === before.length ? before[i] : undefined
    return { text, lines: (same ?? there)?.lines ?? null }
  })
}

/** Tasks that were reordered or removed take their measures' links along. */
export function withTasks(p: ProposedProgramme, tasks: ProposedProgramme['tasks']): ProposedProgramme {
  const sameCount = tasks.length === p.tasks.length
  const move = (at: number): number[] => {
    const text = p.tasks[at]?.text
    const to = tasks.findIndex((t) => t.text === text)
    return to >= 0 ? [to] : sameCount ? [at] : []
  }
  return { ...p, tasks, measures: p.measures.map((m) => ({ ...m, tasks: m.tasks.flatMap(move) })) }
}

type Passage = { readonly text: string; readonly lines: LineRange }

/** A line that the reader did not understand, put by a person into a part. */
export function assignLine(p: ProposedProgramme, line: Passage, part: LinePart): ProposedProgramme {
  const one = { text: line.text, lines: line.lines }
  switch (part) {
    case 'aim':
      return { ...p, aim: p.aim ? { ...p.aim, text: `${p.aim.text} ${line.text}` } : one }
    case 'control':
      return {
        ...p,
        control: [...p.control, { number: null, rule: line.text, kind: 'other', lines: line.lines }],
      }
    case 'facts':
      return { ...p, facts: [...p.facts, { ...one, asOf: null }] }
    default:
      return { ...p, [part]: [...p[part], one] }
  }
}

/** Takes it out again. */
export function unassignLine(p: ProposedProgramme, line: Passage, part: LinePart): ProposedProgramme {
  const here = (item: { readonly lines: LineRange | null }) =>
    item.lines?.[0] === line.lines[0] && item.lines[1] === line.lines[1]
  switch (part) {
    case 'aim': {
      if (!p.aim) return p
      if (here(p.aim)) return { ...p, aim: null }
      return { ...p, aim: { ...p.aim, text: p.aim.text.replace(` ${line.text}`, '') } }
    }
    case 'control':
      return { ...p, control: p.control.filter((c) => !here(c)) }
    case 'facts':
      return { ...p, facts: p.facts.filter((f) => !here(f)) }
    case 'tasks':
      return withTasks(
        p,
        p.tasks.filter((t) => !here(t)),
      )
    default:
      return { ...p, [part]: p[part].filter((t) => !here(t)) }
  }
}

/** The short title follows the text until a person writes another. */
export function titleAfter(before: ProposedMeasure, text: string, typed: string | null): string {
  if (typed === null || typed === '') return shortTitle(text)
  return typed === before.title && before.title === shortTitle(before.text) ? shortTitle(text) : typed
}
