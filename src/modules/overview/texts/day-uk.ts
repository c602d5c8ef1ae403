/** The one sentence of the day, in Ukrainian. */
import { pluralUk } from '../../../kernel/texts.ts'
import type { DayCounts } from '../types.ts'
import { capital, wordUk } from './numerals.ts'

const duties = (n: number) => `${wordUk(n, 'm')} ${pluralUk(n, 'обов’язок', 'обов’язки', 'обов’язків')}`
const reports = (n: number) => `${wordUk(n, 'm')} ${pluralUk(n, 'звіт', 'звіти', 'звітів')}`
const matters = (n: number, also: boolean) =>
  `${also ? 'ще ' : ''}${wordUk(n, 'f')} ${pluralUk(n, 'справа', 'справи', 'справ')}`

function lateOf({ duties: all, late }: DayCounts, alone: boolean): string {
  if (late === 0) return ''
  if (!alone) {
    const what = late < all ? duties(late) : all === 1 ? 'обов’язок' : 'обов’язки'
    return `; ${what} прострочено`
  }
  if (late < all) return `, ${wordUk(late, 'm')} прострочено`
  return all === 1 ? ', його прострочено' : all === 2 ? ', обидва прострочено' : ', усі прострочено'
}

/** «Два обов’язки чекають на вас, один прострочено. Решта йде за планом.» */
export function daySentenceUk(counts: DayCounts, inWork: number): string {
  const before = counts.duties + counts.reports > 0
  const parts = [
    counts.duties > 0 && duties(counts.duties),
    counts.reports > 0 && reports(counts.reports),
    counts.matters > 0 && matters(counts.matters, before),
  ].filter((p) => p !== false)
  if (parts.length === 0)
    return inWork > 0
      ? `Термінового немає. У роботі ${inWork} ${pluralUk(inWork, 'обов’язок', 'обов’язки', 'обов’язків')}.`
      : 'Сьогодні на вас нічого не чекає.'
  const alone = counts.duties > 0 && parts.length === 1
  const n = counts.duties + counts.reports + counts.matters
  const verb = parts.length > 1 ? 'чекають' : pluralUk(n, 'чекає', 'чекають', 'чекає')
  const last = parts.pop()
  const list = parts.length > 0 ? `${parts.join(', ')} і ${last}` : `${last}`
  return `${capital(list)} ${verb} на вас${lateOf(counts, alone)}.${alone ? ' Решта йде за планом.' : ''}`
}
