/** Rules of events as tables and properties. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type CivilDate, nthWeekday, parseCivilDate } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { EventRecurrence, EventState, EventVerb } from '../types.ts'
import { missingFor, stepRecommendation } from './closing.ts'
import { factOfIndicator } from './indicator.ts'
import {
  agendaText,
  clockTime,
  kindOfItem,
  minutesBetween,
  questionsText,
  readAgenda,
  readDays,
  readQuestions,
  timeAfter,
} from './lines.ts'
import { fateOf, stepInstruction, stepQuestion } from './question.ts'
import { dayForNext, gapOf, nextSlot, slotsOfYear } from './recurrence.ts'
import { codeOf, hasPlace, movingUp, normalCode, organisationKey, take } from './registration.ts'
import { step } from './state.ts'

const day = (text: string): CivilDate => parseCivilDate(text)!

describe('the life of an event', () => {
  const rows: readonly [EventState, EventVerb, EventState | 'refused'][] = [
    ['planned', 'announce', 'announced'],
    ['planned', 'sumUp', 'refused'],
    ['announced', 'postpone', 'postponed'],
    ['postponed', 'announce', 'announced'],
    ['postponed', 'hold', 'refused'],
    ['announced', 'hold', 'held'],
    ['held', 'sumUp', 'summedUp'],
    ['held', 'cancel', 'refused'],
    ['summedUp', 'close', 'closed'],
    ['closed', 'reopen', 'summedUp'],
    ['cancelled', 'announce', 'refused'],
  ]
  for (const [state, verb, next] of rows)
    test(`${state} + ${verb} = ${next}`, () => {
      const result = step({ state, firstDay: day('2026-10-01') }, verb, day('2026-10-01'))
      assert.equal(isRefusal(result) ? 'refused' : result, next)
    })
  test('what has not begun was not held', () => {
    assert.ok(isRefusal(step({ state: 'announced', firstDay: day('2026-10-02') }, 'hold', day('2026-10-01'))))
  })
})

describe('when a series comes', () => {
  const first = (rule: EventRecurrence, year: number) => slotsOfYear(rule, year)[0]?.day?.toString()
  test('on weekdays of a month, on a day, after Easter', () => {
    assert.equal(first({ every: 'yearNth', month: 5, nth: 3, weekday: 7 }, 2026), '2026-05-17')
    assert.equal(first({ every: 'yearNth', month: 11, nth: 4, weekday: 6 }, 2026), '2026-11-28')
    assert.equal(first({ every: 'yearNth', month: 9, nth: -1, weekday: 7 }, 2026), '2026-09-27')
    assert.equal(first({ every: 'yearOn', month: 9, day: 15 }, 2026), '2026-09-15')
    assert.equal(first({ every: 'yearOn', month: 2, day: 29 }, 2027), '2027-02-28')
    assert.equal(first({ every: 'easter', days: 0 }, 2026), '2026-04-12')
    assert.equal(first({ every: 'easter', days: 9 }, 2026), '2026-04-21')
    assert.equal(slotsOfYear({ every: 'quarter' }, 2026).length, 4)
  })
  test('the nth weekday is that weekday, in that month, or there is none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1, 2, 3, 4, 5, -1),
        fc.integer({ min: 1, max: 7 }),
        (year, month, nth, weekday) => {
          const found = nthWeekday(year, month, nth, weekday)
          if (found === null) return nth === 5
          const before =
            nth === -1 ? found.add({ days: 7 }).month !== month : Math.ceil(found.day / 7) === nth
          return found.month === month && found.dayOfWeek === weekday && before
        },
      ),
    )
  })
  const held = (text: string) => ({ firstDay: day(text), state: 'held' as const })
  test('a quarter that would pass without its day is a gap in its last thirty days', () => {
    const rule = { every: 'quarter' } as const
    const done = [held('2026-02-10'), held('2026-05-12'), held('2026-08-11')]
    assert.equal(gapOf(rule, done, day('2026-10-05')), null)
    assert.equal(gapOf(rule, done, day('2026-12-10'))?.daysLeft, 21)
    assert.equal(gapOf(rule, [...done, held('2026-11-03')], day('2026-12-10')), null)
    assert.notEqual(
      gapOf(rule, [...done, { firstDay: day('2026-11-03'), state: 'cancelled' }], day('2026-12-10')),
      null,
    )
    assert.equal(nextSlot(rule, done, day('2026-10-05'))?.period.from.toString(), '2026-10-01')
  })
  test('the next one stands as deep in its quarter, on the same weekday', () => {
    const rule = { every: 'quarter' } as const
    const slot = nextSlot(rule, [held('2026-08-11')], day('2026-09-01'))!
    assert.equal(slot.period.from.toString(), '2026-10-01')
    const next = dayForNext(slot, day('2026-08-11'), rule)
    assert.equal(next.toString(), '2026-11-10')
    assert.equal(next.dayOfWeek, day('2026-08-11').dayOfWeek)
  })
})

describe('places', () => {
  const comer = (organisation: string | null) => ({ organisationId: null, organisation })
  test('nobody is given more than there is, whatever the order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.constantFrom('Липа', 'Клен', null), { maxLength: 60 }),
        (seats, each, comers) => {
          const taken = { all: 0, byOrganisation: new Map<string, number>() }
          const rules = { seats, seatsPerOrganisation: each }
          for (const one of comers) if (hasPlace(rules, taken, comer(one))) take(taken, comer(one))
          return taken.all <= seats && [...taken.byOrganisation.values()].every((n) => n <= each)
        },
      ),
    )
  })
  test('the line moves up in its order; who may not yet is passed over', () => {
    const taken = { all: 8, byOrganisation: new Map([['липа', 2]]) }
    const line = [comer('Липа'), comer('Клен'), comer(null), comer('Клен')]
    assert.deepEqual(
      movingUp({ seats: 10, seatsPerOrganisation: 2 }, taken, line).map((one) => one.organisation),
      ['Клен', null],
    )
  })
  test('spellings of one name are one organisation', () => {
    assert.equal(organisationKey(comer('ГО «Липа»')), organisationKey(comer('го  "липа" ')))
    assert.equal(organisationKey(comer('  ')), null)
  })
  test('a code is five letters that nobody mistakes, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (random) => {
        const code = codeOf(random)
        return /^[2-9A-HJKMNP-Z]{5}$/.test(code) && normalCode(` ${code.toLowerCase()} `) === code
      }),
    )
  })
})

describe('lines', () => {
  test('an agenda as people write it', () => {
    const days = [day('2026-10-15'), day('2026-10-16')]
    const read = readAgenda(
      '9:30–10.00 | Реєстрація\n10:00 Бюджет\tПетренко, голова\nДень 2\nКава-перерва',
      days,
    )
    assert.deepEqual(
      read.map((i) => (isRefusal(i) ? null : [i.day, i.starts, i.minutes, i.title, i.speakers, i.kind])),
      [
        [0, '09:30', 30, 'Реєстрація', null, 'talk'],
        [0, '10:00', null, 'Бюджет', 'Петренко, голова', 'talk'],
        [1, null, null, 'Кава-перерва', null, 'break'],
      ],
    )
    assert.equal(kindOfItem('Хвилина мовчання'), 'ceremony')
  })
  test('an agenda printed is read back', () => {
    const word = fc.stringMatching(/^[А-Яа-я][а-я ]{0,20}[а-я]$/)
    fc.assert(
      fc.property(
        fc.array(fc.record({ h: fc.integer({ min: 8, max: 20 }), title: word, who: fc.option(word) })),
        (typed) => {
          const items = typed.map(({ h, title, who }, i) => ({
            id: `i${i}` as never,
            dayId: null,
            starts: `${String(h).padStart(2, '0')}:00`,
            minutes: 30,
            title,
            titleEn: null,
            speakers: who,
            kind: kindOfItem(title),
            track: null,
          }))
          const back = readAgenda(agendaText(items, []), [])
          return back.every(
            (b, i) =>
              !isRefusal(b) &&
              b.title === items[i]!.title &&
              b.starts === items[i]!.starts &&
              b.speakers === items[i]!.speakers,
          )
        },
      ),
    )
  })
  test('times', () => {
    for (const [text, time] of [
      ['9:05', '09:05'],
      ['09.30', '09:30'],
      ['24:00', null],
      ['9', null],
    ] as const)
      assert.equal(clockTime(text), time)
    assert.equal(timeAfter('23:30', minutesBetween('23:30', '01:00')), '01:00')
  })
  test('further days take from the first what they do not say', () => {
    const first = {
      day: day('2026-10-15'),
      starts: '10:00',
      ends: '12:00',
      title: null,
      mode: 'onSite' as const,
      place: 'Школа',
      address: 'вул. Шевченка, 1',
      districtId: null,
      latitude: 51,
      longitude: 31,
      link: null,
    }
    const [a, b] = readDays('16.10.2026\n17.10.2026 14:00 | Підсумки | Театр', first)
    assert.ok(a && b && !isRefusal(a) && !isRefusal(b))
    assert.deepEqual([a.starts, a.ends, a.place, a.latitude], ['10:00', '12:00', 'Школа', 51])
    assert.deepEqual(
      [b.starts, b.ends, b.title, b.place, b.address, b.latitude],
      ['14:00', null, 'Підсумки', 'Театр', null, null],
    )
    assert.ok(readDays('завтра', first).every(isRefusal))
  })
  test('own questions are read and printed alike', () => {
    const text = 'Звідки дізналися?\nПереклад? (так/ні) *\nСекція: перша; друга'
    const read = readQuestions(text)
    assert.deepEqual(
      read.map((q) => (isRefusal(q) ? null : [q.kind, q.required, q.options.length])),
      [
        ['text', false, 0],
        ['yesNo', true, 0],
        ['choice', false, 2],
      ],
    )
    assert.equal(questionsText(read.flatMap((q) => (isRefusal(q) ? [] : [q]))), text)
  })
})

describe('what an event adds to indicators', () => {
  const figures = { participants: 84, organisations: 3 }
  const rows: readonly [string, string, number | null][] = [
    ['осіб', 'output', 84],
    ['одиниць', 'output', 1],
    ['заходів', 'output', 1],
    ['днів', 'output', 1],
    ['організацій', 'output', 3],
    ['тис. грн', 'output', null],
    ['осіб', 'efficiency', null],
  ]
  for (const [unitName, kind, fact] of rows)
    test(`${unitName}, ${kind}: ${fact}`, () =>
      assert.equal(factOfIndicator({ unitName, kind }, figures), fact))
})

describe('questions and recommendations', () => {
  const question = { state: 'accepted' as const, answer: null, instruction: null }
  test('the fate of a question follows from the day', () => {
    const due = day('2026-10-20')
    const given = { ...question, instruction: { state: 'open' as const, due } }
    assert.equal(fateOf(question, due), 'waiting')
    assert.equal(fateOf(given, due), 'instructed')
    assert.equal(fateOf(given, due.add({ days: 1 })), 'overdue')
    assert.equal(fateOf({ ...given, state: 'answered' }, due.add({ days: 9 })), 'answered')
  })
  test('steps', () => {
    assert.equal(stepQuestion({ state: 'received', instruction: null }, 'accept'), 'accepted')
    assert.ok(isRefusal(stepQuestion({ state: 'refused', instruction: null }, 'answer')))
    assert.equal(stepInstruction('open', 'answer'), 'answered')
    assert.ok(isRefusal(stepInstruction('open', 'accept')))
    assert.ok(isRefusal(stepRecommendation('sent', 'refused', null)))
    assert.equal(stepRecommendation('sent', 'refused', 'Немає коштів'), 'refused')
  })
  test('closing wants what its kind needs', () => {
    const bare = { participants: 0, organisations: 0, photos: 0, openQuestions: 1, recommendations: [] }
    const of = (kind: 'informationDay' | 'roundTable') =>
      missingFor({ kind, summary: null, waived: {} }, bare)
    assert.deepEqual(of('informationDay'), ['counts', 'summary', 'photos', 'answers'])
    assert.ok(of('roundTable').includes('recommendations'))
    assert.deepEqual(
      missingFor(
        { kind: 'informationDay', summary: 'Так', waived: {} },
        { ...bare, participants: 3, photos: 1, openQuestions: 0 },
      ),
      [],
    )
  })
})
