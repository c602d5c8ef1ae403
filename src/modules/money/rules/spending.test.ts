import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  commitment,
  day,
  LOCAL,
  M1,
  M2,
  planned,
  situation,
  uah,
  use,
} from '../../../../test/factories/money-records.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Use } from '../types.ts'
import type { Ledger } from './books.ts'
import { potsOf } from './pots.ts'
import { mayChange, mayCommit, mayPay, mayRevise, mayWithdraw, step, unpaidOf } from './spending.ts'

const ledger = (plan: Ledger['plan'], uses: readonly Use[] = []): Ledger => ({ plan, uses })
const codes = (refusals: readonly { readonly refused: string }[]) => refusals.map((r) => r.refused)
const common = { year: 2026, source: LOCAL, measureId: null }

test('what may be bound', () => {
  const c = commitment
  for (const [name, input, books, expected] of [
    ['within the plan', c(), ledger([planned(15_000)]), []],
    ['to the last kopiyka', c({ amount: uah(15_000) }), ledger([planned(15_000)]), []],
    ['one kopiyka beyond', c({ amount: uah(15_000.01) }), ledger([planned(15_000)]), ['over_plan']],
    ['nothing planned', c(), ledger([]), ['over_plan']],
    ['what is bound and spent counts', c(), ledger([planned(15_000)], [use(8_000, 6_500)]), ['over_plan']],
    [
      'a measure with a plan has no part in the common pot',
      c({ measureId: M1 }),
      ledger([planned(15_000), planned(500, M1)]),
      ['over_plan'],
    ],
    ['one without draws from it', c({ measureId: M2 }), ledger([planned(15_000), planned(500, M1)]), []],
    ['of another source', c({ source: 'обласний бюджет' }), ledger([planned(15_000)]), ['over_plan']],
    ['nothing', c({ amount: uah(0) }), ledger([planned(15_000)]), ['amount_zero']],
    [
      'before it is signed',
      c({ signedOn: day('2026-06-16') }),
      ledger([planned(15_000)]),
      ['signed_in_future'],
    ],
    ['outside the programme', c({ year: 2028 }), ledger([]), ['year_outside', 'over_plan']],
  ] as const)
    assert.deepEqual(codes(mayCommit(input, books, [], situation)), expected, name)
})

test('a refusal says the figures', () => {
  assert.deepEqual(
    mayCommit(
      commitment({ amount: uah(9_000) }),
      ledger([planned(15_000)], [use(4_000, 3_000)]),
      [],
      situation,
    ),
    [
      {
        refused: 'over_plan',
        field: 'amount',
        values: {
          amount: 900_000,
          plan: 1_500_000,
          spent: 300_000,
          committed: 400_000,
          left: 800_000,
          common: 'yes',
        },
      },
    ],
  )
})

test('the same contract is recorded once; over two measures it is two', () => {
  const books = ledger([planned(15_000)])
  assert.deepEqual(codes(mayCommit(commitment(), books, [commitment({ number: ' 17' })], situation)), [
    'known_commitment',
  ])
  assert.deepEqual(mayCommit(commitment({ measureId: M2 }), books, [commitment()], situation), [])
})

test('what may become of a commitment', () => {
  const books = ledger([planned(15_000)], [use(600, 400)])
  for (const [name, before, input, expected] of [
    ['more within the plan', commitment({ paid: uah(400) }), { amount: uah(15_000) }, []],
    ['more than the plan', commitment({ paid: uah(400) }), { amount: uah(15_000.01) }, ['over_plan']],
    ['less than is paid', commitment({ paid: uah(400) }), { amount: uah(399) }, ['below_paid']],
    [
      'to another measure after a payment',
      commitment({ paid: uah(400) }),
      { measureId: M2 },
      ['place_fixed'],
    ],
    [
      'to another measure before one',
      commitment({ amount: uah(600) }),
      { measureId: M2, amount: uah(600) },
      [],
    ],
    ['closed', commitment({ state: 'closed' }), {}, ['wrong_state']],
  ] as const)
    assert.deepEqual(codes(mayRevise(before, { ...before, ...input }, books, [], situation)), expected, name)
})

test('a commitment may always be made smaller, even where the plan fell under it', () => {
  const before = commitment()
  assert.deepEqual(
    mayRevise(
      before,
      { ...before, amount: uah(800) },
      ledger([planned(500)], [use(1_000, 0)]),
      [],
      situation,
    ),
    [],
  )
})

test('closing, cancelling and opening again', () => {
  const free = ledger([planned(15_000)])
  for (const [state, paid, verb, expected] of [
    ['active', 0, 'close', 'closed'],
    ['active', 0, 'cancel', 'cancelled'],
    ['active', 400, 'close', 'closed'],
    ['active', 400, 'cancel', 'has_payments'],
    ['active', 0, 'reopen', 'wrong_state'],
    ['closed', 400, 'reopen', 'active'],
    ['closed', 0, 'close', 'wrong_state'],
    ['cancelled', 0, 'reopen', 'wrong_state'],
  ] as const) {
    const result = step(commitment({ state, paid: uah(paid) }), verb, free)
    assert.equal(isRefusal(result) ? result.refused : result, expected, `${state} ${verb}`)
  }
  const full = step(commitment({ state: 'closed' }), 'reopen', ledger([planned(999)]))
  assert.deepEqual(Array.isArray(full) && codes(full), ['over_plan'])
})

