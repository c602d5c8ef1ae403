/** What every change of money begins with: who, the programme, its books under the lock of the years concerned. */
import type { Actor } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/context.ts'
import { type Programme, type ProgrammeId, programmeById } from '../../programmes/index.ts'
import { type Books, sourcesOf } from '../rules/books.ts'
import { normalSource } from '../rules/plan.ts'
import type { Situation } from '../rules/spending.ts'
import { lockYears, measureNames, readBooks } from '../store/books.ts'
import type { MeasureName, Place } from '../types.ts'

export type Opened = {
  readonly programme: Programme
  readonly books: Books
  readonly measures: readonly MeasureName[]
  readonly situation: Situation
}

export async function open(tx: Tx, programmeId: ProgrammeId, years: readonly number[]): Promise<Opened> {
  const programme = found(await programmeById(tx.db, programmeId), 'programme')
  await lockYears(tx.db, programmeId, years)
  const books = await readBooks(tx.db, programmeId)
  const measures = await measureNames(tx.db, programmeId)
  return { programme, books, measures, situation: { today: tx.today, period: programme.period } }
}

/** The place as the books spell its source; refuses a measure of another programme. */
export function placed<P extends Place>(opened: Opened, place: P): P {
  const known = opened.measures.some((m) => m.id === place.measureId)
  accept(place.measureId === null || known ? true : refuse('measure_not_here', undefined, 'measureId'))
  return { ...place, source: spelled(opened.books, place.source) }
}

function spelled(books: Books, source: string): string {
  return sourcesOf(books).find((s) => normalSource(s) === normalSource(source)) ?? source.trim()
}

export function authorOf(actor: Actor): { readonly by: string; readonly name: string } {
  if (actor.kind === 'staff' || actor.kind === 'token') return { by: actor.id, name: actor.name }
  return actor.kind === 'system' ? { by: actor.job, name: actor.job } : { by: '', name: '' }
}
