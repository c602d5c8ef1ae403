/** What is wrong with a row beyond its columns. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { RowInput } from '../types.ts'
import { definitionOf, type TableKey } from './definitions.ts'
import { namesPerson } from './person.ts'

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Everything that is wrong at once; nothing where it may be kept. */
export function wrongWith(table: TableKey, row: RowInput, today: CivilDate): readonly Refusal[] {
  const { fields, time } = definitionOf(table)
  const later = (day: CivilDate | null) => day !== null && compareDates(day, today) > 0
  const number = (key: string) => Number(row.values[key] ?? 0)
  const refusals: Refusal[] = []
  for (const field of fields) {
    const value = row.values[field.key]
    if (field.nobody && typeof value === 'string' && namesPerson(value))
      refusals.push(refuse('person_named', {}, field.key))
  }
  if (time !== 'term' && row.day === null) refusals.push(refuse('required', {}, 'day'))
  if (time !== 'term' && later(row.day)) refusals.push(refuse('day_not_come', {}, 'day'))
  if (later(row.sourceOn)) refusals.push(refuse('day_not_come', {}, 'sourceOn'))
  if (row.until !== null && row.day !== null && compareDates(row.until, row.day) < 0)
    refusals.push(refuse('ends_before_begins', {}, 'until'))
  if (table === 'constituencies' && number('turnedOut') > number('voters'))
    refusals.push(refuse('more_than_voters', {}, 'turnedOut'))
  if (table === 'population' && number('displaced') > number('residents'))
    refusals.push(refuse('more_than_residents', {}, 'displaced'))
  if (table === 'cityDays' && number('monthDay') > (MONTH_DAYS[number('month') - 1] ?? 31))
    refusals.push(refuse('no_such_day', {}, 'monthDay'))
  if (table === 'territory' && row.values['katottg'] && !/^UA\d{17}$/.test(String(row.values['katottg'])))
    refusals.push(refuse('not_katottg', {}, 'katottg'))
  return refusals
}
