/** The dated table of acts: what is cited, whether it is in force on a day, what came after it. */
import { type CivilDate, compareDates, Temporal } from '../../kernel/civil-date.ts'
import type { Act } from './act.ts'
import { AMENDING_LAWS } from './acts-amending.ts'
import { LAWS } from './acts-laws.ts'
import { OTHER_ACTS } from './acts-other.ts'

export type { Act, ActKind } from './act.ts'

export const ACTS: readonly Act[] = [...LAWS, ...AMENDING_LAWS, ...OTHER_ACTS]

/** Cyrillic letters that look like the Latin ones of Roman numerals and of `ВР`. */
const LATIN: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  І: 'I',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'V',
  Х: 'X',
  Л: 'L',
}

/**
 * One spelling for every way a number is typed: Cyrillic or Latin numerals, any dash, `№`, spaces, the
 * portal's own suffix (`996-2010-п`), `280/97` without `-ВР`.
 */
export function normaliseActNumber(number: string): string {
  return number
    .toUpperCase()
    .replace(/[№\s]/g, '')
    .replace(/^N(?=\d)/, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/-\d{4}-(?:П|P)$/, '')
    .replace(/[АВЕІКМОРСТУХЛ]/g, (letter) => LATIN[letter] ?? letter)
    .replace(/^(\d+K?\/\d{2})-BP$/, '$1')
}

const byNumber: ReadonlyMap<string, Act> = new Map(ACTS.map((act) => [normaliseActNumber(act.number), act]))

/** `undefined` for an act that the table does not know: that says nothing about its force. */
export function actByNumber(number: string): Act | undefined {
  return byNumber.get(normaliseActNumber(number))
}

export type ActStatus =
  | { readonly state: 'unknown' }
  | { readonly state: 'inForce' | 'notYet'; readonly act: Act }
  /** `successor` is the last link of the chain that is in force on the day, or null where there is none. */
  | { readonly state: 'lost'; readonly act: Act; readonly successor: Act | null }

/** Whether an act is in force on a day (both ends of its term included). */
export function actStatus(number: string, date: CivilDate): ActStatus {
  const act = actByNumber(number)
  if (act === undefined) return { state: 'unknown' }
  if (act.inForceFrom === null || compareDates(date, day(act.inForceFrom)) < 0)
    return { state: 'notYet', act }
  if (act.inForceTo === null || compareDates(date, day(act.inForceTo)) <= 0) return { state: 'inForce', act }
  return { state: 'lost', act, successor: successorOn(act, date) }
}

function successorOn(act: Act, date: CivilDate): Act | null {
  if (act.replacedBy === null) return null
  const next = actStatus(act.replacedBy, date)
  if (next.state === 'inForce') return next.act
  return next.state === 'lost' ? next.successor : null
}

function day(iso: string): CivilDate {
  return Temporal.PlainDate.from(iso)
}
