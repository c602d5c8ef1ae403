import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { asId } from '../../../kernel/ids.ts'
import type { EventItem } from '../types.ts'
import { freeFrom, isLaid, laidTalks } from './talks.ts'

const [first, second] = [
  asId<'eventDay'>('01890000-0000-7000-8000-000000000001'),
  asId<'eventDay'>('01890000-0000-7000-8000-000000000002'),
]
const item = (starts: string | null, title: string, more: Partial<EventItem> = {}): EventItem => ({
  id: asId<'eventItem'>('01890000-0000-7000-8000-000000000003'),
  dayId: first,
  starts,
  minutes: 30,
  title,
  titleEn: null,
  speakers: null,
  kind: 'talk',
  track: null,
  ...more,
})
const talk = (title: string) => ({ title, speaker: 'ГО «Сад»', organisation: 'ГО «Сад»' })
const days = [{ id: first }, { id: second }]
const laid = (items: readonly EventItem[], titles: readonly string[], day = 0, track: string | null = null) =>
  laidTalks(items, days, titles.map(talk), { day, starts: '10:30', minutes: 20, track }).map(
    (i) => `${i.day} ${i.starts ?? '–'} ${i.title}`,
  )

describe('talks laid into a programme', () => {
  const opening = item('10:00', 'Відкриття')
  const closing = item('12:00', 'Підсумок')
  for (const [name, items, titles, day, expected] of [
    ['an empty programme', [], ['А', 'Б'], 0, ['0 10:30 А', '0 10:50 Б']],
    [
      'between what has its time',
      [opening, closing],
      ['А'],
      0,
      ['0 10:00 Відкриття', '0 10:30 А', '0 12:00 Підсумок'],
    ],
    ['on the second day', [opening], ['А'], 1, ['0 10:00 Відкриття', '1 10:30 А']],
    ['one that stands there already stays', [item('09:00', 'А')], ['А'], 0, ['0 09:00 А']],
    [
      'what has no time follows what it followed',
      [opening, item(null, 'Гімн'), closing],
      ['А'],
      0,
      ['0 10:00 Відкриття', '0 – Гімн', '0 10:30 А', '0 12:00 Підсумок'],
    ],
  ] as const)
    test(name, () => assert.deepEqual(laid(items, titles, day), expected))

  test('rooms run side by side; a bar in a title does not break the line', () => {
    const one = laidTalks([opening], days, [talk('А | Б')], {
      day: 0,
      starts: '10:00',
      minutes: 15,
      track: 'Зала 2',
    })
    assert.deepEqual([one[1]!.title, one[1]!.track, one[1]!.speakers], ['А / Б', 'Зала 2', 'ГО «Сад»'])
    assert.equal(isLaid([item('10:00', 'А / Б')], { title: 'А | Б' }), true)
  })

  test('the next one begins where the last one ends', () => {
    assert.equal(freeFrom([opening, closing], { id: first, starts: '09:00' }), '12:30')
    assert.equal(freeFrom([], { id: first, starts: '09:00' }), '09:00')
    assert.equal(freeFrom([], undefined), '10:00')
  })
})
