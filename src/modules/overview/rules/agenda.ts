/** What a person has to do today, in the order in which it presses. */
import { compareDates } from '../../../kernel/civil-date.ts'
import type { AgendaItem, AgendaKind, DayCounts, Urgency } from '../types.ts'

/** Days before its due day at which a duty begins to press: when the first reminder goes out. */
export const SOON_DAYS = 10

/** Without a day of their own: what stops others stands first. */
const ORDER: readonly AgendaKind[] = [
  'noProgramme',
  'mailServer',
  'failedLetters',
  'ownReport',
  'reviewReport',
  'yearlyReport',
  'duty',
  'other',
  'term',
  'group',
  'draft',
  'proposals',
  'mailings',
  'invited',
]

const REPORTS: readonly AgendaKind[] = ['ownReport', 'reviewReport', 'yearlyReport']

function rank(urgency: Urgency): number {
  return urgency === null ? 2 : 'late' in urgency ? 0 : 1
}

function compare(a: AgendaItem, b: AgendaItem): number {
  const [x, y] = [a.urgency, b.urgency]
  const byRank = rank(x) - rank(y)
  if (byRank !== 0) return byRank
  if (x && y && 'late' in x && 'late' in y && x.late !== y.late) return y.late - x.late
  if (x && y && 'due' in x && 'due' in y) {
    const byDay = compareDates(x.due, y.due)
    if (byDay !== 0) return byDay
  }
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)
}

/** Late first, the longest before all; then by day; then what has no day. Who has two roles sees a thing once. */
export function agendaOf(items: readonly AgendaItem[]): AgendaItem[] {
  const once = new Map<string, AgendaItem>()
  for (const item of items) if (!once.has(item.key)) once.set(item.key, item)
  return [...once.values()].sort(compare)
}

/**
 * @param hidden late duties beyond those that are listed
 */
export function countAgenda(items: readonly AgendaItem[], hidden = 0): DayCounts {
  const count = (test: (item: AgendaItem) => boolean) => items.filter(test).length
  const isDuty = (i: AgendaItem) => i.kind === 'duty'
  return {
    duties: count(isDuty) + hidden,
    late: count((i) => isDuty(i) && i.urgency !== null && 'late' in i.urgency) + hidden,
    reports: count((i) => REPORTS.includes(i.kind)),
    matters: count((i) => !isDuty(i) && !REPORTS.includes(i.kind)),
  }
}
