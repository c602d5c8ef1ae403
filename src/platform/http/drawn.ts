/**
 * Rows of lists as they were drawn last, so that a list made anew draws only what changed. Its statement is asked each
 * time and decides which rows are shown and in what order; of a row it brings only its mark, and what nobody remembers
 * under that mark is read and drawn. Nothing that depends on who reads.
 */
import type { Mark } from '../database/marks.ts'

export type Drawing<Row extends { readonly id: string }, Drawn extends Printed> = {
  /** Which list in which language, one of a few. */
  readonly list: string
  /** Differs when anything differs that rows show beside their record: names of departments. */
  readonly beside: string
  readonly marks: readonly Mark[]
  /** Asks again whether a row may be shown: it may have changed since the list was asked. */
  readonly read: (ids: readonly string[]) => Promise<readonly Row[]>
  readonly draw: (row: Row) => Drawn
}

/** What is kept: markup as bytes, or a row of JSON. */
export type Printed = { readonly length: number }

/** In the order of the marks. A row that is gone meanwhile is left out. */
export type Draw = <Row extends { readonly id: string }, Drawn extends Printed>(
  drawing: Drawing<Row, Drawn>,
) => Promise<Drawn[]>

type Kept = { readonly look: string; readonly drawn: Printed }
type Shelf = { beside: string; young: Map<string, Kept>; old: Map<string, Kept> }

/**
 * @param limit length of all rows together. What was not asked for since half of it was drawn anew goes: two
 * generations cost nothing on a hit, where a list by last use would be rewritten for each row.
 */
export function drawing(limit = 4_000_000): Draw {
  const shelves = new Map<string, Shelf>()
  let young = 0

  return async <Row extends { readonly id: string }, Drawn extends Printed>(
    asked: Drawing<Row, Drawn>,
  ): Promise<Drawn[]> => {
    const shelf = shelfOf(asked)
    const known = asked.marks.map((mark) => find(shelf, mark) as Drawn | undefined)
    const missing = new Map<string, string>()
    for (const [i, { id, look }] of asked.marks.entries()) if (known[i] === undefined) missing.set(id, look)
    if (missing.size === 0) return known as Drawn[]
    const fresh = new Map<string, Drawn>()
    for (const row of await asked.read([...missing.keys()])) {
      const drawn = asked.draw(row)
      fresh.set(row.id, drawn)
      keep(shelf, row.id, { look: missing.get(row.id)!, drawn })
    }
    return asked.marks.flatMap(({ id }, i) => known[i] ?? fresh.get(id) ?? [])
  }

  function shelfOf({ list, beside }: Pick<Drawing<never, never>, 'list' | 'beside'>): Shelf {
    const found = shelves.get(list)
    if (found?.beside === beside) return found
    // Who began with the old names goes on with the old shelf, which nobody else finds any more.
    const empty = { beside, young: new Map(), old: new Map() }
    shelves.set(list, empty)
    return empty
  }

  function find(shelf: Shelf, { id, look }: Mark): Printed | undefined {
    const known = shelf.young.get(id)
    if (known) return known.look === look ? known.drawn : undefined
    const elder = shelf.old.get(id)
    if (elder?.look !== look) return undefined
    keep(shelf, id, elder)
    return elder.drawn
  }

  function keep(shelf: Shelf, id: string, kept: Kept): void {
    shelf.young.set(id, kept)
    young += kept.drawn.length
    if (young < limit / 2) return
    young = 0
    for (const each of shelves.values()) [each.old, each.young] = [each.young, new Map()]
  }
}