test('what may be paid', () => {
  const pay = (amount: number, paidOn = '2026-05-05') => ({
    place: common,
    amount: uah(amount),
    paidOn: day(paidOn),
  })
  const bound = ledger([planned(15_000)], [use(1_000, 0)])
  const short = ledger([planned(700)], [use(1_000, 0)])
  for (const [name, input, from, books, expected] of [
    ['from a commitment', pay(1_000), commitment(), bound, []],
    ['more than was agreed', pay(1_000.01), commitment(), bound, ['over_commitment']],
    ['the rest of it', pay(300), commitment({ paid: uah(700) }), bound, []],
    ['more than the rest', pay(301), commitment({ paid: uah(700) }), bound, ['over_commitment']],
    ['a lowered plan stops it', pay(701), commitment(), short, ['over_cash_plan']],
    ['up to the lowered plan', pay(700), commitment(), short, []],
    ['from a closed one', pay(1), commitment({ state: 'closed' }), bound, ['commitment_closed']],
    ['in another budget year', pay(1, '2025-12-30'), commitment(), bound, ['other_year']],
    ['before it was signed', pay(1, '2026-03-01'), commitment(), bound, ['paid_before_signed']],
    ['without one, from what is free', pay(14_000), null, bound, []],
    ['without one, from what is bound', pay(14_000.01), null, bound, ['over_plan']],
    ['tomorrow', pay(1, '2026-06-16'), null, bound, ['paid_in_future']],
    ['nothing', pay(0), null, bound, ['amount_zero']],
    ['after the programme', pay(1, '2024-06-16'), null, ledger([]), ['year_outside', 'over_plan']],
  ] as const)
    assert.deepEqual(codes(mayPay(input, from, books, situation)), expected, name)
})

test('a plan may not fall below what is spent and bound', () => {
  const decision = { kind: 'рішення', number: '1', date: day('2026-05-01') }
  const before = ledger([planned(15_000)], [use(4_000, 3_000)])
  const to = (plan: number) => ledger([planned(plan)], before.uses)
  const wanted = (change: number) => ({ year: 2026, change: uah(change), decision })
  assert.deepEqual(mayChange(wanted(-8_000), before, to(7_000), situation), [])
  assert.deepEqual(mayChange(wanted(-8_001), before, to(6_999), situation), [
    {
      refused: 'below_used',
      field: 'change',
      values: { plan: 699_900, spent: 300_000, committed: 400_000, least: 700_000 },
    },
  ])
  const poor = ledger([planned(5_000)], before.uses)
  assert.deepEqual(mayChange(wanted(1_000), poor, to(6_000), situation), [], 'more is never refused')
  assert.deepEqual(codes(mayChange(wanted(0), before, before, situation)), ['change_zero'])
  assert.deepEqual(
    codes(
      mayChange(
        { ...wanted(1), decision: { ...decision, date: day('2026-07-01') } },
        before,
        before,
        situation,
      ),
    ),
    ['decision_in_future'],
  )
})

test('a first plan of a measure must cover what it drew from the common pot', () => {
  const decision = { kind: 'рішення', number: '1', date: day('2026-05-01') }
  const uses = [use(1_000, 0, M1)]
  const before = ledger([planned(15_000)], uses)
  const after = (own: number) => ledger([planned(15_000), planned(own, M1)], uses)
  const wanted = { year: 2026, change: uah(1), decision }
  assert.deepEqual(codes(mayChange(wanted, before, after(999), situation)), ['below_used'])
  assert.deepEqual(mayChange(wanted, before, after(1_000), situation), [])
})

test('only what is recorded can be withdrawn', () => {
  assert.equal(mayWithdraw({ state: 'recorded' }), null)
  assert.equal(mayWithdraw({ state: 'withdrawn' })?.refused, 'wrong_state')
})

const verbs = fc.oneof(
  fc.record({
    verb: fc.constantFrom('commit' as const, 'spend' as const),
    amount: fc.integer({ min: 1, max: 900_000 }),
    measureId: fc.constantFrom(null, M1, M2),
  }),
  fc.record({
    verb: fc.constant('pay' as const),
    amount: fc.integer({ min: 1, max: 900_000 }),
    which: fc.nat(5),
  }),
)

test('whatever is tried in whatever order, no pot is ever overdrawn', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_500_000 }),
      fc.option(fc.integer({ min: 0, max: 500_000 })),
      fc.array(verbs, { maxLength: 30 }),
      (shared, own, tries) => {
        const plan = [planned(shared / 100), ...(own === null ? [] : [planned(own / 100, M1)])]
        const agreed: ReturnType<typeof commitment>[] = []
        const cash: Use[] = []
        const uses = () => [
          ...cash,
          ...agreed.map((c) => ({ ...use(0, 0, c.measureId), committed: unpaidOf(c) })),
        ]
        for (const t of tries) {
          const books = ledger(plan, uses())
          if (t.verb === 'pay') {
            const at = t.which % Math.max(1, agreed.length)
            const from = agreed[at]
            if (!from) continue
            const wanted = { place: from, amount: uah(t.amount / 100), paidOn: day('2026-05-05') }
            if (mayPay(wanted, from, books, situation).length > 0) continue
            agreed[at] = { ...from, paid: uah((from.paid + t.amount) / 100) }
            cash.push(use(0, t.amount / 100, from.measureId))
          } else if (t.verb === 'commit') {
            const wanted = commitment({ measureId: t.measureId, amount: uah(t.amount / 100) })
            if (mayCommit(wanted, books, [], situation).length === 0) agreed.push(wanted)
          } else {
            const place = { ...common, measureId: t.measureId }
            const wanted = { place, amount: uah(t.amount / 100), paidOn: day('2026-05-05') }
            if (mayPay(wanted, null, books, situation).length === 0)
              cash.push(use(0, t.amount / 100, t.measureId))
          }
          for (const pot of potsOf(plan, uses())) assert.ok(pot.left >= 0, `${t.verb} ${t.amount}`)
          for (const c of agreed) assert.ok(c.paid <= c.amount)
        }
      },
    ),
  )
})
