import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isSmall, suppress, suppressLine } from './suppress.ts'

/** Every table that a reader holds possible: the shown figures, the totals, and at least one in each hidden cell. */
function possible(cells: number[][], hidden: readonly (readonly boolean[])[]): Set<number>[][] {
  const rows = cells.length
  const columns = cells[0]!.length
  const rowLeft = cells.map((row, i) => row.reduce((s, v, j) => s + (hidden[i]![j] ? v : 0), 0))
  const columnLeft = cells[0]!.map((_, j) =>
    cells.reduce((s, row, i) => s + (hidden[i]![j] ? row[j]! : 0), 0),
  )
  const found = cells.map((row) => row.map(() => new Set<number>()))
  const chosen = cells.map((row) => [...row])
  const go = (at: number): void => {
    if (at === rows * columns) {
      if (rowLeft.some((n) => n !== 0) || columnLeft.some((n) => n !== 0)) return
      for (const [i, row] of chosen.entries()) for (const [j, v] of row.entries()) found[i]![j]!.add(v)
      return
    }
    const [i, j] = [Math.floor(at / columns), at % columns]
    if (!hidden[i]![j]) {
      go(at + 1)
      return
    }
    const most = Math.min(rowLeft[i]!, columnLeft[j]!)
    for (let v = 1; v <= most; v++) {
      chosen[i]![j] = v
      rowLeft[i]! -= v
      columnLeft[j]! -= v
      go(at + 1)
      rowLeft[i]! += v
      columnLeft[j]! += v
    }
  }
  go(0)
  return found
}

describe('small figures of a cross-table', () => {
  const table = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([r, c]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: c, maxLength: c }), {
      minLength: r,
      maxLength: r,
    }),
  )
  test('none is shown, and none can be computed from the totals', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const hidden = suppress(cells)
        if (hidden === null) {
          // Even with everything hidden, some small figure can be computed.
          const most = possible(
            cells,
            cells.map((row) => row.map((v) => v > 0)),
          )
          assert.ok(cells.some((row, i) => row.some((v, j) => isSmall(v) && most[i]![j]!.size < 2)))
          return
        }
        const held = possible(cells, hidden)
        for (const [i, row] of cells.entries())
          for (const [j, v] of row.entries())
            if (isSmall(v)) {
              assert.ok(hidden[i]![j], `${v} is shown`)
              assert.ok(held[i]![j]!.size >= 2, `${v} can only be ${[...held[i]![j]!].join()}`)
            }
      }),
      { numRuns: 300 },
    )
  })
  test('a table without small figures is shown whole, zeros too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(0, 5, 9, 40), { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        (cells) =>
          assert.ok(
            suppress(cells)!
              .flat()
              .every((h) => !h),
          ),
      ),
    )
  })
  test('a lone small figure takes three others with it', () => {
    const hidden = suppress([
      [2, 9, 20],
      [8, 7, 30],
    ])
    assert.deepEqual(hidden, [
      [true, true, false],
      [true, true, false],
    ])
  })
  test('where nothing can be hidden well, nothing is shown', () => {
    assert.equal(suppress([[3]]), null)
    assert.equal(
      suppress([
        [1, 0],
        [0, 1],
      ]),
      null,
    )
    assert.equal(
      suppress([
        [1, 1],
        [1, 1],
      ]),
      null,
    )
  })
})

describe('small figures of a line', () => {
  const cases: readonly [readonly number[], readonly boolean[] | null][] = [
    [
      [100, 50],
      [false, false],
    ],
    [
      [100, 50, 3],
      [false, true, true],
    ],
    [
      [100, 3, 4],
      [false, true, true],
    ],
    [
      [100, 1, 1],
      [true, true, true],
    ],
    [[1, 1], null],
    [[3], null],
    [
      [0, 100],
      [false, false],
    ],
  ]
  for (const [values, hidden] of cases)
    test(values.join(', '), () => assert.deepEqual(suppressLine(values), hidden))
})
