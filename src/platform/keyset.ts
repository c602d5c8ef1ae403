/** Paging by the last row's key: as quick on the thousandth page as on the first, and no row is skipped or shown twice. */
import { type RawBuilder, sql } from 'kysely'

export type CursorValue = string | number

/** What one page of a list is: so many rows, and where the next begins. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

/** The values by which the list is ordered, last of all the id. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/**
 * @param shape types of the values in their order
 * @returns null for anything that is not such a cursor: the list then begins at its start
 */
export function decodeCursor<const Shape extends readonly ('string' | 'number')[]>(
  text: string,
  shape: Shape,
): { [K in keyof Shape]: Shape[K] extends 'string' ? string : number } | null {
  if (text === '' || text.length > 1_000 || !/^[\w-]+$/.test(text)) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(values) || values.length !== shape.length) return null
    // PostgreSQL refuses the character NUL in any text.
    const fits = values.every(
      (v, i) => typeof v === shape[i] && !(typeof v === 'string' && v.includes('\u0000')),
    )
    return fits ? (values as never) : null
  } catch {
    return null
  }
}

/** Rows of a page of a list. */
export const USUAL_SIZE = 20
const USUAL_SIZES: readonly number[] = [USUAL_SIZE, 50]

/**
 * How many rows to ask for: one more than the page. The usual sizes stand in the statement itself: with `limit $1`
 * PostgreSQL cannot know that a page is small, and plans each time anew; that costs more than the page's rows.
 */
export function onePast(size: number): number | RawBuilder<number> {
  return USUAL_SIZES.includes(size) ? sql.lit(size + 1) : size + 1
}

/** Cuts a page out of `size + 1` rows asked for: the one too many says that there is a next page. */
export function cutPage<Row>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly CursorValue[],
): Page<Row> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > size && last !== undefined ? encodeCursor(keyOf(last)) : null }
}
