import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '../../kernel/civil-date.ts'
import { ACTS, actByNumber, actStatus, normaliseActNumber } from './acts.ts'

const on = (iso: string) => Temporal.PlainDate.from(iso)

for (const [typed, number] of [
  ['2460-ХІІ', '2460-XII'],
  ['№ 2460-XII', '2460-XII'],
  ['2411-VІ', '2411-VI'],
  ['2411–УІ', '2411-VI'],
  ['2365-ІІІ', '2365-III'],
  ['2136-ІХ', '2136-IX'],
  ['280/97-вр', '280/97-ВР'],
  ['280/97', '280/97-ВР'],
  ['996-2010-п', '996'],
  ['N 996', '996'],
  ['254к/96-ВР', '254к/96-ВР'],
  ['487/2021', '487/2021'],
  ['ДСТУ 4163:2020', 'ДСТУ 4163:2020'],
] as const) {
  test(`«${typed}» is ${number}`, () => assert.equal(actByNumber(typed)?.number, number))
}

test('an act that the table does not know is unknown, not repealed', () => {
  assert.equal(actByNumber('9999-IX'), undefined)
  assert.deepEqual(actStatus('9999-IX', on('2026-01-01')), { state: 'unknown' })
})

for (const [number, date, state, successor] of [
  ['2460-XII', '2012-12-31', 'inForce', null],
  ['2460-XII', '2013-01-01', 'lost', '4572-VI'],
  ['2460-ХІІ', '2014-01-31', 'lost', '4572-VI'],
  ['4572-VI', '2012-06-01', 'notYet', null],
  ['4572-VI', '2014-01-31', 'inForce', null],
  ['3841-IX', '2030-01-01', 'notYet', null],
  ['367', '2019-01-16', 'lost', null],
  ['2289-VI', '2026-01-01', 'lost', '922-VIII'],
  ['2289-VI', '2015-01-01', 'lost', '1197-VII'],
  ['212/2012', '2026-01-01', 'lost', '487/2021'],
] as const) {
  test(`${number} on ${date}: ${state}${successor ? `, now ${successor}` : ''}`, () => {
    const status = actStatus(number, on(date))
    assert.equal(status.state, state)
    assert.equal(status.state === 'lost' ? (status.successor?.number ?? null) : null, successor)
  })
}

test('every act has its own number, days in order and a successor that is in the table and later', () => {
  assert.equal(new Set(ACTS.map((a) => normaliseActNumber(a.number))).size, ACTS.length)
  for (const act of ACTS) {
    assert.match(act.url, /^https:\/\//, act.number)
    assert.ok(
      act.inForceFrom === null || act.inForceFrom >= act.date,
      `${act.number} in force before its date`,
    )
    if (act.inForceTo !== null)
      assert.ok(act.inForceFrom !== null && act.inForceTo > act.inForceFrom, act.number)
    if (act.replacedBy !== null) {
      assert.ok(act.inForceTo !== null, `${act.number} is replaced but has no last day`)
      assert.ok(actByNumber(act.replacedBy) !== undefined, `${act.number}: no ${act.replacedBy}`)
    }
  }
})
