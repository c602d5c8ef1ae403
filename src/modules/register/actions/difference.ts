/** A city's registry beside the register. Reads only: what becomes of a difference, the city's module decides. */
import type { House } from '../../../platform/house.ts'
import { normalForm } from '../reading/normal.ts'
import { cityBeginnings, cityQuery } from '../rules/city-words.ts'
import { compare } from '../rules/difference.ts'
import { merged } from '../rules/same.ts'
import { readable } from '../store/database.ts'
import { latestExport } from '../store/imports.ts'
import { byCodes, byRefs, civilByWord } from '../store/search.ts'
import type { DifferenceAnswer, KnownOrganisation } from '../types.ts'

/** A city of a hundred thousand has some hundred organisations; a large one some thousand. */
const MOST_OF_CITY = 20_000

/**
 * @param cityWords names by which the city is found in names of organisations: `Ніжин`
 * @returns null while there is no register
 */
export async function differenceFor(
  house: Pick<House, 'register'>,
  known: readonly KnownOrganisation[],
  cityWords: readonly string[],
): Promise<DifferenceAnswer | null> {
  const db = await readable(house)
  if (db === null) return null
  const beginnings = [...new Set(cityWords.flatMap((word) => cityBeginnings(normalForm(word))))]
  const query = cityQuery(beginnings)
  const [ofCity, coded, linked, exportedOn] = await Promise.all([
    query === null ? [] : civilByWord(db, query, MOST_OF_CITY),
    byCodes(db, [...new Set(known.flatMap((one) => one.edrpou ?? []))]),
    byRefs(db, [...new Set(known.flatMap((one) => one.ref ?? []))]),
    latestExport(db),
  ])
  return { ...compare(known, [...linked, ...merged(coded)], merged(ofCity), beginnings), exportedOn }
}
