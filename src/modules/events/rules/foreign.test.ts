import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { wrongWith } from './event.ts'
import { type ForeignEvent, foreignInput, foreignKey, foreignPrint } from './foreign.ts'

const source = { name: 'Палац культури', url: null, kind: 'celebration', unitId: null, active: true } as const
const event: ForeignEvent = {
  uid: 'a@elsewhere',
  occurrence: '',
  cancelled: false,
  summary: 'Концерт',
  description: '',
  location: 'Велика зала',
  url: null,
  from: '2026-12-31',
  fromTime: '19:00',
  to: '2026-12-31',
  toTime: '21:00',
}
const days = (more: Partial<ForeignEvent>) =>
  foreignInput({ ...event, ...more }, source, 'місце уточнюється').days.map((d) =>
    [d.day.toString(), d.starts ?? '', d.ends ?? '', d.place ?? '', d.link ?? ''].join('|'),
  )

describe('an event of another’s calendar', () => {
  for (const [name, more, expected] of [
    ['an evening', {}, ['2026-12-31|19:00|21:00|Велика зала|']],
    ['till after midnight', { to: '2027-01-01', toTime: '01:00' }, ['2026-12-31|19:00|01:00|Велика зала|']],
    [
      'two days with hours',
      { to: '2027-01-01', toTime: '21:00' },
      ['2026-12-31|19:00||Велика зала|', '2027-01-01|||Велика зала|'],
    ],
    [
      'whole days',
      { fromTime: null, to: '2027-01-01', toTime: null },
      ['2026-12-31|||Велика зала|', '2027-01-01|||Велика зала|'],
    ],
    ['no place', { location: '' }, ['2026-12-31|19:00|21:00|місце уточнюється|']],
    [
      'on the web',
      { location: 'https://meet.example/a' },
      ['2026-12-31|19:00|21:00||https://meet.example/a'],
    ],
    ['no length', { toTime: '19:00' }, ['2026-12-31|19:00||Велика зала|']],
  ] as const)
    test(name, () => {
      assert.deepEqual(days(more), expected)
      assert.deepEqual(wrongWith(foreignInput({ ...event, ...more }, source, 'місце уточнюється')), [])
    })

  test('a year of days is cut, an empty name is the source’s', () => {
    const input = foreignInput(
      { ...event, to: '2027-12-31', fromTime: null, toTime: null, summary: '' },
      source,
      '',
    )
    assert.equal(input.days.length, 31)
    assert.equal(input.title, 'Палац культури')
    assert.deepEqual(wrongWith(input), [])
  })

  test('each of a series has its own key; a change has its own print', () => {
    assert.notEqual(foreignKey(event), foreignKey({ ...event, occurrence: '2026-12-31T17:00:00Z' }))
    assert.equal(foreignPrint(event), foreignPrint({ ...event }))
    assert.notEqual(foreignPrint(event), foreignPrint({ ...event, fromTime: '18:00' }))
  })
})
