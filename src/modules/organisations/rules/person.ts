/** Whether an entry speaks of the person who asks, and what is put in the place of a name. */
import { searchForm } from './name.ts'

/** Stands instead of a name that was removed. */
export const ERASED = 'особа вилучена'

export type PersonCode = 'person_short' | 'person_nothing'

/** At least a surname and a first name, so that nobody is given a namesake's data by a surname alone. */
export function isWholeName(name: string): boolean {
  return searchForm(name).split(' ').length >= 2
}

/** Every word of what is asked stands in the name, in any order; a patronymic may be left out. */
export function isSamePerson(asked: string, name: string): boolean {
  const words = searchForm(name).split(' ')
  return searchForm(asked)
    .split(' ')
    .every((word) => words.includes(word))
}

/** For how long data of each category are kept. Years, but for rows of lists: days. */
export type Retention = {
  readonly former: number
  readonly consent: number
  readonly proposals: number
  readonly imports: number
}

export const RETENTION: Retention = { former: 25, consent: 3, proposals: 5, imports: 90 }
