/**
 * Small figures of a table are hidden, and as many others as are needed so that none can be computed from the totals.
 *
 * A reader knows the totals, the shown figures, and that a hidden one is a whole number of at least one, because zeros are
 * shown. The tables that fit this knowledge differ by closed ways that add one and take one in turn (a flow in a
 * transport problem). A figure is safe when such a way leads through it: then at least two values fit.
 */

export const SMALL = 5

type Matrix = readonly (readonly number[])[]
export type Hidden = readonly (readonly boolean[])[]

export function isSmall(n: number): boolean {
  return n > 0 && n < SMALL
}

/** Which cells are hidden; `null` when nothing of the table can be shown but its totals. */
export function suppress(cells: Matrix): Hidden | null {
  const hidden = cells.map((row) => row.map(isSmall))
  for (const [row, line] of cells.entries())
    for (const [column, value] of line.entries()) {
      if (!isSmall(value)) continue
      const ways = [wayRound(cells, hidden, [row, column], 1), wayRound(cells, hidden, [row, column], -1)]
      const best = ways.filter((w) => w !== null).sort((a, b) => a.cost - b.cost)[0]
      if (best === undefined) return null
      for (const [i, j] of best.through) hidden[i]![j] = true
    }
  return hidden
}

/** The same for one line of figures with their sum. */
export function suppressLine(values: readonly number[]): readonly boolean[] | null {
  const hidden = values.map(isSmall)
  const safe = () =>
    values.every((v, i) => {
      if (!hidden[i] || !isSmall(v)) return true
      const others = values.filter((_, k) => k !== i && hidden[k])
      return others.some((o) => o >= 2) || (v >= 2 && others.length > 0)
    })
  while (!safe()) {
    const left = values.flatMap((v, i) => (hidden[i] || v === 0 ? [] : [i]))
    if (left.length === 0) return null
    hidden[left.reduce((a, b) => (values[b]! < values[a]! ? b : a))] = true
  }
  return hidden
}

type Place = readonly [row: number, column: number]
type Way = { readonly cost: number; readonly through: readonly Place[] }

/**
 * The cheapest closed way through the cell: from its column to its row by cells that change against it and with it in
 * turn. A shown figure on the way costs its size, because it will be hidden; zeros say nothing and stay.
 * @param direction one more in the cell, or one less
 */
function wayRound(cells: Matrix, hidden: Hidden, [row, column]: Place, direction: 1 | -1): Way | null {
  if (direction === -1 && cells[row]![column]! < 2) return null
  const cost = (i: number, j: number, change: 1 | -1): number => {
    const value = cells[i]![j]!
    if ((i === row && j === column) || value < (change === -1 ? 2 : 1)) return Number.POSITIVE_INFINITY
    return hidden[i]![j] ? 0 : value
  }
  // Dijkstra over columns and rows: columns are left by a change against the cell's, rows by one with it.
  const columns = new Map<number, Way>([[column, { cost: 0, through: [] }]])
  const rows = new Map<number, Way>()
  const done = new Set<string>()
  for (;;) {
    const open = [
      ...[...columns].map(([at, way]) => ({ key: `c${at}`, at, way, isRow: false })),
      ...[...rows].map(([at, way]) => ({ key: `r${at}`, at, way, isRow: true })),
    ].filter((o) => !done.has(o.key))
    if (open.length === 0) return null
    const next = open.reduce((a, b) => (b.way.cost < a.way.cost ? b : a))
    if (next.isRow && next.at === row) return next.way
    done.add(next.key)
    const reach = (known: Map<number, Way>, at: number, place: Place, change: 1 | -1) => {
      const total = next.way.cost + cost(place[0], place[1], change)
      if (total < (known.get(at)?.cost ?? Number.POSITIVE_INFINITY))
        known.set(at, { cost: total, through: [...next.way.through, place] })
    }
    if (next.isRow) {
      for (const j of cells[next.at]!.keys()) reach(columns, j, [next.at, j], direction)
    } else {
      for (const i of cells.keys()) reach(rows, i, [i, next.at], direction === 1 ? -1 : 1)
    }
  }
}
