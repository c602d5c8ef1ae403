import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  commitment,
  day,
  LOCAL,
  line,
  M1,
  M2,
  situation,
  uah,
  use,
} from '../../../../test/factories/money-records.ts'
import type { MeasureName } from '../types.ts'
import type { Books } from './books.ts'
import {
  checkColumns,
  fingerprintOf,
  guessColumns,
  type ImportEntry,
  type ImportFacts,
  judgeRows,
  measureNumber,
} from './import-rows.ts'

const entry = (part: Partial<ImportEntry> = {}): ImportEntry => ({
  paidOn: day('2026-04-10'),
  amount: uah(100),
  document: '55',
  measure: null,
  source: null,
  commitment: null,
  note: null,
  ...part,
})

const measures: readonly MeasureName[] = [
  { id: M1, number: '4.1', title: 'Інформування', titleEn: null },
  { id: M2, number: '4.9', title: 'Конкурс', titleEn: null },
]
const books: Books = {
  editions: [{ edition: 1, inForceFrom: day('2026-01-01') }],
  lines: [line(1, '2026-01-01', 1_000)],
  changes: [],
  uses: [],
}
const facts = (part: Partial<ImportFacts> = {}): ImportFacts => ({
  mapping: { source: null, measureId: null },
  measures,
  commitments: [],
  known: new Set(),
  books,
  situation,
  ...part,
})

/** `added`, `known`, or the code by which the row is set aside. */
function verdict(e: ImportEntry, f: ImportFacts): string {
  const result = judgeRows([{ number: 2, entry: e }], f)
  if (result.accepted.length > 0) return 'added'
  return result.known.length > 0 ? 'known' : (result.setAside[0]?.refusals[0]?.refused ?? 'lost')
}

test('what becomes of a row', () => {
  const two = { ...books, lines: [...books.lines, line(1, '2026-01-01', 500, { source: 'обласний бюджет' })] }
  const bound = { ...books, uses: [use(500, 0, M2)] }
  const contract = commitment({ number: '№ 17', amount: uah(500), measureId: M2 })
  for (const [name, e, f, expected] of [
    ['of the only source', entry(), facts(), 'added'],
    ['of the common pot, for a measure', entry({ measure: 'п. 4.9.' }), facts(), 'added'],
    ['a measure that nobody knows', entry({ measure: '9.9' }), facts(), 'measure_unknown'],
    ['one of two sources', entry(), facts({ books: two }), 'source_missing'],
    [
      'the one said for all rows',
      entry(),
      facts({ books: two, mapping: { source: LOCAL, measureId: null } }),
      'added',
    ],
    ['the one of the row', entry({ source: 'Обласний бюджет' }), facts({ books: two }), 'added'],
    ['a source that is not planned', entry({ source: 'грант' }), facts(), 'source_unknown'],
    ['more than is left', entry({ amount: uah(1_001) }), facts(), 'over_plan'],
    ['a refund', entry({ amount: uah(-5) }), facts(), 'amount_zero'],
    ['of tomorrow', entry({ paidOn: day('2026-06-16') }), facts(), 'paid_in_future'],
    ['by a contract', entry({ commitment: '17' }), facts({ books: bound, commitments: [contract] }), 'added'],
    [
      'by an unknown contract',
      entry({ commitment: '18' }),
      facts({ commitments: [contract] }),
      'commitment_unknown',
    ],
    [
      'by a contract of another measure',
      entry({ commitment: '17', measure: '4.1' }),
      facts({ commitments: [contract] }),
      'measure_differs',
    ],
    [
      'by one of two contracts',
      entry({ commitment: '17' }),
      facts({ commitments: [contract, { ...contract, measureId: M1 }] }),
      'commitment_ambiguous',
    ],
    ['known already', entry(), facts({ known: new Set([fingerprintOf(entry())]) }), 'known'],
    [
      'known under another spelling',
      entry({ document: '№ 55' }),
      facts({ known: new Set([fingerprintOf(entry())]) }),
      'known',
    ],
  ] as const)
    assert.equal(verdict(e, f), expected, name)
})

test('rows are judged one after another: money does not last twice, a bad row stops none', () => {
  const result = judgeRows(
    [
      { number: 2, entry: entry({ amount: uah(600), document: '1' }) },
      { number: 3, entry: entry({ amount: uah(600), document: '2' }) },
      { number: 4, entry: entry({ amount: uah(400), document: '3', measure: '4.1' }) },
      { number: 5, entry: entry({ amount: uah(600), document: '1' }) },
    ],
    facts(),
  )
  assert.deepEqual(
    result.accepted.map((r) => r.number),
    [2, 4],
  )
  assert.deepEqual(
    result.setAside.map((r) => [r.number, r.refusals.map((x) => x.refused)]),
    [
      [3, ['over_plan']],
      [5, ['row_twice']],
    ],
  )
})

test('payments of one contract are counted through the file', () => {
  const contract = commitment({ amount: uah(500), measureId: M2 })
  const result = judgeRows(
    [1, 2, 3].map((n) => ({
      number: n,
      entry: entry({ amount: uah(200), document: String(n), commitment: '17' }),
    })),
    facts({ books: { ...books, uses: [use(500, 0, M2)] }, commitments: [contract] }),
  )
  assert.equal(result.accepted.length, 2)
  assert.equal(result.setAside[0]?.refusals[0]?.refused, 'over_commitment')
})

test('a number of a measure is read as people write it', () => {
  for (const text of ['4.9', '4.9.', 'п. 4.9', 'П.4.9.', 'Захід 4.9', 'пункт 4.9', ' № 4.9 '])
    assert.equal(measureNumber(text.trim()), '4.9', text)
})

test('columns are guessed by their titles', () => {
  const none = { document: null, measure: null, source: null, commitment: null, note: null }
  for (const [header, expected] of [
    [['Дата', 'Сума'], { ...none, paidOn: 0, amount: 1 }],
    [
      ['№ документа', 'Дата платежу', 'Сума, грн', 'Призначення платежу', 'Захід', 'Джерело', 'Договір'],
      { paidOn: 1, amount: 2, document: 0, measure: 4, source: 5, commitment: 6, note: 3 },
    ],
    [['Дата документа', 'Номер документа', 'Касові видатки'], { ...none, paidOn: 0, amount: 2, document: 1 }],
    [['Щось', 'інше'], { ...none, paidOn: null, amount: null }],
  ] as const)
    assert.deepEqual(guessColumns(header), expected, header.join('; '))
})

test('a choice of columns needs day and sum, and each column once', () => {
  const columns = { ...guessColumns([]), paidOn: 0, amount: 1 }
  assert.deepEqual(checkColumns(columns, 2), [])
  assert.deepEqual(
    checkColumns({ ...columns, amount: null }, 2).map((r) => [r.refused, r.field]),
    [['column_needed', 'amount']],
  )
  assert.deepEqual(
    checkColumns({ ...columns, note: 1 }, 2).map((r) => [r.refused, r.field]),
    [
      ['column_chosen_twice', 'amount'],
      ['column_chosen_twice', 'note'],
    ],
  )
  assert.equal(checkColumns({ ...columns, note: 7 }, 2).length, 1, 'a column that is not there')
})
