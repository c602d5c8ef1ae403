/** The register as other modules and the office ask it. Reads only. */
import type { House } from '../../../platform/house.ts'
import { normalForm } from '../reading/normal.ts'
import { queryOf, scoreOf } from '../rules/query.ts'
import { merged } from '../rules/same.ts'
import { changesOf } from '../store/changes.ts'
import { readable } from '../store/database.ts'
import { byCodes, byRefs, byWords, type FoundEntity } from '../store/search.ts'
import type { RegisterChange, RegisterEntity, RegisterRef } from '../types.ts'

type Register = Pick<House, 'register'>

export type SearchAnswer = {
  /** `none`: nothing was ever imported here. */
  readonly register: 'there' | 'none'
  readonly found: readonly RegisterEntity[]
}

/** Organisations of civil society stand before others of the same fit; one that is in both files stands once. */
export async function searchRegister(house: Register, text: string, limit: number): Promise<SearchAnswer> {
  const db = await readable(house)
  if (db === null) return { register: 'none', found: [] }
  const query = queryOf(text, normalForm(text.slice(0, 300)))
  if (query.kind === 'empty') return { register: 'there', found: [] }
  if (query.kind === 'code')
    return { register: 'there', found: merged(await byCodes(db, [query.code])).slice(0, limit) }
  const [civil, others] = await Promise.all([
    byWords(db, query.tsquery, true),
    query.wide ? [] : byWords(db, query.tsquery, false),
  ])
  const score = (one: FoundEntity) =>
    scoreOf(query.words, {
      normal: one.normal,
      alive: one.state === 'registered',
      civil: one.kind !== null,
    })
  const ranked = [...civil, ...others]
    .map((one) => ({ one, score: score(one) }))
    .sort((a, b) => b.score - a.score || (a.one.ref < b.one.ref ? -1 : 1))
  return { register: 'there', found: merged(ranked.map(({ one }) => one)).slice(0, limit) }
}

export async function registerSearch(
  house: Register,
  text: string,
  limit = 20,
): Promise<readonly RegisterEntity[]> {
  return (await searchRegister(house, text, limit)).found
}

/** @param edrpou eight digits */
export async function registerByCode(house: Register, edrpou: string): Promise<RegisterEntity | null> {
  const db = await readable(house)
  return db === null ? null : (merged(await byCodes(db, [edrpou]))[0] ?? null)
}

export async function registerByRecord(house: Register, ref: RegisterRef): Promise<RegisterEntity | null> {
  const db = await readable(house)
  return db === null ? null : ((await byRefs(db, [ref]))[0] ?? null)
}

/** What exports said otherwise of these entities, the latest first. */
export async function changesSince(
  house: Register,
  refs: readonly RegisterRef[],
): Promise<readonly RegisterChange[]> {
  const db = await readable(house)
  return db === null ? [] : changesOf(db, refs)
}
