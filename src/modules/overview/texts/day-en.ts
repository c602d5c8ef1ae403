/** The one sentence of the day, in English. */
import { pluralEn } from '../../../kernel/texts.ts'
import type { DayCounts } from '../types.ts'
import { capital, wordEn } from './numerals.ts'

const of = (n: number, one: string, other: string) => `${wordEn(n)} ${pluralEn(n, one, other)}`

function lateOf({ duties, late }: DayCounts, alone: boolean): string {
  if (late === 0) return ''
  if (!alone) {
    const what =
      late < duties ? of(late, 'duty is', 'duties are') : pluralEn(late, 'the duty is', 'the duties are')
    return `; ${what} overdue`
  }
  if (late < duties) return `, ${wordEn(late)} of them overdue`
  return duties === 1 ? ', and it is overdue' : duties === 2 ? ', both overdue' : ', all of them overdue'
}

export function daySentenceEn(counts: DayCounts, inWork: number): string {
  const before = counts.duties + counts.reports > 0
  const parts = [
    counts.duties > 0 && of(counts.duties, 'duty', 'duties'),
    counts.reports > 0 && of(counts.reports, 'report', 'reports'),
    counts.matters > 0 &&
      of(counts.matters, before ? 'other matter' : 'matter', before ? 'other matters' : 'matters'),
  ].filter((p) => p !== false)
  if (parts.length === 0)
    return inWork > 0
      ? `Nothing is urgent. ${inWork} ${pluralEn(inWork, 'duty is', 'duties are')} under way.`
      : 'Nothing waits for you today.'
  const alone = counts.duties > 0 && parts.length === 1
  const n = counts.duties + counts.reports + counts.matters
  const last = parts.pop()
  const list = parts.length > 0 ? `${parts.join(', ')} and ${last}` : `${last}`
  return `${capital(list)} ${pluralEn(n, 'waits', 'wait')} for you${lateOf(counts, alone)}.${
    alone ? ' The rest goes to plan.' : ''
  }`
}
